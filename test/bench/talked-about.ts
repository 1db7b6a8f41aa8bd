import type { Page } from 'playwright-core'
import { createAnchor } from '../../src/document/anchor.ts'
import { addEntries } from '../../src/document/discussion.ts'
import { textName } from '../../src/document/names.ts'
import { createEntryId, type Entry, type EntryAuthor } from '../../src/domain/discussion-entry.ts'
import type { DraftAccess } from '../../src/domain/draft-access.ts'
import { openWriter } from '../server/line.ts'
import { launchChromium } from '../world/chromium.ts'
import type { TestServer } from '../world/server.ts'
import { call, startFullDraft, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'
import { openPage, p95, section, typeBesideOthers } from './typing.ts'

const threads = 300
const suggestions = 200
const openings = 7

/**
 * A draft with 300 open threads and 200 open suggestions beside the same draft without: key press to painted while three
 * others type, and how long it takes to open on a device that has it.
 */
export const measureDiscussion = async (server: TestServer, quiet: FullDraft): Promise<Figure[]> => {
  const talked = await startFullDraft(server)
  await talkAbout(server, talked)
  const browser = await launchChromium()
  try {
    const pageOf = (draft: FullDraft) => openPage(browser.newPage({ locale: 'de-DE' }), server, draft)
    const [without, beside] = [await pageOf(quiet), await pageOf(talked)]
    await beside.locator('.eb-thread').first().waitFor()
    await beside.locator('.eb-whose').first().waitFor()
    // By turns, because the machine has better and worse moments.
    const opened: Record<'without' | 'beside', number[]> = { without: [], beside: [] }
    for (let turn = 0; turn < openings; turn++) {
      opened.without.push(await reopen(without))
      opened.beside.push(await reopen(beside))
    }
    await without.close()
    await beside.locator('.eb-whose').first().waitFor()
    const painted = await typeBesideOthers(beside, talked)
    const ratio = median(opened.beside) / median(opened.without)
    return [
      {
        name: 'Key press to painted, 300 threads and 200 suggestions, p95',
        value: p95(painted),
        unit: 'ms',
        target: 8,
      },
      { name: 'Opening that draft, of the same without', value: Math.round(ratio * 100) / 100, unit: '×', target: 1.3 },
    ]
  } finally {
    talked.writer.leave()
    await browser.close()
  }
}

/** From the navigation until the section takes text, in ms. */
const reopen = async (page: Page): Promise<number> => {
  await page.reload()
  const box = page.locator(`[role="textbox"][aria-label=${JSON.stringify(section.title)}][contenteditable="true"]`)
  return box.evaluate(() => performance.now())
}

const talkAbout = async (server: TestServer, draft: FullDraft): Promise<void> => {
  const cookie = draft.host.cookie()
  const answer = await fetch(`${server.url}/api/drafts/${draft.draftId}`, { headers: { cookie } })
  const { me } = (await answer.json()) as DraftAccess
  const by: EntryAuthor = { name: me.name, organisation: me.organisation, sector: me.sector, member: me.id }
  const entries = Array.from({ length: threads + suggestions }, (_, index): Entry => {
    const { id } = call.sections[index % call.sections.length] ?? { id: '' }
    const text = draft.writer.doc.getText(textName(id))
    const from = (Math.floor(index / call.sections.length) * 17 + 3) % Math.max(1, text.length - 12)
    const anchor = createAnchor(text, from, from + 8)
    const said = { by, at: 1_700_000_000_000 + index }
    return index < threads
      ? { type: 'comment', ...said, subject: { on: 'text', section: id, ...anchor }, words: 'Genauer?', mentions: [] }
      : {
          type: 'suggestion',
          ...said,
          section: id,
          ...anchor,
          change: [{ insert: 'besser ', formats: {} }, { delete: 4 }],
          words: '',
          mentions: [],
        }
  })
  const talk = openWriter(server, `${draft.draftId}/discussion`, cookie)
  await talk.whenSynced()
  addEntries(
    talk.doc,
    new Map(entries.map((entry) => [createEntryId(crypto.getRandomValues(new Uint8Array(20))), entry])),
  )
  const reader = openWriter(server, `${draft.draftId}/discussion`, cookie)
  await reader.whenSynced()
  while (reader.doc.getMap('entries').size < entries.length) await new Promise((resolve) => setTimeout(resolve, 50))
  reader.leave()
  talk.leave()
}

import * as Y from 'yjs'
import type { Page } from 'playwright-core'
import { textName } from '../../src/document/names.ts'
import type { Writer } from '../server/line.ts'
import { launchChromium } from '../world/chromium.ts'
import { eventually } from '../world/eventually.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { percentile, type Figure } from './figure.ts'
import { workPerKey } from './main-thread.ts'

export const section = { id: 'ziele', title: 'Was wir verändern wollen' }
const keys = 200

interface Watch {
  pressed: number[]
  shown: number[]
}

/**
 * Key press to painted, in a section of 2,500 characters in which three others type (see main-thread.ts for what counts),
 * and how soon another browser shows a key press, with everything in between.
 */
export const measureTyping = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const browser = await launchChromium()
  try {
    const near = await openPage(browser.newPage({ locale: 'de-DE' }), server, draft)
    const painted = await typeBesideOthers(near, draft)
    const far = await openPage(browser.newPage({ locale: 'de-DE' }), server, draft)
    await near.getByRole('textbox', { name: section.title }).click()
    const delays: number[] = []
    for (let key = 0; key < keys; key++) {
      const before = (await readWatch(far)).shown.length
      await near.keyboard.press('abcdefgh'[key % 8] ?? 'a')
      const { shown } = await eventually(async () => {
        const watch = await readWatch(far)
        if (watch.shown.length === before) throw new Error('the key press has not arrived')
        return watch
      })
      delays.push((shown[before] ?? Number.NaN) - ((await readWatch(near)).pressed.at(-1) ?? Number.NaN))
    }
    return [
      { name: 'Key press to painted while three others type, p95', value: p95(painted), unit: 'ms', target: 8 },
      { name: 'Another browser shows a key press, p95', value: p95(delays), unit: 'ms', target: 50 },
    ]
  } finally {
    await browser.close()
  }
}

/** In ms, to a tenth. */
export const p95 = (values: readonly number[]): number => Math.round(percentile(values, 0.95) * 10) / 10

/** Types in a page of `openPage` while three others type in the same section: key press to painted, in ms. */
export const typeBesideOthers = async (page: Page, draft: FullDraft): Promise<number[]> => {
  const guests: Writer[] = []
  for (const name of ['Clara Wendt', 'Deniz Aydın', 'Erika Lohse']) guests.push(await draft.openGuest(name))
  const stop = guests.map((guest, index) => startTyping(guest, index))
  await page.getByRole('textbox', { name: section.title }).click()
  const painted = await workPerKey(page, async () => {
    for (let key = 0; key < keys; key++) await page.keyboard.press('abcdefgh'[key % 8] ?? 'a', { delay: 60 })
  })
  stop.forEach((end) => end())
  guests.forEach((guest) => guest.leave())
  return painted
}

/** Joins a draft as one of many, and watches a section. */
export const openPage = async (opening: Promise<Page>, server: TestServer, draft: FullDraft): Promise<Page> => {
  const page = await opening
  // tsx marks functions with a name by this one, which a page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (each) => each' })
  await page.goto(server.url + (await draft.inviteGuest('Bruno Seidel')))
  await page.getByRole('button', { name: 'Beitreten', exact: true }).click()
  const box = page.getByRole('textbox', { name: section.title })
  await box.scrollIntoViewIfNeeded()
  await box.evaluate((element) => {
    const watch: Watch = { pressed: [], shown: [] }
    Object.assign(window, { watch })
    window.addEventListener('keydown', () => watch.pressed.push(performance.timeOrigin + performance.now()), {
      capture: true,
    })
    let length = element.textContent.length
    new MutationObserver(() => {
      if (element.textContent.length === length) return
      length = element.textContent.length
      requestAnimationFrame(() => {
        // The task after the frame's callbacks comes when it is painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => watch.shown.push(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      })
    }).observe(element, { subtree: true, childList: true, characterData: true })
  })
  return page
}

const readWatch = (page: Page): Promise<Watch> => page.evaluate(() => (window as unknown as { watch: Watch }).watch)

/** Someone who types eight keys a second into the same section, with a caret others see. Returns how to stop. */
const startTyping = ({ doc, provider }: Writer, index: number): (() => void) => {
  const text = doc.getText(textName(section.id))
  let at = Math.floor((text.length / 4) * (index + 1))
  provider.awareness.setLocalStateField('person', { name: `Gast ${index}`, organisation: 'Verein', sector: 'science' })
  const timer = setInterval(() => {
    text.insert(at++, 'x')
    const caret = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at))
    provider.awareness.setLocalStateField('place', { sectionId: section.id, anchor: caret, head: caret })
  }, 125)
  return () => clearInterval(timer)
}

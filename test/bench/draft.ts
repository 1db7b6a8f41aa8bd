import { plainText, type Line } from '../../src/document/lines.ts'
import { appendToSection, setFact } from '../../src/document/edit-expression.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { joinDraft, startDraft, type Browser } from '../server/person.ts'
import { openWriter, type Writer } from '../server/line.ts'
import { callNamed } from '../world/calls.ts'
import { seeded } from './history.ts'

const host: Person = { name: 'Amina Haddad', organisation: 'Freiwilligenagentur', sector: 'civil' }

/** A draft on the server in which every section is filled to its limit, 13,600 characters together. */
export interface FullDraft {
  draftId: DraftId
  host: Browser
  writer: Writer
  /** The path of a new personal link into this draft. */
  inviteGuest(name: string): Promise<string>
  /** Another page without a screen, which can type. */
  openGuest(name: string): Promise<Writer>
}

export const call = callNamed('engagierte-stadt-2023')

export const startFullDraft = async (server: { url: string }): Promise<FullDraft> => {
  const { browser, draftId } = await startDraft(server, host)
  const writer = openWriter(server, draftId, browser.cookie())
  await writer.whenSynced()
  setFact(writer.doc, call.titleField, 'Lauterbrück')
  for (const { id, maxCharacters } of call.sections) appendToSection(writer.doc, id, prose(maxCharacters))
  const invite = (name: string) =>
    ({ name, organisation: 'Stadt Lauterbrück', sector: 'administration', role: 'editor' }) as const
  return {
    draftId,
    host: browser,
    writer,
    inviteGuest: async (name) => {
      const made = await browser.invite(draftId, invite(name))
      return `/einladung/${draftId}#${made.body.secret}`
    },
    openGuest: async (name) => {
      const guest = await joinDraft(server, { browser, draftId }, invite(name))
      const page = openWriter(server, draftId, guest.cookie())
      await page.whenSynced()
      return page
    },
  }
}

const words = 'Stadt Ehrenamt gemeinsam Verein Rathaus Nachbarschaft Engagement Ziel Jahr und der die im mit für'.split(
  ' ',
)

/** Paragraphs and lists of exactly `length` counted characters. */
export const prose = (length: number, random = seeded(length)): Line[] => {
  const lines: Line[] = []
  for (let left = length; left > 0;) {
    const kind = lines.length % 4 === 3 ? 'bullet' : 'paragraph'
    const marker = kind === 'bullet' ? 2 : 0
    const room = Math.min(left, 200 + Math.floor(random() * 200))
    let text = ''
    while (text.length < room) text += `${words[Math.floor(random() * words.length)] ?? ''} `
    const kept = text
      .slice(0, Math.max(1, room - marker - 1))
      .trimEnd()
      .padEnd(Math.max(1, room - marker - 1), '.')
    lines.push({ kind, level: 1, runs: [{ text: kept, marks: {} }] })
    left = length - plainText(lines).length - 1
  }
  return lines
}

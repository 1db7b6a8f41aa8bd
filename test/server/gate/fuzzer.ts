import { Agent } from 'node:http'
import { setTimeout as pass } from 'node:timers/promises'
import { addEntries } from '../../../src/document/discussion.ts'
import type { EntryAuthor } from '../../../src/domain/discussion-entry.ts'
import { discussionOf } from '../../../src/domain/document-id.ts'
import { may, roles } from '../../../src/domain/role.ts'
import { documentPath } from '../../../src/protocol/document-path.ts'
import { closeCode } from '../../../src/protocol/messages.ts'
import { seeded } from '../../bench/history.ts'
import { openLine, openWriter, type Line, type Writer } from '../line.ts'
import { amina, bruno, joinDraft, startDraft } from '../person.ts'
import { fetchTicket } from '../ticket.ts'
import { createFrames, type FuzzedDocument } from './fuzz-frames.ts'
import { authorOf, comment, newId } from './talk.ts'

/** All of this server's guests come from here, and far more often than people. */
export const fuzzerLimits = {
  socketsPerAddress: 1e6,
  socketsPerDraft: 1e6,
  socketsPerMember: 1e6,
  sockets: 1e6,
}

/** Somebody who sends any bytes to a document of a draft, in every role and without one, while two honest people write in it. */
export interface Fuzzer {
  honest: readonly [Writer, Writer]
  /** One of the two writes or says something that the others can tell. */
  writes(who: number, words: string): void
  /**
   * Sends so many frames, on as many lines as that takes. What each line was closed with, in all so far. Whoever an
   * overloaded server asks to come back later comes back, with as many frames: none of theirs was read.
   */
  send(frames: number): Promise<ReadonlyMap<number, number>>
  /** So many of the frames were read by a draft's room; the rest came from nobody. */
  read(): number
  /** How often somebody was asked to come back later before they were in. */
  turnedAway(): number
  /** The longest time from a frame until the server answered a ping behind it, in ms. */
  slowestMs(): number
  /** An honest page was sent away. */
  disturbed(): number
  /** Opens a page that comes in only now. */
  newcomer(): Writer
}

/** So many lines at once: while one waits for an answer the others are heard. */
const lineCount = 8

/** One line keeps its place in the draft for at most so many frames, so that every role gets its turn. */
const framesPerLine = 100

/** Who is turned away comes back after this long, in ms; nobody is turned away so many times one after the other. */
const comeBackMs = 200
const mostTurnedAway = 1000

export const openFuzzer = async (
  server: { url: string },
  seed: number,
  document: FuzzedDocument = 'text',
): Promise<Fuzzer> => {
  const random = seeded(seed)
  const pick = (count: number): number => Math.floor(random() * count)
  const host = await startDraft(server, amina)
  const guests = await Promise.all(roles.map((role) => joinDraft(server, host, { ...bruno, role })))
  // Those who may write get further before they are sent away: they come more often.
  const authors = await Promise.all(
    [...guests, host.browser].map(async (each) => authorOf((await each.readAccess(host.draftId)).body.me)),
  )
  const [nobody = authorOf({ ...amina, id: '' })] = authors
  const strangers: Player[] = ['', 'sid=nonsense'].map((cookie) => ({ cookie, author: nobody }))
  const members = guests.flatMap((guest, index) => {
    const player = { cookie: guest.cookie(), author: authors[index] ?? nobody }
    const length = may(roles[index] ?? 'viewer', writing[document]) ? 4 : 1
    return Array.from({ length }, () => player)
  })
  const players = [...strangers, ...members]
  const at = document === 'text' ? host.draftId : documentPath(discussionOf(host.draftId))
  const open = (cookie: string) => openWriter(server, at, cookie)
  const honest = [open(host.browser.cookie()), open(guests[1]?.cookie() ?? '')] as const
  await Promise.all(honest.map((writer) => writer.whenSynced()))
  let disturbed = 0
  for (const writer of honest) writer.provider.on('connection-close', () => (disturbed += 1))

  const someFrame = createFrames(document, random, pick, honest[0].doc, authors)
  /** Tickets are fetched by the thousand. */
  const agent = new Agent({ keepAlive: true })
  const closes = new Map<number, number>()
  let read = 0
  let slowestMs = 0
  let [turnedAway, inARow] = [0, 0]

  const comeBackLater = async (): Promise<number> => {
    turnedAway += 1
    inARow += 1
    if (inARow > mostTurnedAway) throw new Error('the server lets nobody in any more')
    await pass(comeBackMs)
    return 0
  }

  /** Returns how many frames it took off the rest. */
  const playLine = async (left: number): Promise<number> => {
    const { cookie, author } = players[pick(players.length)] ?? { cookie: '', author: nobody }
    const ticket = await fetchTicket(server, at, cookie, agent)
    if (!ticket.ok && ticket.refusal === 'busy') return comeBackLater()
    const line = await openLine(server, at, { cookie }, { ticket: ticket.ok ? ticket.value : 'nonsense' })
    let sent = 0
    while (sent < left && line.closed === null) {
      line.send(someFrame(author))
      sent += 1
      const sentAt = performance.now()
      await line.whenRead()
      slowestMs = Math.max(slowestMs, performance.now() - sentAt)
    }
    if (isTurnedAway(line)) return comeBackLater()
    inARow = 0
    const code = line.closed?.code ?? null
    if (code === null) await line.cut()
    else closes.set(code, (closes.get(code) ?? 0) + 1)
    if (code !== closeCode.signedOut && code !== closeCode.ticketUnusable) read += sent
    return sent
  }

  return {
    honest,
    writes: (who, words) => {
      const writer = honest[who % 2]
      if (!writer) return
      if (document === 'text') writer.write('ausgangslage', words)
      else
        addEntries(
          writer.doc,
          new Map([[newId(), comment(who % 2 ? (authors[1] ?? nobody) : (authors.at(-1) ?? nobody), words)]]),
        )
    },
    send: async (frames) => {
      let left = frames
      const player = async (): Promise<void> => {
        while (left > 0) {
          const share = Math.min(left, framesPerLine)
          left -= share
          const sent = await playLine(share)
          left += share - sent
        }
      }
      await Promise.all(Array.from({ length: lineCount }, player))
      return closes
    },
    read: () => read,
    turnedAway: () => turnedAway,
    slowestMs: () => slowestMs,
    disturbed: () => disturbed,
    newcomer: () => open(host.browser.cookie()),
  }
}

/** Whoever is in has heard what the draft has; sent away after that is another matter. */
const isTurnedAway = ({ closed, heard }: Line): boolean => closed?.code === closeCode.tryLater && heard.length === 0

interface Player {
  cookie: string
  author: EntryAuthor
}

const writing = { text: 'write-content', discussion: 'discuss' } as const

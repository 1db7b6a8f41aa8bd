import { Agent } from 'node:http'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { may, roles } from '../../../src/domain/role.ts'
import { encodeDigestReport } from '../../../src/protocol/digest.ts'
import { closeCode, encodeMark, messageType, syncType } from '../../../src/protocol/messages.ts'
import { seeded } from '../../bench/history.ts'
import { frame, openLine, openWriter, type Writer } from '../line.ts'
import { amina, bruno, joinDraft, startDraft } from '../person.ts'
import { fetchTicket } from '../ticket.ts'
import { written } from './scene.ts'

/** All of this server's guests come from here, and far more often than people. */
export const fuzzerLimits = {
  socketsPerAddress: 1e6,
  socketsPerDraft: 1e6,
  socketsPerMember: 1e6,
  sockets: 1e6,
}

/** Somebody who sends any bytes to a draft, in every role and without one, while two honest people write in it. */
export interface Fuzzer {
  honest: readonly [Writer, Writer]
  /** Sends so many frames, on as many lines as that takes. What each line was closed with, in all so far. */
  send(frames: number): Promise<ReadonlyMap<number, number>>
  /** So many of the frames were read by a draft's room; the rest came from nobody. */
  read(): number
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

export const openFuzzer = async (server: { url: string }, seed: number): Promise<Fuzzer> => {
  const random = seeded(seed)
  const pick = (count: number): number => Math.floor(random() * count)
  const host = await startDraft(server, amina)
  const guests = await Promise.all(roles.map((role) => joinDraft(server, host, { ...bruno, role })))
  // Those who may write get further before they are sent away: they come more often.
  const cookies = [
    '',
    'session=nonsense',
    ...guests.flatMap((guest, index) => Array<string>(mayWrite(index) ? 4 : 1).fill(guest.cookie())),
  ]
  const open = (cookie: string) => openWriter(server, host.draftId, cookie)
  const honest = [open(host.browser.cookie()), open(guests[1]?.cookie() ?? '')] as const
  await Promise.all(honest.map((writer) => writer.whenSynced()))
  let disturbed = 0
  for (const writer of honest) writer.provider.on('connection-close', () => (disturbed += 1))

  const someFrame = createFrames(random, pick, honest[0].doc)
  /** Tickets are fetched by the thousand. */
  const agent = new Agent({ keepAlive: true })
  const closes = new Map<number, number>()
  let read = 0
  let slowestMs = 0

  /** Returns how many frames it took off the rest. */
  const playLine = async (left: number): Promise<number> => {
    const cookie = cookies[pick(cookies.length)] ?? ''
    const ticket = await fetchTicket(server, host.draftId, cookie, agent)
    const line = await openLine(server, host.draftId, { cookie }, { ticket: ticket.ok ? ticket.value : 'nonsense' })
    let sent = 0
    while (sent < left && line.closed === null) {
      line.send(someFrame())
      sent += 1
      const sentAt = performance.now()
      await line.whenRead()
      slowestMs = Math.max(slowestMs, performance.now() - sentAt)
    }
    const code = line.closed?.code ?? null
    if (code === null) await line.cut()
    else closes.set(code, (closes.get(code) ?? 0) + 1)
    if (code !== closeCode.signedOut && code !== closeCode.ticketUnusable) read += sent
    return sent
  }

  return {
    honest,
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
    slowestMs: () => slowestMs,
    disturbed: () => disturbed,
    newcomer: () => open(host.browser.cookie()),
  }
}

const mayWrite = (index: number): boolean => {
  const role = roles[index]
  return role !== undefined && may(role, 'write-content')
}

/** Frames as pages send them, some of them changed, some of nothing but chance: a refused one ends its line. */
const createFrames = (random: () => number, pick: (count: number) => number, doc: Y.Doc): (() => Uint8Array) => {
  const presence = (): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const number of [1, pick(9), pick(9)]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, '{"place":null}')
    return frame(messageType.awareness, encoding.toUint8Array(encoder))
  }
  const update = (): Uint8Array => {
    const clientId = 1 + pick(600)
    // One kind of content under one id, or most of what two members write would be refused.
    if (clientId % 3 === 0) return written((own) => own.getMap('fields').set('place.name', `Ort ${pick(9)}`), clientId)
    return written((own) => own.getText('text/ziele').insert(0, 'Wir ä😀\n', { bold: true }), clientId)
  }
  const honestFrame = (): Uint8Array => {
    switch (pick(9)) {
      case 0:
        return encodeMark(pick(1000))
      case 1:
        return presence()
      case 2:
        return frame(messageType.sync, syncType.step1, Y.encodeStateVector(doc))
      case 3:
        return frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc))
      case 4:
        return frame(105 + pick(50), pick(1000))
      case 5:
        return encodeDigestReport({ answers: pick(3), stateVector: Y.encodeStateVector(doc), digest: String(pick(9)) })
      default:
        return frame(messageType.sync, 1 + pick(2), update())
    }
  }
  const changed = (bytes: Uint8Array): Uint8Array => {
    const list = [...bytes]
    for (let change = 1 + pick(3); change > 0; change--) {
      const at = pick(list.length)
      if (random() < 0.7) list[at] = pick(256)
      else list.splice(at, pick(3), ...Array.from({ length: pick(4) }, () => pick(256)))
    }
    return Uint8Array.from(list)
  }
  return () => {
    const chance = random()
    if (chance < 0.01) return Uint8Array.from({ length: pick(40) }, () => pick(256))
    return chance < 0.07 ? changed(honestFrame()) : honestFrame()
  }
}

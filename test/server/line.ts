import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket, type ClientOptions } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketPath } from '../../src/protocol/http.ts'
import { encodeMark, messageType, readNumber, syncType } from '../../src/protocol/messages.ts'
import { socketWithTicket } from '../../src/sync/ticket-socket.ts'
import { fetchTicket, offered } from './ticket.ts'
import { textName } from '../../src/document/names.ts'

/** Polls until the condition holds; fails after the limit with what was waited for. */
export const until = async (
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> => {
  const end = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const socketUrl = (server: { url: string }): string => server.url.replace(/^http/, 'ws') + socketPath.slice(0, -1)

/** A page with y-websocket's own client, which knows nothing of our messages. */
export interface Writer {
  doc: Y.Doc
  provider: WebsocketProvider
  write(section: string, words: string): void
  read(section: string): string
  whenSynced(): Promise<void>
  leave(): void
}

/** `at` is a draft's id, or the path of its discussion. */
export const openWriter = (server: { url: string }, at: string, cookie: string, doc = new Y.Doc()): Writer => {
  class LineWithCookie extends WebSocket {
    constructor(address: string | URL, protocols: string[]) {
      super(address, protocols, { headers: { cookie, origin: server.url } })
    }
  }
  const Line = LineWithCookie as unknown as typeof globalThis.WebSocket
  const provider = new WebsocketProvider(socketUrl(server), at, doc, {
    WebSocketPolyfill: socketWithTicket(
      Line,
      () => fetchTicket(server, at, cookie),
      () => {},
    ),
    disableBc: true,
    maxBackoffTime: 200,
  })
  return {
    doc,
    provider,
    write: (section, words) => {
      const text = doc.getText(textName(section))
      text.insert(text.length, words)
    },
    read: (section) => doc.getText(textName(section)).toJSON(),
    whenSynced: () => until('the page is up to date', () => provider.synced),
    leave: () => provider.destroy(),
  }
}

/** A line on which a test says and hears single frames. */
export interface Line {
  /** Every frame heard so far, and the code of the close. */
  heard: Uint8Array[]
  closed: { code: number } | null
  send(frame: Uint8Array | string): void
  sendUpdate(update: Uint8Array): void
  sendPresence(entries: readonly { clientId: number; clock: number; state: string }[]): void
  mark(n: number): void
  /** The numbers of the `stored` messages heard. */
  stored(): number[]
  /** A document of all updates heard. */
  document(): Y.Doc
  /** Presence heard, newest last. */
  presence(): { clientId: number; clock: number; state: string }[]
  /** Resolves when the server has read everything sent so far, or the line is closed. */
  whenRead(): Promise<void>
  whenClosed(): Promise<number>
  cut(): Promise<void>
  /** Stops reading what comes in, as a phone in a tunnel does. */
  pause(): void
  resume(): void
}

export const frame = (type: number, ...parts: (number | Uint8Array)[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}

/** What carries a line: a socket, or requests. */
export type Carrier = Pick<Line, 'send' | 'whenRead' | 'cut' | 'pause' | 'resume'>

/** A socket with a fresh ticket for the cookie, or without one where there is none to be had. */
export const openLine = async (
  server: { url: string },
  draftId: string,
  headers: Record<string, string>,
  options: ClientOptions & { ticket?: string } = {},
): Promise<Line> => {
  const fetched = options.ticket ? null : await fetchTicket(server, draftId, headers['cookie'] ?? '')
  const ticket = options.ticket ?? (fetched?.ok ? fetched.value : null)
  const socket = new WebSocket(`${socketUrl(server)}/${draftId}`, offered(ticket), { ...options, headers })
  socket.binaryType = 'arraybuffer'
  const line = createLine({
    send: (data) => socket.send(data),
    whenRead: () =>
      new Promise((resolve) => {
        const done = (): void => {
          socket.off('pong', done).off('close', done)
          resolve()
        }
        socket.once('pong', done).once('close', done)
        if (socket.readyState === WebSocket.OPEN) socket.ping()
        else if (line.closed) done()
      }),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    cut: async () => {
      socket.terminate()
      await line.whenClosed()
    },
  })
  socket.on('message', (data) => {
    line.heard.push(new Uint8Array(data as ArrayBuffer))
  })
  socket.on('close', (code) => {
    line.closed = { code }
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  // Writing to a line the server has ended is part of several tests.
  socket.on('error', () => {})
  return line
}

/** A line on this carrier, which fills `heard` and `closed`. */
export const createLine = (carrier: Carrier): Line => {
  const line: Line = {
    heard: [],
    closed: null,
    ...carrier,
    sendUpdate: (update) => line.send(frame(messageType.sync, syncType.update, update)),
    sendPresence: (entries) => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, entries.length)
      for (const { clientId, clock, state } of entries) {
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
      line.send(frame(messageType.awareness, encoding.toUint8Array(encoder)))
    },
    mark: (n) => line.send(encodeMark(n)),
    stored: () => messagesOf(line, messageType.stored).map(readNumber),
    document: () => {
      const doc = new Y.Doc()
      for (const decoder of messagesOf(line, messageType.sync)) {
        if (decoding.readVarUint(decoder) !== syncType.step1) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
      }
      return doc
    },
    presence: () =>
      messagesOf(line, messageType.awareness).flatMap((outer) => {
        const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
        return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
          clientId: decoding.readVarUint(decoder),
          clock: decoding.readVarUint(decoder),
          state: decoding.readVarString(decoder),
        }))
      }),
    whenClosed: async () => {
      await until('the line is closed', () => line.closed !== null)
      return line.closed?.code ?? 0
    },
  }
  return line
}

/** The frames of one type heard on a line, each decoded up to its type. */
export const messagesOf = (line: Line, type: number): decoding.Decoder[] =>
  line.heard.map((bytes) => decoding.createDecoder(bytes)).filter((decoder) => decoding.readVarUint(decoder) === type)

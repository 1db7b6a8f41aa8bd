import { encodeMark, messageType, syncType } from '../../../src/protocol/messages.ts'
import { readHeard, type Hear } from './heard.ts'
import type { Entrance } from './peer-rooms.ts'
import { openRawSocket } from './raw-socket.ts'
import { readVarUint, writeVarUint, type Cursor } from './varint.ts'

/** Somebody in a document, as a raw client of the sync protocol. */
export interface PeerClient {
  /** One message each. */
  send(updates: readonly Uint8Array[]): void
  /** Says what it has: the server sends the rest. */
  ask(stateVector: Uint8Array): void
  /** Hands over what the server lacks. */
  answer(update: Uint8Array): void
  /** Asks our server whether all before it is on disk. */
  mark(n: number): void
  unsent(): number
  leave(): void
}

export interface Hearing {
  hear: Hear
  /** Ours: up to the mark n. Hocuspocus: one more of its updates. */
  onAcknowledged?: (n: number | null) => void
  onEnd?: (code: number) => void
}

const present = new Set<PeerClient>()

/** Ends every line that is still open. */
export const everyoneLeaves = (): void => {
  for (const client of present) client.leave()
}

/** Hocuspocus's own types of messages. */
const hocuspocusType = { syncReply: 4, syncStatus: 8 } as const

/** Knows nothing. */
export const emptyVector = Uint8Array.of(0)

/** Resolves when the server has said its first word after letting them in. */
export const openPeerClient = async (entrance: Entrance, hearing: Hearing): Promise<PeerClient> => {
  const { prefix, greeting } = entrance
  const cursor: Cursor = { bytes: new Uint8Array(), at: 0 }
  let welcome = (): void => {}
  let refuse: (why: Error) => void = () => {}
  const isWelcome = new Promise<void>((resolve, reject) => {
    welcome = resolve
    refuse = reject
  })

  const onMessage = (bytes: Buffer, from: number, to: number): void => {
    cursor.bytes = bytes
    cursor.at = from + prefix.length
    const type = readVarUint(cursor)
    welcome()
    if (type === messageType.stored) return hearing.onAcknowledged?.(readVarUint(cursor))
    if (prefix.length > 0 && type === hocuspocusType.syncStatus) return hearing.onAcknowledged?.(null)
    if (type !== messageType.sync && !(prefix.length > 0 && type === hocuspocusType.syncReply)) return
    if (readVarUint(cursor) === syncType.step1) return
    const length = readVarUint(cursor)
    if (cursor.at + length !== to) throw new Error('a message does not end where it says')
    readHeard(bytes.subarray(cursor.at, to), hearing.hear)
  }

  const onEnd = (code: number): void => {
    refuse(new Error(`ended with ${code}`))
    if (hearing.onEnd) hearing.onEnd(code)
    else throw new Error(`the server ended a line: ${code}`)
  }

  const protocols = await entrance.protocols()
  const headers = { ...entrance.headers, ...(protocols.length > 0 && { 'Sec-WebSocket-Protocol': protocols.join() }) }
  const socket = await openRawSocket({ ...entrance, headers }, { onMessage, onEnd })
  if (greeting) socket.send([greeting])
  await isWelcome

  const sync = (kind: number, content: Uint8Array): Uint8Array => {
    const message = new Uint8Array(prefix.length + 7 + content.length)
    message.set(prefix)
    message[prefix.length] = messageType.sync
    message[prefix.length + 1] = kind
    const at = writeVarUint(message, prefix.length + 2, content.length)
    message.set(content, at)
    return message.subarray(0, at + content.length)
  }
  const client: PeerClient = {
    send: (updates) => socket.send(updates.map((update) => sync(syncType.update, update))),
    ask: (stateVector) => socket.send([sync(syncType.step1, stateVector)]),
    answer: (update) => socket.send([sync(syncType.step2, update)]),
    mark: (n) => socket.send([encodeMark(n)]),
    unsent: () => socket.unsent(),
    leave: () => {
      present.delete(client)
      socket.cut()
    },
  }
  present.add(client)
  return client
}

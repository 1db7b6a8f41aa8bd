import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { messageType, syncType } from '../../../src/protocol/messages.ts'
import type { Room } from './peer-servers.ts'

/** One character, or a deletion, of one client: what it makes known. */
export interface Heard {
  client: number
  /** The clock after it. */
  upTo: number
}

/** A raw client of the sync protocol, cheap enough that hundreds fit on one core. */
export interface PeerClient {
  send(update: Uint8Array): void
  askForEverything(): void
  /** Bytes that wait to be sent. */
  unsent(): number
  /** How long the server takes to answer a ping now, in ms. */
  ping(): Promise<number>
  close(): void
}

export const openPeerClient = async (room: Room, onUpdate: (heard: readonly Heard[]) => void): Promise<PeerClient> => {
  const socket = new WebSocket(room.url, await room.protocols(), { headers: room.headers, perMessageDeflate: false })
  socket.binaryType = 'nodebuffer'
  const say = (kind: number, bytes: Uint8Array): void => {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, room.prefix)
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
    socket.send(encoding.toUint8Array(encoder))
  }
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data)
    decoder.pos = room.prefix.length
    if (decoding.readVarUint(decoder) !== messageType.sync) return
    if (decoding.readVarUint(decoder) === syncType.step1) return
    onUpdate(readHeard(decoding.readVarUint8Array(decoder)))
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  if (room.greeting) socket.send(Buffer.concat([room.prefix, room.greeting]))
  return {
    send: (update) => say(syncType.update, update),
    askForEverything: () => say(syncType.step1, Uint8Array.of(0)),
    unsent: () => socket.bufferedAmount,
    ping: () =>
      new Promise((resolve) => {
        const start = performance.now()
        socket.once('pong', () => resolve(performance.now() - start))
        socket.ping()
      }),
    close: () => socket.terminate(),
  }
}

/** A single struct is read by hand: decoding every update whole would make the clients the slowest part. */
const readHeard = (update: Uint8Array): Heard[] => {
  if (update[0] === 1 && update[1] === 1) {
    const decoder = decoding.createDecoder(update)
    decoder.pos = 2
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const info = decoding.readUint8(decoder)
    // A string behind one neighbour, as `appendUpdate` writes it.
    if (info === 0x84) {
      decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      return [{ client, upTo: clock + decoding.readVarString(decoder).length }]
    }
  }
  return Y.decodeUpdate(update).structs.map(({ id, length }) => ({ client: id.client, upTo: id.clock + length }))
}

/** The update with which a client appends one character to its own text. */
export const appendUpdate = (client: number, clock: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  if (clock === 0) {
    encoding.writeUint8(encoder, 0x04)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'text/ziele')
  } else {
    encoding.writeUint8(encoder, 0x84)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock - 1)
  }
  encoding.writeVarString(encoder, 'x')
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

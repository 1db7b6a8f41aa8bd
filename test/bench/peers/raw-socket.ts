import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

/** A WebSocket cut down to what a load needs, so that one core can play hundreds of people. */
export interface RawSocket {
  /** All of them in one write. */
  send(messages: readonly Uint8Array[]): void
  /** Bytes that wait to be sent. */
  unsent(): number
  /** At once, as when a line breaks. */
  cut(): void
}

export interface Address {
  port: number
  path: string
  headers: Readonly<Record<string, string>>
}

export interface Listening {
  /** The message is `bytes` from `from` up to, not including, `to`; the memory is not to be kept. */
  onMessage(bytes: Buffer, from: number, to: number): void
  /** The server, or the line, ended it; 1006 without a word. */
  onEnd(code: number): void
}

const opcode = { close: 0x8, ping: 0x9, pong: 0xa, binary: 0x2 } as const

export const openRawSocket = ({ port, path, headers }: Address, listening: Listening): Promise<RawSocket> =>
  new Promise((resolve, reject) => {
    const line = connect({ port, host: '127.0.0.1', noDelay: true })
    let rest: Buffer | null = null
    let isOpen = false
    let code = 1006
    const raw: RawSocket = {
      send: (messages) => line.write(encodeFrames(opcode.binary, messages)),
      unsent: () => line.writableLength,
      cut: () => {
        listening = { onMessage: () => {}, onEnd: () => {} }
        line.destroy()
      },
    }
    const receiveFrame = (kind: number, bytes: Buffer, from: number, to: number): void => {
      if (kind === opcode.binary) listening.onMessage(bytes, from, to)
      else if (kind === opcode.ping) line.write(encodeFrames(opcode.pong, [bytes.subarray(from, to)]))
      else if (kind === opcode.close && to - from >= 2) code = bytes.readUInt16BE(from)
    }
    line.on('data', (data) => {
      const bytes = rest ? Buffer.concat([rest, data]) : data
      let at = 0
      if (!isOpen) {
        const end = bytes.indexOf('\r\n\r\n')
        if (end === -1) {
          rest = bytes
          return
        }
        const [status] = bytes.toString('latin1', 0, end).split('\r\n')
        if (!status?.includes(' 101 ')) return reject(new Error(`no WebSocket: ${status}`))
        isOpen = true
        at = end + 4
        resolve(raw)
      }
      at = readFrames(bytes, at, receiveFrame)
      rest = at < bytes.length ? bytes.subarray(at) : null
    })
    line.on('error', reject)
    line.on('close', () => listening.onEnd(code))
    const all = {
      Host: `127.0.0.1:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...headers,
    }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    line.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  })

/** Passes whole frames on; returns where the first that has not come whole begins. */
const readFrames = (
  bytes: Buffer,
  start: number,
  onFrame: (kind: number, bytes: Buffer, from: number, to: number) => void,
): number => {
  let at = start
  while (bytes.length - at >= 2) {
    let length = (bytes[at + 1] ?? 0) & 127
    let from = at + 2
    if (length === 126) {
      if (bytes.length < from + 2) return at
      length = bytes.readUInt16BE(from)
      from += 2
    } else if (length === 127) {
      if (bytes.length < from + 8) return at
      length = bytes.readUIntBE(from + 2, 6)
      from += 8
    }
    if (bytes.length < from + length) return at
    const first = bytes[at] ?? 0
    if (first < 128) throw new Error('a message in several frames')
    onFrame(first & 15, bytes, from, from + length)
    at = from + length
  }
  return at
}

const mask = [0x3a, 0x91, 0x5c, 0xe7] as const

/** Masked, as clients have to: the server has that work with every real one. */
const encodeFrames = (kind: number, messages: readonly Uint8Array[]): Buffer => {
  let total = 0
  for (const { length } of messages) total += length + (length < 126 ? 6 : length < 65_536 ? 8 : 14)
  const frames = Buffer.allocUnsafe(total)
  let at = 0
  for (const message of messages) {
    frames[at++] = 0x80 | kind
    if (message.length < 126) frames[at++] = 0x80 | message.length
    else if (message.length < 65_536) {
      frames[at++] = 0x80 | 126
      at = frames.writeUInt16BE(message.length, at)
    } else {
      frames[at++] = 0x80 | 127
      at = frames.writeUIntBE(message.length, frames.writeUInt16BE(0, at), 6)
    }
    for (const byte of mask) frames[at++] = byte
    for (let each = 0; each < message.length; each++) frames[at++] = (message[each] ?? 0) ^ (mask[each & 3] ?? 0)
  }
  return frames
}

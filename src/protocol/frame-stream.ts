/** A message is longer than its reader takes. */
export class MessageTooLong extends RangeError {}

const binaryMessage = 0x82

/** A message as the WebSocket frame a server sends (RFC 6455: binary, unmasked, in one piece). */
export const asFrame = (message: Uint8Array): Uint8Array => {
  const { length } = message
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = new Uint8Array(headLength + length)
  const view = new DataView(frame.buffer)
  frame[0] = binaryMessage
  frame[1] = headLength === 2 ? length : headLength === 4 ? 126 : 127
  if (headLength === 4) view.setUint16(2, length)
  if (headLength === 10) view.setBigUint64(2, BigInt(length))
  frame.set(message, headLength)
  return frame
}

/** Takes such frames out of a stream of bytes that may be cut anywhere. */
export class FrameStream {
  readonly #maxBytes: number
  #chunks: Uint8Array[] = []
  #length = 0
  /** So many bytes must be there before looking is worth it. */
  #wanted = 2

  /** `maxBytes` of one message. */
  constructor(maxBytes = Number.MAX_SAFE_INTEGER) {
    this.#maxBytes = maxBytes
  }

  /** The messages that are complete with these bytes. Throws MessageTooLong, and a RangeError on any other kind of frame. */
  push(bytes: Uint8Array): Uint8Array[] {
    this.#chunks.push(bytes)
    this.#length += bytes.length
    if (this.#length < this.#wanted) return []
    const all = joined(this.#chunks, this.#length)
    const messages: Uint8Array[] = []
    let at = 0
    for (;;) {
      const found = readHead(all, at)
      if (found && found.length > this.#maxBytes) throw new MessageTooLong(`a message of ${found.length} bytes`)
      const end = found && found.start + found.length
      if (!end || end > all.length) {
        this.#wanted = end ? end - at : all.length - at + 1
        break
      }
      messages.push(all.subarray(found.start, end))
      at = end
    }
    this.#chunks = [all.subarray(at)]
    this.#length = all.length - at
    return messages
  }
}

/** Null while the head is not whole. */
const readHead = (bytes: Uint8Array, at: number): { start: number; length: number } | null => {
  const [first, short] = [bytes[at], bytes[at + 1]]
  if (first !== undefined && first !== binaryMessage) throw new RangeError(`a frame that begins with ${first}`)
  if (short === undefined) return null
  if (short > 127) throw new RangeError('a masked frame')
  if (short < 126) return { start: at + 2, length: short }
  const start = at + (short === 126 ? 4 : 10)
  if (start > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  return { start, length: short === 126 ? view.getUint16(2) : Number(view.getBigUint64(2)) }
}

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

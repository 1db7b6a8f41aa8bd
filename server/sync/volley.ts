/** Messages as the WebSocket frames a server sends (RFC 6455, unmasked, one message each), made once for all readers. */
export interface Volley {
  readonly bytes: Buffer
  /** Where each frame begins, and after them where the last one ends. */
  readonly bounds: readonly number[]
}

const binaryMessage = 0x82

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

const writeHeader = (target: Buffer, at: number, length: number): number => {
  target[at] = binaryMessage
  if (length < 126) {
    target[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    target[at + 1] = 126
    return target.writeUInt16BE(length, at + 2)
  }
  target[at + 1] = 127
  return target.writeUIntBE(length, target.writeUInt16BE(0, at + 2), 6)
}

/** The head of a frame around a message of this many bytes, for messages too large to be copied. */
export const frameHead = (length: number): Buffer => {
  const head = Buffer.allocUnsafeSlow(headerLength(length))
  writeHeader(head, 0, length)
  return head
}

export const encodeVolley = (messages: readonly Uint8Array[]): Volley => {
  let total = 0
  for (const { length } of messages) total += headerLength(length) + length
  const bytes = Buffer.allocUnsafe(total)
  const bounds = [0]
  let at = 0
  for (const message of messages) {
    at = writeHeader(bytes, at, message.length)
    bytes.set(message, at)
    at += message.length
    bounds.push(at)
  }
  return { bytes, bounds }
}

/** The frames of a volley for which `keeps` holds, as few pieces of the same memory. */
export const cutVolley = ({ bytes, bounds }: Volley, keeps: (index: number) => boolean): Buffer[] => {
  const pieces: Buffer[] = []
  let from = 0
  for (let index = 0; index < bounds.length; index++) {
    if (index < bounds.length - 1 && keeps(index)) continue
    const to = bounds[index] ?? 0
    if (to > from) pieces.push(bytes.subarray(from, to))
    from = bounds[index + 1] ?? to
  }
  return pieces
}

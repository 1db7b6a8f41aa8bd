/** Bytes on their way to somebody who has not said yet that they have them, as one stream. */
export interface ByteBacklog {
  push(bytes: Uint8Array): void
  /** Lets go of everything before this place in the stream. False when it was never said, or is let go of already. */
  forget(before: number): boolean
  /** The next so many bytes, in one piece, and where they begin. Takes nothing away. */
  next(maxBytes: number): { offset: number; bytes: Buffer }
  length(): number
  /** Drops it all. */
  clear(): void
}

export const createByteBacklog = (): ByteBacklog => {
  let pieces: Uint8Array[] = []
  let offset = 0
  let length = 0

  return {
    push: (bytes) => {
      pieces.push(bytes)
      length += bytes.length
    },

    forget: (before) => {
      let surplus = before - offset
      if (surplus < 0 || surplus > length) return false
      offset = before
      length -= surplus
      let whole = 0
      for (const piece of pieces) {
        if (piece.length > surplus) break
        surplus -= piece.length
        whole += 1
      }
      pieces = pieces.slice(whole)
      const [first] = pieces
      if (first && surplus > 0) pieces[0] = first.subarray(surplus)
      return true
    },

    next: (maxBytes) => {
      const taken: Uint8Array[] = []
      let left = maxBytes
      for (const piece of pieces) {
        taken.push(piece.subarray(0, left))
        left -= Math.min(piece.length, left)
        if (left === 0) break
      }
      return { offset, bytes: Buffer.concat(taken) }
    },

    length: () => length,

    clear: () => {
      pieces = []
      offset += length
      length = 0
    },
  }
}

/** lib0's variable-length numbers, without an object for each: clients must not be the slowest part. Returns where it ends. */
export const writeVarUint = (target: Uint8Array, at: number, number: number): number => {
  let left = number
  while (left > 127) {
    target[at++] = 128 | (left % 128)
    left = Math.floor(left / 128)
  }
  target[at++] = left
  return at
}

/** Reads numbers one after the other. */
export interface Cursor {
  bytes: Uint8Array
  at: number
}

export const readVarUint = (cursor: Cursor): number => {
  let number = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) throw new RangeError('ends in mid-number')
    number += (byte & 127) * factor
    if (byte < 128) return number
  }
}

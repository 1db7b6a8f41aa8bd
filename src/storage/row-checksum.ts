const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** CRC-32 as in zip and PNG files: finds every damage of up to 32 bits in a row, and all but one in 4 billion others. */
export const crc32 = (bytes: Uint8Array): number => {
  let rest = 0xffffffff
  // By index: every row is read through this at opening, before the browser has made iterators fast.
  for (let at = 0; at < bytes.length; at++) rest = (rest >>> 8) ^ (table[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return ~rest >>> 0
}

/** Stands between an update and its checksum: E, V, and two bytes that no update of ours ends in. */
const mark = 0xf5e5_5645
const sealBytes = 8

/**
 * The row that keeps an update: its bytes, and behind them a mark and their checksum. Yjs reads an update up to its own
 * end and passes over what follows, so y-indexeddb and every release before read these rows as they read their own.
 */
export const sealRow = (update: Uint8Array): Uint8Array => {
  const row = new Uint8Array(update.length + sealBytes)
  row.set(update)
  const seal = new DataView(row.buffer, update.length)
  seal.setUint32(0, mark, true)
  seal.setUint32(4, crc32(update), true)
  return row
}

/** The update in a row as it was read; null where it is not what was written. Rows from before the checksum pass. */
export const openRow = (row: unknown): Uint8Array | null => {
  if (!(row instanceof Uint8Array)) return null
  const length = row.length - sealBytes
  if (length < 0) return row
  const seal = new DataView(row.buffer, row.byteOffset + length)
  if (seal.getUint32(0, true) !== mark) return row
  const update = row.subarray(0, length)
  return crc32(update) === seal.getUint32(4, true) ? update : null
}

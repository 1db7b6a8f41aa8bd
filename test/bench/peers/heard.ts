import * as Y from 'yjs'
import { readVarUint, type Cursor } from './varint.ts'

/** Some client's characters and deletions, from a clock up to, not including, another. */
export type Hear = (client: number, from: number, to: number) => void

/** Reads what an update brings: by hand where it is text, because decoding every one would make clients the slowest part. */
export const readHeard = (update: Uint8Array, hear: Hear): void => {
  if (update.length > largeBytes) return readLarge(update, hear)
  const found = readText(update) ?? readAny(update)
  for (let at = 0; at < found.length; at += 3) hear(found[at] ?? 0, found[at + 1] ?? 0, found[at + 2] ?? 0)
}

/** What many get alike is read once. */
const largeBytes = 4096
let lastLarge: { bytes: Uint8Array; found: readonly number[] } | null = null

const readLarge = (update: Uint8Array, hear: Hear): void => {
  if (!lastLarge || Buffer.compare(lastLarge.bytes, update) !== 0) {
    lastLarge = { bytes: Uint8Array.from(update), found: readText(update) ?? readAny(update) }
  }
  const { found } = lastLarge
  for (let at = 0; at < found.length; at += 3) hear(found[at] ?? 0, found[at + 1] ?? 0, found[at + 2] ?? 0)
}

const readAny = (update: Uint8Array): number[] =>
  Y.decodeUpdate(update).structs.flatMap(({ id, length }) => [id.client, id.clock, id.clock + length])

const cursor: Cursor = { bytes: new Uint8Array(), at: 0 }

/** Client, from and to of each client, flat; null where there is something else than text and deletions. */
const readText = (update: Uint8Array): number[] | null => {
  cursor.bytes = update
  cursor.at = 0
  const found: number[] = []
  for (let clients = readVarUint(cursor); clients > 0; clients--) {
    const structs = readVarUint(cursor)
    const client = readVarUint(cursor)
    const from = readVarUint(cursor)
    let to = from
    for (let each = 0; each < structs; each++) {
      const length = readStructLength()
      if (length === null) return null
      to += length
    }
    found.push(client, from, to)
  }
  return found
}

/* Yjs's encoding 1, see `update-reader` in the server's gate. */
const readStructLength = (): number | null => {
  const info = cursor.bytes[cursor.at++] ?? 0
  const kind = info & 31
  if (kind === 0) return readVarUint(cursor)
  if (kind !== 1 && kind !== 4) return null
  for (const origin of [128, 64]) {
    if (!(info & origin)) continue
    readVarUint(cursor)
    readVarUint(cursor)
  }
  if (!(info & 192)) {
    if (readVarUint(cursor) !== 1) return null
    readString()
    if (info & 32) readString()
  }
  return kind === 1 ? readVarUint(cursor) : readString()
}

/** Goes past a string; its length in UTF-16 units. */
const readString = (): number => {
  const size = readVarUint(cursor)
  let length = 0
  for (let left = size; left > 0; left--) {
    const byte = cursor.bytes[cursor.at++] ?? 0
    if (byte < 128 || byte >= 192) length += byte >= 240 ? 2 : 1
  }
  return length
}

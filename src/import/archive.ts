import { Inflate } from 'fflate'
import { Refused } from './refused.ts'

/*
 * A ZIP file, believed in nothing: its list is read from the end of the file, only what is asked for is unpacked, piece by
 * piece, and unpacking ends as soon as more comes out than was announced or is allowed.
 */

export interface Archive {
  names: readonly string[]
  /** Hands over one entry's bytes, piece by piece. False when there is no such entry. */
  read(name: string, take: (piece: Uint8Array) => void): boolean
}

/** An office file has a few dozen, and one for each picture. */
const maxEntries = 20_000

/** All that is unpacked of one file together, in bytes: a hundred times what a long application has. */
const maxUnpackedBytes = 100_000_000

interface Entry {
  method: number
  packed: number
  unpacked: number
  offset: number
  isLocked: boolean
}

/** `onProgress` hears how much of the entry in hand is unpacked, from 0 to 1. */
export const openArchive = (bytes: Uint8Array, onProgress: (share: number) => void): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readList(view, bytes)
  let allowed = maxUnpackedBytes
  return {
    names: [...entries.keys()],
    read: (name, take) => {
      const entry = entries.get(name)
      if (!entry) return false
      if (entry.isLocked) throw new Refused('locked')
      if (entry.unpacked > allowed) throw new Refused('too-large')
      allowed -= entry.unpacked
      unpack(entry, packedBytes(view, bytes, entry), take, onProgress)
      return true
    },
  }
}

const endSignature = 0x06054b50
const listSignature = 0x02014b50
const entrySignature = 0x04034b50
const endBytes = 22
const maxCommentBytes = 65_535

const readList = (view: DataView, bytes: Uint8Array): Map<string, Entry> => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) throw new Refused('too-large')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== listSignature) throw new Refused('damaged')
    const [nameBytes, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
    entries.set(name, {
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + extra + comment
  }
  return entries
}

const findEnd = (view: DataView): number => {
  const last = view.byteLength - endBytes
  for (let at = last; at >= Math.max(0, last - maxCommentBytes); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new Refused('damaged')
}

const packedBytes = (view: DataView, bytes: Uint8Array, { offset, packed }: Entry): Uint8Array => {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== entrySignature) throw new Refused('damaged')
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw new Refused('damaged')
  return bytes.subarray(from, from + packed)
}

/** What these unpack to is at most a thousand times as much. */
const pieceBytes = 8_192

const unpack = (
  { method, unpacked }: Entry,
  packed: Uint8Array,
  take: (piece: Uint8Array) => void,
  onProgress: (share: number) => void,
): void => {
  let left = unpacked
  const pass = (piece: Uint8Array): void => {
    left -= piece.length
    // More than was announced: whoever packed this wants to fill the memory.
    if (left < 0) throw new Refused('damaged')
    take(piece)
  }
  if (method === 0) pass(packed)
  else if (method === 8) inflate(packed, pass, onProgress)
  else throw new Refused('damaged')
  if (left !== 0) throw new Refused('damaged')
}

const inflate = (packed: Uint8Array, take: (piece: Uint8Array) => void, onProgress: (share: number) => void): void => {
  const inflating = new Inflate(take)
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      inflating.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
      onProgress(at / packed.length)
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged')
  }
}

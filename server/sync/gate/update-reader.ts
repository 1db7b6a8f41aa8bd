import { isUtf8 } from 'node:buffer'
import * as decoding from 'lib0/decoding'
import type { IdRange } from '../update-content.ts'
import type { Content, Place } from '../../../src/document/flat-shape.ts'

/**
 * One struct of an update. Client ids are -1 where there is no origin; `root` is null where an origin tells the place,
 * and `place` until that is found out.
 */
export interface Struct {
  clock: number
  length: number
  content: Content
  originClient: number
  originClock: number
  rightClient: number
  rightClock: number
  root: string | null
  key: string | null
  place: Place | null
}

/** The structs of one client id, from `clock` up to, not including, `end`, without a gap. */
export interface Block {
  client: number
  clock: number
  end: number
  structs: Struct[]
}

export interface ReadUpdate {
  blocks: Block[]
  deletes: IdRange[]
}

/** Yjs draws client ids from 32 bits. */
const maxClient = 0xffff_ffff

/** No client id counts further: 30 years of ten characters a second. */
const maxClock = 0xffff_ffff

/** What costs no bytes could otherwise fill a client id with one struct; ten times the largest frame of text. */
const maxDeletedLength = 10_000_000

/** The longest link, every character of it escaped. */
const maxFormatBytes = 12_100

/** Values in one struct. The app writes one; Yjs joins neighbours that were deleted without being collected. */
const maxValues = 100

/** Well-formed, but of a kind that no draft of ours holds. */
class Unfit extends Error {}

/**
 * Reads an update of encoding 1 as Yjs would, without a document: every announced count is measured against the bytes
 * left before anything is made of it. Client ids must descend, as Yjs writes them and `Y.mergeUpdates` relies on.
 * Encoding 2 must never be tried on foreign bytes: 25 of them can decode for ever.
 */
export const readUpdate = (bytes: Uint8Array): ReadUpdate | 'malformed' | 'unfit' => {
  try {
    const decoder = decoding.createDecoder(bytes)
    const update = { blocks: readBlocks(decoder), deletes: readDeletes(decoder) }
    return decoding.hasContent(decoder) ? 'malformed' : update
  } catch (error) {
    return error instanceof Unfit ? 'unfit' : 'malformed'
  }
}

const readBlocks = (decoder: decoding.Decoder): Block[] => {
  const blocks: Block[] = []
  let lastClient = maxClient + 1
  for (let left = readCount(decoder, 3); left > 0; left--) {
    const count = readCount(decoder, 2)
    const client = readAtMost(decoder, lastClient - 1)
    const clock = readAtMost(decoder, maxClock)
    const block: Block = { client, clock, end: clock, structs: [] }
    for (let each = 0; each < count; each++) {
      const struct = readStruct(decoder, block.end)
      block.end += struct.length
      if (struct.length < 1 || block.end > maxClock) throw new RangeError('no clock goes there')
      block.structs.push(struct)
    }
    blocks.push(block)
    lastClient = client
  }
  return blocks
}

const readDeletes = (decoder: decoding.Decoder): IdRange[] => {
  const ranges: IdRange[] = []
  let lastClient = maxClient + 1
  for (let left = readCount(decoder, 2); left > 0; left--) {
    const client = readAtMost(decoder, lastClient - 1)
    lastClient = client
    for (let each = readCount(decoder, 2); each > 0; each--) {
      const from = readAtMost(decoder, maxClock)
      const to = from + readAtMost(decoder, maxClock)
      if (to > from) ranges.push({ client, from, to })
    }
  }
  return ranges
}

/* The bits and numbers of Yjs's encoding 1 (yjs 13.6, Item.js `write` and `contentRefs`). */
const hasOrigin = 128
const hasRightOrigin = 64
const hasKey = 32
const kindBits = 31

const readStruct = (decoder: decoding.Decoder, clock: number): Struct => {
  if (!decoding.hasContent(decoder)) throw new RangeError('ends in mid-struct')
  const info = decoding.readUint8(decoder)
  const struct: Struct = {
    clock,
    length: 1,
    content: text,
    originClient: -1,
    originClock: -1,
    rightClient: -1,
    rightClock: -1,
    root: null,
    key: null,
    place: null,
  }
  const kind = info & kindBits
  if (kind === 0 || kind === 10) {
    struct.content = kind === 0 ? gc : skip
    struct.length = readAtMost(decoder, maxClock)
    return struct
  }
  if (info & hasOrigin) {
    struct.originClient = readAtMost(decoder, maxClient)
    struct.originClock = readAtMost(decoder, maxClock)
  }
  if (info & hasRightOrigin) {
    struct.rightClient = readAtMost(decoder, maxClient)
    struct.rightClock = readAtMost(decoder, maxClock)
  }
  if (!(info & (hasOrigin | hasRightOrigin))) {
    // Otherwise an id: the parent would be a nested type.
    if (decoding.readVarUint(decoder) !== 1) throw new Unfit()
    struct.root = decoding.readVarString(decoder)
    if (info & hasKey) struct.key = decoding.readVarString(decoder)
  }
  switch (kind) {
    case 1:
      struct.content = deleted
      struct.length = readAtMost(decoder, maxDeletedLength)
      return struct
    case 4:
      struct.length = readTextLength(decoder)
      return struct
    case 6:
      struct.content = readFormat(decoder)
      return struct
    case 8: {
      const values = readValues(decoder)
      struct.content = { kind: 'values', values }
      struct.length = values.length
      return struct
    }
    default:
      throw new Unfit()
  }
}

const text: Content = { kind: 'string' }
const deleted: Content = { kind: 'deleted' }
const gc: Content = { kind: 'gc' }
const skip: Content = { kind: 'skip' }

/** The length Yjs counts, in UTF-16 units, of a string that is not needed itself. */
const readTextLength = (decoder: decoding.Decoder): number => {
  const size = readCount(decoder, 1)
  const { arr, pos } = decoder
  const end = pos + size
  decoder.pos = end
  let plain = pos
  while (plain < end && (arr[plain] ?? 0) < 0x80) plain += 1
  if (plain === end) return size
  if (!isUtf8(arr.subarray(pos, end))) throw new RangeError('no UTF-8')
  let length = plain - pos
  for (let at = plain; at < end; at++) {
    const byte = arr[at] ?? 0
    // Continuations count nothing, four bytes are a pair of units.
    if (byte < 0x80 || byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1
  }
  return length
}

const readFormat = (decoder: decoding.Decoder): Content => {
  const key = decoding.readVarString(decoder)
  const value = decoding.readVarUint8Array(decoder)
  if (value.length > maxFormatBytes) throw new Unfit()
  return { kind: 'format', key, value: JSON.parse(decodeText(value)) as unknown }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const decodeText = (bytes: Uint8Array): string => utf8.decode(bytes)

const readValues = (decoder: decoding.Decoder): unknown[] => {
  const count = readCount(decoder, 1)
  if (count > maxValues) throw new Unfit()
  return Array.from({ length: count }, () => readPrimitive(decoder))
}

/** Numbers, strings, true and false; anything else that lib0's `readAny` knows may nest or is not written by the app. */
const readPrimitive = (decoder: decoding.Decoder): unknown => {
  const type = decoder.arr[decoder.pos] ?? 0
  if (type < 119 || type > 125 || type === 122)
    throw type < 116 || type > 127 ? new RangeError('no value') : new Unfit()
  if (type === 123 || type === 124) checkLeft(decoder, type === 123 ? 9 : 5)
  return decoding.readAny(decoder)
}

/** Reads how many things of at least `size` bytes follow. */
const readCount = (decoder: decoding.Decoder, size: number): number => {
  const count = decoding.readVarUint(decoder)
  checkLeft(decoder, count * size)
  return count
}

const checkLeft = ({ arr, pos }: decoding.Decoder, size: number): void => {
  if (size > arr.length - pos) throw new RangeError('announces more than follows')
}

const readAtMost = (decoder: decoding.Decoder, most: number): number => {
  const number = decoding.readVarUint(decoder)
  if (number > most) throw new RangeError(`${number} is more than ${most}`)
  return number
}

import type { Place } from '../../../src/document/flat-shape.ts'
import type { KnownIds } from './known-ids.ts'
import type { Block, Struct } from './update-reader.ts'

/** `gap`: builds on something that this draft lacks. `circle`: structs wait for each other. `unfit`: must not be there. */
export type Unsettled = 'gap' | 'circle' | 'unfit'

/** Takes one struct whose neighbours are all there and whose place is known, or says what is wrong with it. */
type Take = (struct: Struct) => Unsettled | null

interface Cursor {
  block: Block
  at: number
  waits: boolean
}

/**
 * Goes through structs that continue what is known in an order in which each finds what it builds on, as Yjs does when
 * it integrates them, and writes down where in the document each of them is: nowhere beside collected ids. Null when
 * all were taken.
 */
export const settle = (blocks: readonly Block[], known: KnownIds, take: Take): Unsettled | null => {
  const [onlyBlock] = blocks
  const [onlyStruct] = onlyBlock?.structs ?? []
  // A key press: nothing to put in order.
  if (onlyStruct && blocks.length === 1 && onlyBlock?.structs.length === 1 && buildsOnKnown(onlyStruct, known)) {
    const { originClient, originClock, rightClient, rightClock } = onlyStruct
    const left = originClient === -1 ? null : known.placeOf(originClient, originClock)
    const right = rightClient === -1 ? null : known.placeOf(rightClient, rightClock)
    return putInPlace(onlyStruct, left, right) ?? take(onlyStruct)
  }

  const cursors = blocks.map((block): Cursor => ({ block, at: 0, waits: false }))
  const only = cursors.length === 1 ? cursors[0] : undefined
  const byClient = only ? null : new Map(cursors.map((cursor) => [cursor.block.client, cursor]))
  const cursorOf = (client: number): Cursor | undefined =>
    byClient ? byClient.get(client) : only?.block.client === client ? only : undefined

  const placeOf = (client: number, clock: number): Place | null => {
    if (clock < known.count(client)) return known.placeOf(client, clock)
    const cursor = cursorOf(client)
    return cursor?.block.structs[structAt(cursor.block.structs, clock)]?.place ?? null
  }

  /** The cursor that must get past an id first; null when the id is there, 'gap' when nobody brings it. */
  const waitsFor = (client: number, clock: number): Cursor | 'gap' | null => {
    if (client === -1 || clock < known.count(client)) return null
    const cursor = cursorOf(client)
    if (!cursor || clock >= cursor.block.end || clock < cursor.block.clock) return 'gap'
    return clock < reached(cursor) ? null : cursor
  }

  const settleUpTo = (first: Cursor): Unsettled | null => {
    const stack: { cursor: Cursor; upTo: number }[] = [{ cursor: first, upTo: first.block.end }]
    first.waits = true
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { cursor, upTo } = top
      const struct = cursor.block.structs[cursor.at]
      if (!struct || struct.clock >= upTo) {
        cursor.waits = false
        stack.pop()
        continue
      }
      const { originClient, originClock, rightClient, rightClock } = struct
      const onLeft = waitsFor(originClient, originClock)
      const blocker = onLeft ?? waitsFor(rightClient, rightClock)
      if (blocker === 'gap') return 'gap'
      if (blocker) {
        if (blocker.waits) return 'circle'
        blocker.waits = true
        stack.push({ cursor: blocker, upTo: (onLeft ? originClock : rightClock) + 1 })
        continue
      }
      const left = originClient === -1 ? null : placeOf(originClient, originClock)
      const right = rightClient === -1 ? null : placeOf(rightClient, rightClock)
      const problem = putInPlace(struct, left, right) ?? take(struct)
      if (problem) return problem
      cursor.at += 1
    }
    return null
  }

  for (const cursor of cursors) {
    const problem = settleUpTo(cursor)
    if (problem) return problem
  }
  return null
}

const buildsOnKnown = ({ originClient, originClock, rightClient, rightClock }: Struct, known: KnownIds): boolean =>
  (originClient === -1 || originClock < known.count(originClient)) &&
  (rightClient === -1 || rightClock < known.count(rightClient))

/** Null when its two neighbours agree on where it is. */
const putInPlace = (struct: Struct, left: Place | null, right: Place | null): Unsettled | null => {
  if (struct.originClient !== -1 && struct.rightClient !== -1 && !samePlace(left, right)) return 'unfit'
  struct.place = struct.root === null ? (left ?? right) : { root: struct.root, key: struct.key }
  return null
}

const reached = ({ block, at }: Cursor): number => block.structs[at]?.clock ?? block.end

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.root === b.root && a.key === b.key)

/** Binary search: the index of the struct that holds this clock, which one of them does. */
const structAt = (structs: readonly Struct[], clock: number): number => {
  let low = 0
  let high = structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((structs[middle]?.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return low
}

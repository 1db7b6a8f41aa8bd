import type { Formats } from '../document/lines.ts'

/** One piece of a change to a section's text, counted in UTF-16 units; an embedded value counts one. */
export type Op =
  { retain: number; formats?: Formats } | { insert: string | Embedded; formats: Formats } | { delete: number }

/** A change to a section's text. What it does not reach stays as it is. */
export type Delta = readonly Op[]

/** A value someone put into the text that is no character. Null when it cannot be copied (a nested shared type). */
export interface Embedded {
  embed: string | null
}

export const opLength = (op: Op): number => {
  if ('retain' in op) return op.retain
  if ('delete' in op) return op.delete
  return typeof op.insert === 'string' ? op.insert.length : 1
}

/** By how much a change makes the text longer. */
export const growth = (delta: Delta): number =>
  delta.reduce((sum, op) => sum + ('insert' in op ? opLength(op) : 'delete' in op ? -op.delete : 0), 0)

/** Adds an op to a delta that is being built, joining it with the last one where that says the same. */
export const push = (delta: Op[], op: Op): void => {
  if (opLength(op) === 0) return
  const last = delta.at(-1)
  if (last && 'delete' in op && 'delete' in last) last.delete += op.delete
  else if (last && 'retain' in op && 'retain' in last && sameFormats(last.formats ?? {}, op.formats ?? {})) {
    last.retain += op.retain
  } else if (
    last &&
    'insert' in op &&
    'insert' in last &&
    typeof op.insert === 'string' &&
    typeof last.insert === 'string' &&
    sameFormats(last.formats, op.formats)
  ) {
    last.insert += op.insert
  } else {
    delta.push({ ...op })
  }
}

/** Drops what a delta says about text it leaves alone at its end. */
export const trimmed = (delta: Op[]): Op[] => {
  for (let last = delta.at(-1); last && 'retain' in last && !last.formats; last = delta.at(-1)) delta.pop()
  return delta
}

export const sameFormats = (a: Formats, b: Formats): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]))
}

export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b)

/** JSON with sorted keys, so that equal values have equal texts. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'null'

/**
 * The change `delta` as it has to be made after `other` was made to the same text. Where both insert at one place, or
 * format the same text differently, `wins` says that this one goes first and prevails. Apply `a` then
 * `transform(b, a, false)`, or `b` then `transform(a, b, true)`: the text is the same.
 */
export const transform = (delta: Delta, other: Delta, wins: boolean): Delta => {
  const result: Op[] = []
  const mine = reader(delta)
  const theirs = reader(other)
  while (mine.next() || theirs.next()) {
    const a = mine.next()
    const b = theirs.next()
    if (a && 'insert' in a && (wins || !b || !('insert' in b))) {
      push(result, mine.take(opLength(a)))
      continue
    }
    if (b && 'insert' in b) {
      push(result, { retain: theirs.length() })
      theirs.take(theirs.length())
      continue
    }
    if (!a) break
    const length = Math.min(mine.length(), theirs.length())
    const op = mine.take(length)
    const over = theirs.take(length)
    if ('delete' in over) continue
    if ('retain' in op && op.formats && !wins && 'retain' in over && over.formats) {
      const kept = Object.fromEntries(Object.entries(op.formats).filter(([key]) => !(key in (over.formats ?? {}))))
      push(result, Object.keys(kept).length > 0 ? { retain: length, formats: kept } : { retain: length })
    } else {
      push(result, op)
    }
  }
  return trimmed(result)
}

/** Where a place in the text is after a change. `sticks` to the character on its left or on its right. */
export const transformIndex = (index: number, delta: Delta, sticks: 'left' | 'right'): number => {
  let at = 0
  let result = index
  for (const op of delta) {
    if (at > result) break
    if ('insert' in op) {
      if (at === result && sticks === 'left') break
      result += opLength(op)
      at += opLength(op)
    } else if ('delete' in op) {
      result -= Math.min(op.delete, Math.max(0, result - at))
    } else {
      at += op.retain
    }
  }
  return result
}

/** Reads a delta in portions; past its end it retains without end. */
const reader = (delta: Delta) => {
  let index = 0
  let offset = 0
  const next = () => delta[index]
  const length = () => {
    const op = next()
    return op ? opLength(op) - offset : Infinity
  }
  const take = (count: number): Op => {
    const op = next()
    if (!op) return { retain: count }
    const from = offset
    const whole = count === opLength(op) - offset
    offset = whole ? 0 : offset + count
    if (whole) index += 1
    if ('delete' in op) return { delete: count }
    if ('retain' in op) return { ...op, retain: count }
    return typeof op.insert === 'string' ? { ...op, insert: op.insert.slice(from, from + count) } : op
  }
  return { next, length, take }
}

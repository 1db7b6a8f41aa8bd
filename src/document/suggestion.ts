import * as Y from 'yjs'
import type { EntryOf, SuggestedOp } from '../domain/discussion-entry.ts'
import { plainSuggested } from '../domain/suggested-words.ts'
import { createAnchorReader, wordsOf } from './anchor.ts'
import { isLineKind, isSafeLink } from './lines.ts'

export type Proposed = Pick<EntryOf<'suggestion'>, 'from' | 'to' | 'quote' | 'change'>

/**
 * How a suggestion stands to the text as it is now. `applies`: its words stand there as they did. `changed`: others stand
 * there, `now`. `gone`: they are gone; this is the place next to where they stood.
 */
export interface Standing {
  name: 'applies' | 'changed' | 'gone'
  from: number
  to: number
  now: string
}

/**
 * Tells of many suggestions how they stand to a text, which is walked through once. Good until the text changes. Null
 * where the place cannot be told, or not yet. Never throws, whatever a peer wrote.
 */
export const createStandingReader = (text: Y.Text): ((proposed: Proposed) => Standing | null) => {
  const find = createAnchorReader(text)
  const words = wordsOf(text)
  return (proposed) => {
    const stood = find({ ...proposed, quote: '' })
    if (stood === null) return null
    const found = find(proposed) ?? stood
    // The same words in another place are not those that somebody wants to change.
    const isThere = found.from <= stood.to && found.to >= stood.from
    const { from, to } = isThere ? found : stood
    const now = words.slice(from, to)
    const isGone = isThere ? found.isGone : from === to
    const applies = !isGone && now === proposed.quote && reachOf(proposed.change) <= proposed.quote.length
    return { name: applies ? 'applies' : isGone ? 'gone' : 'changed', from, to, now }
  }
}

/** How much of the text a change goes over. */
export const reachOf = (change: readonly SuggestedOp[]): number =>
  change.reduce((sum, op) => sum + ('retain' in op ? op.retain : 'delete' in op ? op.delete : 0), 0)

/** Yjs client id, first clock, clock behind the last. */
export type Wrote = [client: number, from: number, to: number]

/**
 * Writes a suggestion's change at a place where it applies, with as few new characters as it needs. To be called within
 * a transaction. Returns what it wrote; null where that is nothing.
 */
export const applySuggestion = (text: Y.Text, from: number, change: readonly SuggestedOp[]): Wrote | null =>
  write(text, [...(from > 0 ? [{ retain: from }] : []), ...change.flatMap(toYjs)])

/** Puts the words a suggestion proposes in the place of what stands there now, whatever that is. As `applySuggestion`. */
export const replaceBySuggestion = (
  text: Y.Text,
  { from, to }: Pick<Standing, 'from' | 'to'>,
  { quote, change }: Pick<Proposed, 'quote' | 'change'>,
): Wrote | null => {
  const whole = wholeChange(quote, change)
  const gone = to > from ? [{ delete: to - from }] : []
  return write(text, [...(from > 0 ? [{ retain: from }] : []), ...gone, ...whole.flatMap(toYjs)])
}

/** A change as nothing but what it inserts, for a place in which its quote no longer stands. */
const wholeChange = (quote: string, change: readonly SuggestedOp[]): SuggestedOp[] => {
  const result: SuggestedOp[] = []
  let at = 0
  const keep = (length: number, formats = {}): void => {
    if (quote.slice(at, at + length).replaceAll('\uFFFC', '') !== '')
      result.push({ insert: quote.slice(at, at + length).replaceAll('\uFFFC', ''), formats })
    at += length
  }
  for (const op of change) {
    if ('insert' in op) result.push(op)
    else if ('delete' in op) at += op.delete
    else keep(op.retain, op.formats)
  }
  keep(quote.length - at)
  return result
}

const write = (text: Y.Text, delta: object[]): Wrote | null => {
  const store = text.doc?.store
  if (!store) return null
  const client = text.doc?.clientID ?? 0
  const before = Y.getState(store, client)
  text.applyDelta(delta)
  const after = Y.getState(store, client)
  return after > before ? [client, before, after] : null
}

/** What a peer suggests may be anything: only formats this app knows get into the text, and only whole characters. */
const toYjs = (op: SuggestedOp): object[] => {
  if ('delete' in op) return [op]
  if ('retain' in op) {
    const attributes = readable(op.formats ?? {}, isOfLine)
    return [{ retain: op.retain, ...(Object.keys(attributes).length > 0 && { attributes }) }]
  }
  return plainSuggested(op.insert)
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((insert) => {
      const given = Object.entries(readable(op.formats, () => insert === '\n')).filter(([, value]) => value !== null)
      return { insert, attributes: Object.fromEntries(given) }
    })
}

const isOfLine = (key: string): boolean => key === 'kind' || key === 'level'

const readable = (formats: object, isNewline: (key: string) => boolean): object =>
  Object.fromEntries(Object.entries(formats).filter(([key, value]) => isSuggested(isNewline(key), key, value)))

/** Whether a newline, or any other character, may get this format by a suggestion; null ends one. */
export const isSuggested = (isNewline: boolean, key: string, value: unknown): boolean => {
  if (isNewline !== isOfLine(key)) return false
  if (value === null) return true
  switch (key) {
    case 'kind':
      return isLineKind(value) && value !== 'paragraph'
    case 'level':
      return value === 1 || value === 2 || value === 3
    case 'bold':
    case 'italic':
      return value === true
    case 'link':
      return isSafeLink(value)
    default:
      return false
  }
}

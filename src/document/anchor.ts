import * as Y from 'yjs'
import { itemsOf } from './items.ts'

/** A passage as an entry keeps it: where it begins and ends as Yjs relative positions in base64, and its words. */
export interface Anchor {
  from: string
  to: string
  quote: string
}

/** Where a passage is in the text now, in UTF-16 units. */
export interface Place {
  from: number
  to: number
  /** Whether the words are gone: then this is the place next to where they stood. */
  isGone: boolean
}

/**
 * Holds on to the words from one place of a section's text up to another: whatever is typed at their edges stays
 * outside. Where both places are the same it holds on to the place between two characters.
 */
export const createAnchor = (text: Y.Text, from: number, to: number): Anchor => {
  const words = wordsOf(text)
  if (from < to) return { from: encode(text, from, 0), to: encode(text, to, -1), quote: words.slice(from, to) }
  // At a line's start the place belongs to the line, not to the newline before it.
  const place = encode(text, from, from === 0 || words[from - 1] === '\n' ? 0 : -1)
  return { from: place, to: place, quote: '' }
}

/** Where a passage is now; null where its positions lead nowhere in this text and its words stand there more than once or not. */
export const resolveAnchor = (text: Y.Text, anchor: Anchor): Place | null => createAnchorReader(text)(anchor)

/** The words of a text; whatever else counts as a character in it is U+FFFC. */
export const wordsOf = (text: Y.Text): string => {
  let words = ''
  for (const item of itemsOf(text)) {
    if (item.deleted || !item.countable) continue
    words += item.content instanceof Y.ContentString ? item.content.str : '\uFFFC'.repeat(item.length)
  }
  return words
}

/**
 * Finds many passages in a text as it stands now: it is walked through once. Good until the text changes. What it reads
 * may be anything a peer wrote: it never throws.
 */
export const createAnchorReader = (text: Y.Text): ((anchor: Anchor) => Place | null) => {
  const words = wordsOf(text)
  const starts = new Map<Y.Item, number>()
  let length = 0
  for (const item of itemsOf(text)) {
    starts.set(item, length)
    if (!item.deleted && item.countable) length += item.length
  }

  const find = (position: string): Found | null => {
    const relative = decode(position)
    if (relative?.item) return findItem(relative.item, relative.assoc)
    // Looking a foreign root up would create it.
    if (!relative || relative.tname !== Y.findRootTypeKey(text)) return null
    return { index: relative.assoc < 0 ? 0 : length, stands: true }
  }
  const findItem = (id: Y.ID, assoc: number): Found | null => {
    const store = text.doc?.store
    if (!store || id.clock >= Y.getState(store, id.client)) return null
    const item: unknown = Y.getItem(store, id)
    const start = item instanceof Y.Item ? starts.get(item) : undefined
    if (!(item instanceof Y.Item) || start === undefined) return null
    if (item.deleted || !item.countable) return { index: start, stands: false }
    return { index: start + id.clock - item.id.clock + (assoc < 0 ? 1 : 0), stands: true }
  }

  return ({ from, to, quote }) => {
    const [start, end] = [find(from), find(to)]
    if (!start || !end) return theOnly(words, quote)
    const place = { from: start.index, to: Math.max(start.index, end.index) }
    if (quote === '' || words.slice(place.from, place.to) === quote) return { ...place, isGone: false }
    // Taken back deletions come as new characters, cut and pasted words as well.
    if (!start.stands || !end.stands) {
      const again = beside(words, quote, place) ?? (hasLeft(words, quote, place) ? null : theOnly(words, quote))
      if (again) return again
    }
    const isGone = place.from === place.to || (!start.stands && !end.stands && !hasLeft(words, quote, place))
    return { ...place, isGone }
  }
}

interface Found {
  index: number
  /** Whether the character it holds on to is still there. */
  stands: boolean
}

/** So many characters in a row tell that a part of a passage is left where both its ends are gone. */
const tellingLength = 4

const hasLeft = (words: string, quote: string, { from, to }: { from: number; to: number }): boolean => {
  const now = words.slice(from, to)
  const length = Math.min(tellingLength, quote.length)
  for (let at = 0; at + length <= quote.length; at += 1) if (now.includes(quote.slice(at, at + length))) return true
  return false
}

/** The quote where it overlaps or touches a place. */
const beside = (words: string, quote: string, place: { from: number; to: number }): Place | null => {
  const from = words.indexOf(quote, Math.max(0, place.from - quote.length))
  return from >= 0 && from <= place.to ? { from, to: from + quote.length, isGone: false } : null
}

/** The quote where it stands exactly once. */
const theOnly = (words: string, quote: string): Place | null => {
  const from = quote === '' ? -1 : words.indexOf(quote)
  if (from < 0 || words.includes(quote, from + 1)) return null
  return { from, to: from + quote.length, isGone: false }
}

const encode = (text: Y.Text, index: number, assoc: number): string => {
  const position = Y.createRelativePositionFromTypeIndex(text, index, assoc)
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}

const decode = (base64: string): Y.RelativePosition | null => {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
  } catch {
    return null
  }
}

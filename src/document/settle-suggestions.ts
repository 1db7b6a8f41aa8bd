import * as Y from 'yjs'
import type { EntryId } from '../domain/discussion-entry.ts'
import { wordsOf } from './anchor.ts'
import { itemsOf } from './items.ts'
import { byAccepting } from './origins.ts'
import { applySuggestion, createStandingReader, replaceBySuggestion, type Proposed, type Wrote } from './suggestion.ts'

export interface Open {
  id: EntryId
  proposed: Proposed
}

export interface Accepting {
  /** Those that are in the text now, with what each wrote. */
  accepted: readonly { id: EntryId; wrote: readonly Wrote[] }[]
  /** Those under which the text is another, or which others of these have changed: nothing was done about them. */
  left: readonly EntryId[]
}

/** Makes the changes of suggestions to a section's text as one edit, each only where its words stand as they did. */
export const acceptSuggestions = (text: Y.Text, open: readonly Open[]): Accepting => {
  const accepted = new Map<EntryId, readonly Wrote[]>()
  const round = (left: readonly Open[]): Open[] => {
    const read = createStandingReader(text)
    const standing = left
      .map((each) => ({ ...each, at: read(each.proposed) }))
      .filter(({ at }) => at?.name === 'applies')
      .sort((a, b) => (b.at?.from ?? 0) - (a.at?.from ?? 0))
    // From the last to the first: what was found before stays where it was found.
    let before = Infinity
    for (const { id, proposed, at } of standing) {
      if (!at || at.to > before) continue
      const wrote = applySuggestion(text, at.from, proposed.change)
      accepted.set(id, wrote ? [wrote] : [])
      before = at.from
    }
    return left.filter(({ id }) => !accepted.has(id))
  }
  text.doc?.transact(() => {
    let left = open
    for (let count = -1; left.length > 0 && count !== accepted.size;) {
      count = accepted.size
      left = round(left)
    }
  }, byAccepting)
  return {
    accepted: open.flatMap(({ id }) => {
      const wrote = accepted.get(id)
      return wrote ? [{ id, wrote }] : []
    }),
    left: open.flatMap(({ id }) => (accepted.has(id) ? [] : [id])),
  }
}

/**
 * Accepts a suggestion whose words have changed meanwhile, as somebody has decided who saw both wordings. Where its place
 * cannot be told any more the proposed words go to the text's end. Returns what it wrote.
 */
export const acceptChanged = (text: Y.Text, proposed: Proposed, how: 'replace' | 'both'): readonly Wrote[] => {
  const wrote: Wrote[] = []
  text.doc?.transact(() => {
    const place = createStandingReader(text)(proposed) ?? { from: endOf(text), to: endOf(text) }
    const at = how === 'replace' ? place : { from: place.to, to: place.to }
    const added = replaceBySuggestion(text, at, proposed)
    if (added) wrote.push(added)
    if (how === 'both' && place.to > place.from) {
      // That it is a second one tells the suggestion's author that the old words are to stay.
      const space = applySuggestion(text, place.to, [{ insert: ' ', formats: {} }])
      if (space) wrote.push(space)
    }
  }, byAccepting)
  return wrote
}

const endOf = (text: Y.Text): number => text.length - (wordsOf(text).endsWith('\n') ? 1 : 0)

/** Whether what a suggestion wrote is out of the text again, and its words stand there as before it was accepted. */
export const isTakenBack = (text: Y.Text, proposed: Proposed, wrote: readonly Wrote[]): boolean => {
  if (standingRanges(text, wrote, true).length > 0) return false
  return createStandingReader(text)(proposed)?.name === 'applies'
}

/** Whether two people have accepted the same at the same time and its words stand there twice. */
export const isInTwice = (text: Y.Text, acceptances: readonly (readonly Wrote[])[]): boolean =>
  acceptances.filter((wrote) => standingRanges(text, wrote).length > 0).length > 1

/** Whether all that acceptances wrote has come to this text, whether or not it still stands there. */
export const hasCome = ({ doc }: Y.Text, wrote: readonly Wrote[]): boolean =>
  wrote.every(([client, , end]) => doc !== null && Y.getState(doc.store, client) >= end)

/**
 * Takes out what an acceptance wrote, as one edit; what others wrote between stays. With `words` only parts of these:
 * whoever accepted says themselves what they wrote.
 */
export const takeOut = (text: Y.Text, wrote: readonly Wrote[], words: string | null = null): void =>
  text.doc?.transact(() => {
    const all = wordsOf(text)
    for (const [from, to] of standingRanges(text, wrote).toReversed()) {
      if (words === null || words.includes(all.slice(from, to))) text.delete(from, to - from)
    }
  }, byAccepting)

/** Where characters written under these ids stand now; with `formats` also where a format of theirs begins. */
export const standingRanges = (text: Y.Text, wrote: readonly Wrote[], formats = false): [number, number][] => {
  const ranges: [number, number][] = []
  let at = 0
  for (const item of itemsOf(text)) {
    if (item.deleted) continue
    const { client, clock } = item.id
    const counts = item.countable ? item.length : 0
    for (const [by, first, end] of wrote) {
      const [from, to] = [Math.max(first, clock) - clock, Math.min(end, clock + item.length) - clock]
      if (by !== client || from >= to) continue
      if (counts > 0) ranges.push([at + from, at + to])
      else if (formats) ranges.push([at, at])
    }
    at += counts
  }
  return ranges
}

import type * as Y from 'yjs'
import { standingRanges } from '../../document/settle-suggestions.ts'
import { createStandingReader, type Proposed } from '../../document/suggestion.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { findDifferences } from '../../domain/sequence-difference.ts'
import { wordsAfter } from '../../domain/suggested-words.ts'
import type { Stretch } from '../../editor/places.ts'
import type { ForkPiece, SuggestedFormats } from '../../editor/suggesting/compare-fork.ts'

/** Where both wordings stand in the content: the old words, and behind them those taken in. */
interface Both {
  old: Stretch
  now: string
  taken: Stretch
}

type Letters = { insert: string; attributes: SuggestedFormats }

/** How a fork has to be written for its text to stand to both wordings as it stood to the suggestion. */
export interface KeptBoth {
  /** In the fork, with what is typed at its edges. */
  at: Stretch
  /** A delta: the old words, and what this person says instead of those taken in. */
  delta: readonly object[]
  /** Nothing is said otherwise there. */
  isSame: boolean
}

/**
 * Whoever decided has kept the old words beside the proposed ones. In the fork of their author the old ones are still
 * struck and the proposed ones stand in their place: what was typed there beyond them is about those taken in. Null where
 * one of the two does not stand there, or not both were kept.
 */
export const readKeptBoth = (
  content: Y.Text,
  pieces: readonly ForkPiece[],
  suggestion: Pick<Suggestion, 'proposed' | 'wrote'>,
): KeptBoth | null => {
  const both = findBoth(content, suggestion)
  if (both === null) return null
  const { proposed } = suggestion
  const { at, written } = readThere(pieces, both, proposed)
  const isSame = written.map(({ insert }) => insert).join('') === wordsAfter(proposed)
  const { old, taken } = both
  const kept = isSame ? { from: old.from, to: taken.to } : { from: old.from, to: taken.from }
  return { at, isSame, delta: [...cut(content, kept), ...(isSame ? [] : written)] }
}

/** Of the two that `acceptChanged` writes the proposed words are the first; only with both kept there is a second. */
const findBoth = (content: Y.Text, { proposed, wrote }: Pick<Suggestion, 'proposed' | 'wrote'>): Both | null => {
  const [words, space] = wrote
  const old = words && space && createStandingReader(content)(proposed)
  const ranges = words ? standingRanges(content, [words]) : []
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!old || !first || !last || old.from === old.to || first[0] < old.to) return null
  return { old, now: old.now, taken: { from: first[0], to: last[1] } }
}

/** What the fork says there of its own: what is new in it, and what it leaves of the words that were suggested about. */
const readThere = (pieces: readonly ForkPiece[], { old, now, taken }: Both, proposed: Proposed) => {
  const written: Letters[] = []
  const write = (insert: string, attributes: SuggestedFormats = {}): void => {
    if (insert !== '') written.push({ insert, attributes })
  }
  const leftOf = leftWords(now, proposed)
  const at: Stretch = { from: -1, to: -1 }
  let [place, here] = [0, 0]
  for (const piece of pieces) {
    if (piece.kind === 'touched') continue
    const { length } = piece.text
    const end = piece.kind === 'new' ? place : place + length
    if (place <= taken.to && end >= old.from && (piece.kind === 'new' || (place < taken.to && end > old.from))) {
      const [from, to] = [Math.max(old.from, place), Math.min(taken.to, end)]
      const shown = piece.kind === 'gone' ? 0 : piece.kind === 'new' ? length : to - from
      const start = piece.kind === 'kept' ? here + from - place : here
      if (at.from < 0) at.from = start
      at.to = start + shown
      if (piece.kind === 'new') write(piece.text, piece.formats)
      else
        for (let each = from; each < Math.min(to, old.to); each += 1)
          write(leftOf(each - old.from, piece.kind === 'kept'))
    }
    place = end
    if (piece.kind !== 'gone') here += length
  }
  return { at, written }
}

/**
 * Of the words as they stand now, letter by letter, what belongs to the proposed wording: neither what others have added
 * nor what this person has struck, and before it what others have struck of the words that the suggestion leaves.
 */
const leftWords = (now: string, { quote, change }: Proposed): ((at: number, isLeft: boolean) => string) => {
  const struck = new Set<number>()
  let read = 0
  for (const op of change) {
    if ('insert' in op) continue
    const length = 'delete' in op ? op.delete : op.retain
    if ('delete' in op) for (let at = read; at < read + length; at += 1) struck.add(at)
    read += length
  }
  const hunks = findDifferences(now.split(''), quote.split(''))
  return (at, isLeft) => {
    const isAdded = hunks.some(({ aFrom, aTo }) => aFrom <= at && at < aTo)
    const missing = hunks
      .filter(({ aTo }) => aTo === at)
      .flatMap(({ bFrom, bTo }) =>
        quote
          .slice(bFrom, bTo)
          .split('')
          .filter((_, index) => !struck.has(bFrom + index)),
      )
    return missing.join('') + (isLeft && !isAdded ? now.charAt(at) : '')
  }
}

/** A stretch of a text as a delta. */
const cut = (text: Y.Text, { from, to }: Stretch): object[] => {
  const ops: { insert: string | object; attributes?: object }[] = text.toDelta()
  let at = 0
  return ops.flatMap(({ insert, attributes }) => {
    const length = typeof insert === 'string' ? insert.length : 1
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)]
    at += length
    if (start >= end) return []
    return [
      { insert: typeof insert === 'string' ? insert.slice(start, end) : insert, ...(attributes && { attributes }) },
    ]
  })
}

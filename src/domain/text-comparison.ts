import { findDifferences } from './sequence-difference.ts'
import { compareWords, readWords, type WordPiece } from './wording-changes.ts'

/** A part of two texts: lines that are in both, or what stood and stands in one place, word by word. */
export type TextBlock =
  { kind: 'same'; text: string } | { kind: 'changed'; before: string; after: string; pieces: readonly WordPiece[] }

/** Of two wordings that share less than this of their letters, each is read better in one piece. */
const leastShared = 0.4

/** Two texts as one, in blocks of whole lines; without what is new it is `before`, without what is gone `after`. */
export const compareTexts = (before: string, after: string): TextBlock[] => {
  const [a, b] = [linesOf(before), linesOf(after)]
  const blocks: TextBlock[] = []
  let read = 0
  const keepUpTo = (end: number): void => {
    if (end > read) blocks.push({ kind: 'same', text: a.slice(read, end).join('\n') })
    read = end
  }
  for (const { aFrom, aTo, bFrom, bTo } of findDifferences(a, b)) {
    keepUpTo(aFrom)
    const [was, is] = [a.slice(aFrom, aTo).join('\n'), b.slice(bFrom, bTo).join('\n')]
    blocks.push({ kind: 'changed', before: was, after: is, pieces: readablePieces(was, is) })
    read = aTo
  }
  keepUpTo(a.length)
  return blocks
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** What was struck out and what is new, word by word where that can be followed. */
export const readablePieces = (before: string, after: string): readonly WordPiece[] => {
  if (sharedLetters(before, after) >= leastShared * longest(before, after)) {
    const pieces = compareWords(before, after)
    const shared = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
    if (shared >= leastShared * longest(before, after)) return pieces
  }
  const whole: WordPiece[] = [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]
  return whole.filter(({ text }) => text !== '')
}

const longest = (a: string, b: string): number => Math.max(a.length, b.length)

/** How many letters of words the two can have in common at most, whatever their order: following words is dear. */
const sharedLetters = (before: string, after: string): number => {
  const left = new Map<string, number>()
  for (const word of readWords(before)) left.set(word, (left.get(word) ?? 0) + 1)
  return readWords(after).reduce((sum, word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count > 0 ? sum + word.length : sum
  }, 0)
}

/** How many words are new and how many gone. */
export const countWords = (blocks: readonly TextBlock[]): { fresh: number; gone: number } => {
  const count = (wanted: WordPiece['kind']): number =>
    blocks
      .flatMap((block) => (block.kind === 'changed' ? block.pieces : []))
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu) ?? []).length, 0)
  return { fresh: count('new'), gone: count('gone') }
}

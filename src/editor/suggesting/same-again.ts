import { sameFormats } from '../delta.ts'
import type { ForkPiece, SuggestedFormats } from './compare-fork.ts'

interface Letter {
  letter: string
  formats: SuggestedFormats
}

/**
 * Words that were struck and stand there again, by an undo or typed anew, were never changed: what begins and ends alike
 * in one place counts as kept, by whole words.
 */
export const withoutSameAgain = (pieces: readonly ForkPiece[]): ForkPiece[] => {
  const result: ForkPiece[] = []
  let run: ForkPiece[] = []
  let before = ''
  const close = (after: string): void => {
    result.push(...settled(run, before.at(-1), after[0]))
    run = []
    before = after
  }
  for (const piece of pieces) {
    if (piece.kind === 'kept') {
      close(piece.text)
      result.push(piece)
    } else run.push(piece)
  }
  close('')
  return result
}

/** `before` and `after` are the letters beside the run, where there are any. */
const settled = (
  run: readonly ForkPiece[],
  before: string | undefined,
  after: string | undefined,
): readonly ForkPiece[] => {
  const gone = lettersOf(run, 'gone')
  const fresh = lettersOf(run, 'new')
  if (gone.length === 0 || fresh.length === 0) return run
  const shorter = Math.min(gone.length, fresh.length)
  /** Whether no word goes across the place in both wordings. */
  const isEdge = (inGone: number, inFresh: number): boolean =>
    [[gone, inGone] as const, [fresh, inFresh] as const].every(
      ([letters, at]) =>
        isBetween(at > 0 ? letters[at - 1]?.letter : before) ||
        isBetween(at < letters.length ? letters[at]?.letter : after),
    )
  let start = 0
  while (start < shorter && isSame(gone[start], fresh[start])) start += 1
  if (gone.length === fresh.length && start === shorter) return [...touchedOf(run), kept(gone)]
  while (start > 0 && !isEdge(start, start)) start -= 1
  let end = 0
  while (end < shorter - start && isSame(gone.at(-1 - end), fresh.at(-1 - end))) end += 1
  while (end > 0 && !isEdge(gone.length - end, fresh.length - end)) end -= 1
  if (start + end === 0) return run
  return [
    // What counts as kept was written in as well: a suggestion about it is none any more.
    ...touchedOf(run),
    kept(gone.slice(0, start)),
    ...touchedOf(run),
    ...asPieces('gone', gone.slice(start, gone.length - end)),
    ...asPieces('new', fresh.slice(start, fresh.length - end)),
    kept(gone.slice(gone.length - end)),
  ].filter((piece) => piece.kind === 'touched' || piece.text !== '')
}

const lettersOf = (run: readonly ForkPiece[], kind: 'gone' | 'new'): Letter[] =>
  run.flatMap((piece) =>
    piece.kind === kind ? piece.text.split('').map((letter) => ({ letter, formats: piece.formats })) : [],
  )

const touchedOf = (run: readonly ForkPiece[]): ForkPiece[] =>
  run.some(({ kind }) => kind === 'touched') ? [{ kind: 'touched' }] : []

const isSame = (a: Letter | undefined, b: Letter | undefined): boolean =>
  a !== undefined && b !== undefined && a.letter === b.letter && sameFormats(a.formats, b.formats)

/** Between words there are spaces and signs, or nothing more. */
const isBetween = (letter: string | undefined): boolean => letter === undefined || /[\s\p{P}]/u.test(letter)

const kept = (letters: readonly Letter[]): ForkPiece => ({
  kind: 'kept',
  text: letters.map(({ letter }) => letter).join(''),
  formats: null,
})

const asPieces = (kind: 'gone' | 'new', letters: readonly Letter[]): ForkPiece[] => {
  const pieces: { kind: 'gone' | 'new'; text: string; formats: SuggestedFormats }[] = []
  for (const { letter, formats } of letters) {
    const last = pieces.at(-1)
    if (last && sameFormats(last.formats, formats)) last.text += letter
    else pieces.push({ kind, text: letter, formats })
  }
  return pieces
}

import type { Places, Stretch } from '../places.ts'
import type { ForkPiece } from './compare-fork.ts'

/** The places of a fork's editor as places in the content, which is what everybody outside speaks of. */
export const placesOfContent = (editor: Places, pieces: () => readonly ForkPiece[]): Places => ({
  selection: () => inContent(pieces(), editor.selection()),
  boxOf: (stretch) => editor.boxOf(inFork(pieces(), stretch)),
  enterAt: (index) => {
    const { to } = editor.selection()
    // Within new words the caret stays where it is.
    const isThere = inContent(pieces(), { from: to, to }).to === index
    editor.enterAt(isThere ? to : inFork(pieces(), { from: index, to: index }).to)
  },
  toShown: (stretch) => inFork(pieces(), stretch),
})

/** Where a stretch of the content is in the fork's text, in UTF-16 units; empty where the fork has none of it. */
export const inFork = (pieces: readonly ForkPiece[], stretch: Stretch): Stretch => across(pieces, stretch, 'new')

/**
 * Where a stretch of the fork's text is in the content, in UTF-16 units, without the line ends and spaces around it. Of
 * words that are new in the fork it is the place they would go to.
 */
export const inContent = (pieces: readonly ForkPiece[], stretch: Stretch): Stretch => {
  const { from, to } = across(pieces, stretch, 'gone')
  const words = pieces
    .map((piece) => (piece.kind === 'kept' || piece.kind === 'gone' ? piece.text : ''))
    .join('')
    .slice(from, to)
  if (words.trim() === '') return { from, to: from }
  return { from: from + words.length - words.trimStart().length, to: from + words.trimEnd().length }
}

/** `added` is the kind of pieces that only the other side has. A stretch takes in what was added within it, not around it. */
const across = (pieces: readonly ForkPiece[], { from, to }: Stretch, added: 'new' | 'gone'): Stretch => {
  const start = placeAcross(pieces, from, added, true)
  return { from: start, to: from < to ? Math.max(start, placeAcross(pieces, to, added, false)) : start }
}

const placeAcross = (pieces: readonly ForkPiece[], index: number, added: 'new' | 'gone', isStart: boolean): number => {
  let here = 0
  let there = 0
  for (const piece of pieces) {
    if (piece.kind === 'touched') continue
    const { length } = piece.text
    if (piece.kind !== added) {
      const isWithin = isStart ? index < here + length : index <= here + length
      if (isWithin) return there + (piece.kind === 'kept' ? index - here : 0)
      here += length
    }
    if (piece.kind === 'kept' || piece.kind === added) there += length
  }
  return there
}

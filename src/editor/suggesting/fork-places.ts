import type { Places, Stretch } from '../places.ts'
import type { ForkPiece } from './compare-fork.ts'
import { withoutSameAgain } from './same-again.ts'

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

/** A place in a fork that can be found in another fork of the same content. */
export interface ForkPlace {
  /** In the content: the place itself, or that to which the new words around it belong. */
  at: number
  /** How many characters of these new words stand before it. */
  within: number
}

export const placeInFork = (pieces: readonly ForkPiece[], index: number): ForkPlace => {
  const words = readAlong(pieces)
  for (const { kind, length, at, here, run } of words) {
    if (kind === 'gone' || index > here + length) continue
    return kind === 'new' ? { at: run.at, within: index - run.here } : { at: at + index - here, within: 0 }
  }
  return { at: words.reduce((end, { kind, length }) => end + (kind === 'new' ? 0 : length), 0), within: 0 }
}

/** Where such a place is in this fork, in UTF-16 units. Of new words that are not in this fork it is where they stood. */
export const indexOfPlace = (pieces: readonly ForkPiece[], { at: place, within }: ForkPlace): number => {
  if (place === 0 && within === 0) return 0
  let end = 0
  for (const { kind, length, at, here, run } of readAlong(pieces)) {
    if (kind !== 'gone') end = here + length
    if (kind === 'new' && run.at === place && run.here + within <= end) return run.here + within
    if (kind !== 'kept') continue
    if (run.at === place && within > 0 && here > run.here) return here
    if (place < at + length || (place === at + length && within === 0)) return here + Math.max(0, place - at)
  }
  return end
}

/** Pieces with where they begin in the content and `here` in the fork, and where what differs around them begins. */
const readAlong = (pieces: readonly ForkPiece[]) => {
  let [at, here] = [0, 0]
  let run = { at, here }
  return withoutSameAgain(pieces).flatMap((piece) => {
    if (piece.kind === 'touched') return []
    const { kind, text } = piece
    const read = { kind, length: text.length, at, here, run }
    if (kind !== 'new') at += text.length
    if (kind !== 'gone') here += text.length
    if (kind === 'kept') run = { at, here }
    return [read]
  })
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

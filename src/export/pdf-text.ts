import LineBreaker from 'linebreak'
import type { Marks } from '../domain/line.ts'
import type { TextRun } from './writable.ts'

export const faces = ['regular', 'italic', 'bold', 'bold-italic'] as const
export type Face = (typeof faces)[number]

/** Characters of one face on one line. */
export interface Piece {
  text: string
  face: Face
  link?: string
  /** What stands here, where no face has it; `text` is boxes in its place. */
  lost?: string
}

/** What is known of the fonts. */
export interface Measure {
  width: (text: string, face: Face) => number
  has: (face: Face, codePoint: number) => boolean
}

export const faceOf = ({ bold, italic }: Marks): Face =>
  bold ? (italic ? 'bold-italic' : 'bold') : italic ? 'italic' : 'regular'

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })
/** Joiners, marks of direction and of how an emoji looks: they show nothing of their own. */
const unseen = /(?!\u00AD)\p{Default_Ignorable_Code_Point}/gu
const softHyphen = '\u00AD'
const box = '□'

/** Cuts runs into pieces of one face. What no face has becomes boxes and is noted; nothing is left out. */
export const piecesOf = (runs: readonly TextRun[], base: Face, { has }: Measure, lost: Set<string>): Piece[] => {
  const pieces: Piece[] = []
  for (const { text, marks } of runs) {
    const wanted = faceOf({
      ...marks,
      ...(base.startsWith('bold') && { bold: true }),
      ...(base.endsWith('italic') && { italic: true }),
    })
    const link = marks.link === undefined ? {} : { link: marks.link }
    for (const { segment } of graphemes.segment(text.normalize('NFC').replaceAll('\t', '    '))) {
      const shown = segment.replace(unseen, '')
      const covers = (face: Face) =>
        Array.from(shown).every((each) => each === '\n' || has(face, each.codePointAt(0) ?? 0))
      const face = [wanted, wanted.startsWith('bold') ? 'bold' : 'regular', 'regular' as const].find((each) =>
        covers(each as Face),
      ) as Face | undefined
      if (face === undefined) lost.add(segment)
      const piece: Piece =
        face === undefined ? { text: box, face: 'regular', lost: segment, ...link } : { text: shown, face, ...link }
      const last = pieces.at(-1)
      if (last && isAlike(last, piece)) {
        last.text += piece.text
        if (last.lost !== undefined) last.lost += segment
      } else pieces.push(piece)
    }
  }
  return pieces.filter(({ text }) => text !== '')
}

const isAlike = (a: Piece, b: Piece): boolean =>
  a.face === b.face && a.link === b.link && (a.lost === undefined) === (b.lost === undefined)

/**
 * Breaks pieces into lines of a width by the rules of Unicode (UAX 14). Spaces at a line's end stay, so that whoever
 * reads the text out of the document does not find two words in one.
 */
export const linesOf = (pieces: readonly Piece[], width: number, measure: Measure): Piece[][] => {
  const widthOf = (each: readonly Piece[]): number =>
    each.reduce((sum, { text, face }) => sum + measure.width(text.replaceAll(softHyphen, ''), face), 0)
  const lines: Piece[][] = []
  let line: Piece[] = []
  let used = 0
  const end = (): void => {
    lines.push(finished(line))
    line = []
    used = 0
  }
  const breaker = new LineBreaker(pieces.map(({ text }) => text).join(''))
  let from = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    let part = cut(pieces, from, found.position)
    from = found.position
    if (line.length > 0 && used + widthOf(withoutEnd(part)) > width) end()
    // Longer than a line, such as an address: as much as fits, at least one character.
    while (widthOf(withoutEnd(part)) > width) {
      const all = part.reduce((sum, { text }) => sum + text.length, 0)
      let fits = 1
      while (fits < all && widthOf(cut(part, 0, fits + 1)) <= width) fits += 1
      if (fits >= all) break
      line = cut(part, 0, fits)
      end()
      part = cut(part, fits, all)
    }
    line.push(...part)
    used += widthOf(part)
    if (found.required && from < lengthOf(pieces)) end()
  }
  end()
  return lines
}

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0)

const cut = (pieces: readonly Piece[], from: number, to: number): Piece[] => {
  let at = 0
  return pieces.flatMap((piece) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, piece.text.length)]
    at += piece.text.length
    if (start >= end) return []
    const whole = start === 0 && end === piece.text.length
    return [
      whole
        ? piece
        : {
            ...piece,
            text: piece.text.slice(start, end),
            ...(piece.lost !== undefined && { lost: lostPart(piece.lost, start, end) }),
          },
    ]
  })
}

/** Each box stands for one grapheme. */
const lostPart = (lost: string, start: number, end: number): string =>
  Array.from(graphemes.segment(lost), ({ segment }) => segment)
    .slice(start, end)
    .join('')

const withoutEnd = (part: readonly Piece[]): Piece[] => {
  const last = part.at(-1)
  return last ? [...part.slice(0, -1), { ...last, text: last.text.trimEnd() }] : []
}

/** Neighbours of one face become one; a soft hyphen shows at the line's end only. */
const finished = (line: readonly Piece[]): Piece[] => {
  const joined: Piece[] = []
  for (const piece of line) {
    const last = joined.at(-1)
    if (last && last.lost === undefined && isAlike(last, piece)) last.text += piece.text
    else joined.push({ ...piece })
  }
  const last = joined.at(-1)
  if (last?.text.endsWith(softHyphen)) last.text = `${last.text.slice(0, -1)}-`
  return joined.map((piece) => ({ ...piece, text: piece.text.replace(/[\u00AD\n]/g, '') }))
}

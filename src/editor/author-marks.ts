import { Decoration } from 'prosemirror-view'
import type { Sector } from '../domain/sector.ts'
import type { Drawing } from './drawings.ts'
import { placeOf } from './text-positions.ts'

/** A part of the text with whose it is; null where nobody knows. */
export interface AuthorRange {
  from: number
  to: number
  organisation: string
  sector: Sector | null
}

/** Marks who wrote what: a line in the sector's colour and kind, and its shape where another organisation begins. */
export const authorMarks =
  (ranges: readonly AuthorRange[]): Drawing =>
  (doc) =>
    ranges.flatMap(({ from, to, organisation, sector }) => {
      const [start, end] = [placeOf(doc, from), placeOf(doc, to).position]
      const of = `eb-by eb-${sector ?? 'unknown'}`
      // Never half a character.
      const first = start.line.textContent.codePointAt(start.offset) ?? 0
      const letter = Math.min(end, start.position + (first > 0xffff ? 2 : 1))
      return [
        Decoration.inline(start.position, letter, { class: `${of} eb-begins`, title: organisation }),
        Decoration.inline(letter, end, { class: of, title: organisation }),
      ]
    })

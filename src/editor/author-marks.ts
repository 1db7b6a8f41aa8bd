import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Sector } from '../domain/sector.ts'
import { placeOf } from './text-positions.ts'

/** A part of the text with whose it is; null where nobody knows. */
export interface AuthorRange {
  from: number
  to: number
  organisation: string
  sector: Sector | null
}

const key = new PluginKey<DecorationSet>('author-marks')

/** Marks who wrote what: a line in the sector's colour and kind, and its shape where another organisation begins. */
export const authorMarks = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marks) => {
        const told = tr.getMeta(key) as readonly AuthorRange[] | undefined
        return told ? draw(tr.doc, told) : marks.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** The transaction that shows these in place of those before. */
export const showingAuthors = ({ tr }: EditorState, ranges: readonly AuthorRange[]): Transaction =>
  tr.setMeta(key, ranges)

const draw = (doc: Node, ranges: readonly AuthorRange[]): DecorationSet =>
  DecorationSet.create(
    doc,
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
    }),
  )

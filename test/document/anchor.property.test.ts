import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createAnchor, resolveAnchor, wordsOf, type Place } from '../../src/document/anchor.ts'
import { schema } from '../../src/editor/schema.ts'
import { textLength } from '../../src/editor/text-positions.ts'
import {
  caretAt,
  edit,
  everyoneMeets,
  openWriter,
  paste,
  select,
  setKind,
  typeText,
  type Writer,
} from '../editor/replicas.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 80)

/** Seeds that once failed; always replayed. */
const kept: readonly { seed: number; path: string }[] = []

const marked = '①②③④⑤⑥'

const act = (...whats: string[]) =>
  fc.record({ who: fc.nat(1), what: fc.constantFrom(...whats), at: fc.nat(1000), to: fc.nat(1000), choice: fc.nat(3) })
type Act = { who: number; what: string; at: number; to: number; choice: number }
const edits = ['types', 'splits', 'joins', 'kind', 'bold', 'cuts', 'replaces', 'pastes', 'meets']

/** Two people with devices of their own; the first holds on to the marked characters. */
const play = (acts: readonly Act[], overTwoLines: boolean) => {
  const amina = openWriter('Amina', 1)
  const bruno = openWriter('Bruno', 2)
  const both = [amina, bruno]
  const words = overTwoLines ? `${marked.slice(0, 3)}\n${marked.slice(3)}` : marked
  typeText(amina, `Vorher steht das hier. ${words} Danach kommt noch mehr.\nUnd eine Zeile.\nUnd noch eine.`)
  everyoneMeets(both)
  const from = wordsOf(amina.text).indexOf(marked.charAt(0))
  const anchor = createAnchor(amina.text, from, from + words.length)
  expect(anchor.quote).toBe(words)
  for (const each of acts) {
    const writer = both[each.who] ?? amina
    if (each.what === 'meets') everyoneMeets(both)
    else perform(writer, each)
  }
  return { both, anchor }
}

const perform = (writer: Writer, { what, at, to, choice }: Act): void => {
  const from = caretAt(writer, at)
  const end = caretAt(writer, choice === 0 ? Math.max(at, to) : Math.min(1000, at + 40 * choice))
  if (what === 'types') typeAt(writer, from, from, ['neu ', '😀', 'Vorher', 'a'][choice] ?? '')
  else if (what === 'splits') typeAt(writer, from, from, '\n')
  else if (what === 'joins') join(writer, choice)
  else if (what === 'kind') setKind(writer, from, end, choice % 2 === 0 ? 'heading' : 'bullet')
  else if (what === 'bold') edit(writer, (tr) => tr.addMark(from, end, schema.marks.bold.create()))
  else if (what === 'cuts') edit(writer, (tr) => tr.delete(from, end))
  else if (what === 'replaces') typeAt(writer, from, end, 'anders')
  else if (what === 'pastes') paste(writer, from, end, ['geklebt', 'auf zwei Zeilen'])
  else if (what === 'undoes') writer.undo.undo()
}

const typeAt = (writer: Writer, from: number, to: number, words: string): void => {
  select(writer, from, to)
  typeText(writer, words)
}

const join = (writer: Writer, choice: number): void => {
  const { doc } = writer.view.state
  if (doc.childCount < 2) return
  const line = choice % (doc.childCount - 1)
  let before = 0
  for (let at = 0; at <= line; at += 1) before += doc.child(at).nodeSize
  edit(writer, (tr) => tr.join(before))
}

/** What of the marked characters is left decides where the anchor has to be. */
const whatIsWrong = (place: Place | null, words: string): string | null => {
  if (!place) return 'nowhere, though its characters are known'
  const ends = marked.split('').map((character) => words.indexOf(character))
  const left = ends.filter((at) => at >= 0)
  const [first, last] = [left[0] ?? 0, left.at(-1) ?? 0]
  if (place.to > words.length) return 'behind the text'
  if (left.length === 0) return place.isGone ? null : 'not gone'
  const mayBeGone = ends[0] === -1 && ends.at(-1) === -1
  if (place.isGone) return mayBeGone ? null : 'gone, though an end stands'
  if (left.length === marked.length) return place.from === first && place.to === last + 1 ? null : 'not exact'
  return place.from <= first && place.to > last ? null : 'not around what is left'
}

const check = (property: fc.IProperty<[Act[], boolean]>) => {
  for (const { seed, path } of kept) fc.assert(property, { seed, path, endOnFailure: true })
  fc.assert(property, { numRuns: runs })
}

describe('an anchor in a text that two people change, each on their own device', () => {
  it('points at exactly its words while they stand, and says so when they are gone', () => {
    check(
      fc.property(fc.array(act(...edits), { maxLength: 25 }), fc.boolean(), (acts, overTwoLines) => {
        const { both, anchor } = play(acts, overTwoLines)
        for (const { text, view } of both) {
          const words = wordsOf(text)
          expect(words.length).toBe(textLength(view.state.doc))
          expect(whatIsWrong(resolveAnchor(text, anchor), words)).toBe(null)
        }
      }),
    )
  })

  it('leads everyone to the same place once they met, also where deletions were taken back', () => {
    check(
      fc.property(
        fc.array(act(...edits, 'undoes', 'undoes'), { maxLength: 25 }),
        fc.boolean(),
        (acts, overTwoLines) => {
          const { both, anchor } = play(acts, overTwoLines)
          everyoneMeets(both)
          const [mine, theirs] = both.map(({ text }) => resolveAnchor(text, anchor))
          expect(mine).toEqual(theirs)
          const words = wordsOf(both[0]?.text ?? new Y.Text())
          const stands = words.includes(anchor.quote)
          expect(stands && words.slice(mine?.from, mine?.to) !== anchor.quote).toBe(false)
        },
      ),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineKinds } from '../../../src/document/lines.ts'
import { schema } from '../../../src/editor/schema.ts'
import { reachOf } from '../../../src/document/suggestion.ts'
import * as people from '../replicas.ts'
import type { Writer } from '../replicas.ts'
import { applied, changesOf, openFork, wordsOf } from './fork.ts'

const runs = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 1000) / 20)

const acts = ['types', 'types', 'cuts', 'splits', 'joins', 'pastes', 'marks', 'changes kind', 'undoes'] as const

interface Act {
  inFork: boolean
  what: (typeof acts)[number]
  at: number
  to: number
  choice: number
}

const someActs = fc.array(
  fc.record({
    inFork: fc.boolean(),
    what: fc.constantFrom(...acts),
    at: fc.nat(1000),
    to: fc.nat(1000),
    choice: fc.nat(11),
  }),
  { minLength: 3, maxLength: 30 },
)

const act = (writer: Writer, { what, at, to, choice }: Act): void => {
  const [from, end] = [people.caretAt(writer, at), people.caretAt(writer, to)].sort((a, b) => a - b) as [number, number]
  const word = ['Ziel ', 'ab', ' 😀', 'e\u0301x ', 'y'][choice % 5] ?? ''
  switch (what) {
    case 'types':
      people.select(writer, from)
      return people.typeText(writer, word)
    case 'cuts':
      return people.edit(writer, (tr) => tr.delete(from, Math.min(end, from + 12)))
    case 'splits':
      return people.edit(writer, (tr) => tr.split(from))
    case 'joins': {
      const before = writer.view.state.doc.resolve(from).before(1)
      return before > 0 ? people.edit(writer, (tr) => tr.join(before)) : undefined
    }
    case 'pastes':
      return people.paste(writer, from, end, choice % 2 ? [word, 'zweite', ''] : [word])
    case 'marks':
      return people.edit(writer, (tr) =>
        choice % 3 === 0
          ? tr.removeMark(from, end)
          : tr.addMark(from, end, choice % 3 === 1 ? schema.marks.bold.create() : schema.marks.italic.create()),
      )
    case 'changes kind':
      return people.setKind(writer, from, end, lineKinds[choice % 4] ?? 'paragraph', 1 + (choice % 3))
    case 'undoes':
      return writer.undo.undo()
  }
}

const play = (session: readonly Act[]): void => {
  const content = people.openWriter('content', 1)
  people.typeText(content, 'Wir wollen das Engagement stärken.\nEine Anlaufstelle im Rathaus\nund zwei Treffen im Jahr')
  content.unsent.splice(0)
  const fork = openFork(content, 2)
  for (const each of session) {
    act(each.inFork ? fork : content, each)
    people.receive(fork, content.unsent.splice(0))
    const changes = changesOf(content.text, fork.text)
    const words = wordsOf(content.text)
    const result = applied(content.text, changes)
    expect(people.textAsSaid({ ...fork, text: result })).toEqual(people.textAsSaid(fork))
    for (const { from, to, quote, change } of changes) {
      expect(words.slice(from, to)).toBe(quote)
      expect(reachOf(change)).toBeLessThanOrEqual(quote.length)
    }
    for (const [at, { from }] of changes.entries())
      if (at > 0) expect(from).toBeGreaterThanOrEqual(changes[at - 1]?.to ?? 0)
  }
}

describe('what a fork says otherwise', () => {
  const property = fc.property(someActs, play)
  it(
    'made in the content gives the text of the fork, while both are written in',
    () => {
      expect(() => fc.assert(property, { numRuns: runs })).not.toThrow()
    },
    60_000 + 50 * runs,
  )

  it('is nothing where nobody wrote in it', () => {
    const content = people.openWriter('content', 1)
    people.typeText(content, 'Wir wollen das.')
    expect(changesOf(content.text, openFork(content, 2).text)).toEqual([])
  })
})

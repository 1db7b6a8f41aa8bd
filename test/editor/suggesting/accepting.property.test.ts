import * as fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/document/anchor.ts'
import { acceptSuggestions } from '../../../src/document/settle-suggestions.ts'
import { createStandingReader, type Proposed } from '../../../src/document/suggestion.ts'
import * as people from '../replicas.ts'
import type { Writer } from '../replicas.ts'
import { changesOf, openFork, proposedOf } from './fork.ts'

const runs = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 1000) / 25)

const acts = [
  'suggests',
  'suggests',
  'strikes',
  'accepts',
  'accepts',
  'declines',
  'writes',
  'cuts',
  'meets',
  'undoes',
] as const

interface Act {
  who: number
  what: (typeof acts)[number]
  at: number
  to: number
}

const someActs = (writers: number): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.record({
      who: fc.nat(writers - 1),
      what: fc.constantFrom(...acts),
      at: fc.nat(1000),
      to: fc.nat(1000),
    }),
    { minLength: 4, maxLength: 30 },
  )

interface Said {
  id: string
  proposed: Proposed
  /** The letters that only this suggestion brings. */
  word: string
}

/**
 * Writers with devices of their own suggest, accept, decline and write. Each new word is made of a letter that nobody
 * else uses, so that it can be told at the end whose words are in the text.
 */
const play = (count: number, session: readonly Act[]): void => {
  const first = people.openWriter('writer 0', 1)
  people.typeText(first, 'Wir wollen das Engagement stärken.\nEine Anlaufstelle im Rathaus\nund zwei Treffen im Jahr')
  const known = [Y.encodeStateAsUpdate(first.doc)]
  first.unsent.splice(0)
  const everyone = [first]
  for (let at = 1; at < count; at += 1) everyone.push(people.openWriter(`writer ${at}`, at + 1, { known }))
  const said: Said[] = []
  const accepted = new Set<string>()
  const declined = new Set<string>()
  const cutSomewhere = new Set<string>()
  const written = new Set<string>()
  let letters = 0
  const letter = (): string => String.fromCodePoint(0x4e00 + (letters += 1))
  const lettersIn = ({ text }: Writer): string => wordsOf(text)
  const noteGone = (before: string, after: string): void => {
    for (const each of before) if (!after.includes(each)) cutSomewhere.add(each)
  }

  for (const { who, what, at, to } of session) {
    const writer = everyone[who] as Writer
    const before = lettersIn(writer)
    const [from, end] = [people.caretAt(writer, at), people.caretAt(writer, to)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    switch (what) {
      case 'suggests':
      case 'strikes': {
        const fork = openFork(writer, 100 + said.length)
        const word = letter()
        people.edit(fork, (tr) =>
          what === 'suggests' ? tr.insertText(word, from) : tr.delete(from, Math.min(end, from + 9)),
        )
        for (const change of changesOf(writer.text, fork.text)) {
          said.push({
            id: `${said.length}`,
            proposed: proposedOf(writer.text, change),
            word: what === 'suggests' ? word : '',
          })
        }
        expect(lettersIn(writer)).toBe(before)
        break
      }
      case 'accepts': {
        const open = said.filter(({ id }) => !accepted.has(id) && !declined.has(id)).slice(at % 3)
        const result = acceptSuggestions(writer.text, open)
        for (const { id } of result.accepted) accepted.add(id)
        expect(result.accepted.length + result.left.length).toBe(open.length)
        const now = lettersIn(writer)
        for (const { id, word } of open) {
          if (result.accepted.some((one) => one.id === id)) expect(now).toContain(word)
          else if (word !== '' && !before.includes(word)) expect(now).not.toContain(word)
        }
        noteGone(before, now)
        expect(people.textAsShown(writer)).toEqual(people.textAsSaid(writer))
        break
      }
      case 'declines': {
        const one = said.find(({ id }) => !accepted.has(id) && !declined.has(id))
        if (one) declined.add(one.id)
        break
      }
      case 'writes': {
        const word = letter()
        written.add(word)
        people.edit(writer, (tr) => tr.insertText(word, from))
        break
      }
      case 'cuts':
        people.edit(writer, (tr) => tr.delete(from, Math.min(end, from + 9)))
        noteGone(before, lettersIn(writer))
        break
      case 'undoes':
        writer.undo.undo()
        noteGone(before, lettersIn(writer))
        break
      case 'meets': {
        const updates = everyone.flatMap((one) => (one === writer ? [] : one.unsent))
        people.receive(writer, updates)
        break
      }
    }
  }
  people.everyoneMeets(everyone)
  const end = lettersIn(first)
  for (const writer of everyone) {
    expect(people.textAsSaid(writer)).toEqual(people.textAsSaid(first))
    expect(people.textAsShown(writer)).toEqual(people.textAsSaid(writer))
  }
  for (const word of written) if (!cutSomewhere.has(word)) expect(end).toContain(word)
  for (const { id, word } of said) {
    if (word === '') continue
    if (!accepted.has(id)) expect(end).not.toContain(word)
    else if (!cutSomewhere.has(word)) expect(end.split(word)).toHaveLength(2)
  }
  const read = createStandingReader(first.text)
  for (const { id, proposed } of said) {
    const standing = accepted.has(id) ? null : read(proposed)
    if (standing?.name === 'applies') expect(end.slice(standing.from, standing.to)).toBe(proposed.quote)
  }
}

describe('suggestions among writers with devices of their own', () => {
  for (const writers of [2, 3]) {
    const property = fc.property(someActs(writers), (session) => play(writers, session))
    it(
      `${writers} of them end with the same text, every word nobody took away, and no trace of what was not accepted`,
      () => {
        expect(() => fc.assert(property, { numRuns: runs })).not.toThrow()
      },
      60_000 + 50 * runs,
    )
  }
})

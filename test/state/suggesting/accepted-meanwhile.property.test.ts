import * as fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/document/anchor.ts'
import { acceptSuggestions } from '../../../src/document/settle-suggestions.ts'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import { readForkChanges } from '../../../src/editor/suggesting/fork-changes.ts'
import { SuggestingFork } from '../../../src/state/suggesting/suggesting-fork.ts'
import { readUnsaid } from '../../../src/state/suggesting/typed-suggestions.ts'
import { applied } from '../../editor/suggesting/fork.ts'

const section = 'ziele'
const start = 'Wir wollen mehr Räume. Und wir wollen Zeit.\n'

const by = { name: 'Bruno', organisation: 'Stadt', sector: 'administration', member: 'b' } as const

const suggestionOf = (id: string, proposed: Suggestion['proposed']): Suggestion => ({
  kind: 'suggestion',
  id,
  opening: { id, by, at: 0, words: '', mentions: [], editedAt: null, isWithdrawn: false },
  replies: [],
  lastAt: 0,
  proposed,
  state: 'open',
  settled: null,
  wrote: [],
  acceptances: [],
})

/** One who suggests in a fork, and the text as it is, in which somebody else accepts. */
const open = (words: string) => {
  const content = new Y.Doc()
  const text = content.getText(`text/${section}`)
  text.insert(0, words)
  const fork = new SuggestingFork(content, [], [], () => undefined)
  const typed = fork.text(section)
  const edit = (at: number, gone: number, added: string): void =>
    typed.doc?.transact(() => {
      typed.delete(at, gone)
      typed.insert(at, added)
    }, 'typing')
  let said: Suggestion[] = []
  let count = 0
  /** Says what was typed; returns what was said with it. */
  const say = (): Suggestion[] => {
    const passages = readUnsaid(content, fork, section, said)
    const withdrawn = new Set(passages.flatMap((each) => each.withdrawn))
    const fresh = passages
      .flatMap(({ entries }) => entries.filter((entry) => entry.type === 'suggestion'))
      .map((proposed, at) => suggestionOf(`${(count += 1)} ${at}`, proposed))
    for (const id of withdrawn) fork.carried.delete(id)
    for (const { id } of fresh) fork.carry(id)
    fork.said(section)
    said = [...said.filter(({ id }) => !withdrawn.has(id)), ...fresh]
    return fresh
  }
  /** Somebody else, who has not seen more, accepts these. */
  const accept = (suggestions: readonly Suggestion[]): void => {
    const { accepted } = acceptSuggestions(text, suggestions)
    for (const { id, wrote } of accepted) {
      const suggestion = suggestions.find((each) => each.id === id) as Suggestion
      fork.settle({ ...suggestion, wrote: wrote.map((each) => [...each]) })
      said = said.filter((each) => each.id !== id)
    }
  }
  return { text, fork, typed, edit, say, accept, said: () => said }
}

describe('suggestions that are accepted while their author types on', () => {
  const place = fc.record({ at: fc.nat(1000), gone: fc.nat(9), added: fc.constantFrom('', ' ', 'Ж', ' Щит ', 'я\n') })
  const edits = fc.array(place, { maxLength: 6 })

  it('change nothing in the fork, and what is suggested then leads to its words', () => {
    const property = fc.property(edits, edits, fc.boolean(), (before, beyond, isSaidAgain) => {
      const { text, fork, typed, edit, say, accept } = open(start)
      const make = ({ at, gone, added }: (typeof before)[number]): void => {
        const length = typed.length - 1
        const from = Math.floor((at / 1001) * (length + 1))
        edit(from, Math.min(gone, length - from), added)
      }
      for (const each of before) make(each)
      const first = say()
      for (const each of beyond) make(each)
      if (isSaidAgain) say()
      const typedThere = wordsOf(typed)
      accept(first)
      expect(wordsOf(typed)).toBe(typedThere)
      const { changes } = readForkChanges(fork.pieces(section))
      expect(wordsOf(applied(text, changes))).toBe(typedThere)
      if (beyond.length > 0) return
      expect(changes).toEqual([])
    })
    expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
  })

  it.each([' dringend', ', und zwar bald,'])('suggest only „%s“, typed right behind them', (beyond) => {
    const { typed, edit, say, accept } = open(start)
    edit(start.lastIndexOf('wollen'), 6, 'brauchen')
    const first = say()
    edit(wordsOf(typed).indexOf(' Zeit'), 0, beyond)
    accept(first)
    const inserted = say().map(({ proposed }) => proposed.change.filter((op) => !('retain' in op)))
    expect(inserted).toEqual([[{ insert: beyond, formats: {} }]])
  })

  it('takes back what was said meanwhile with the accepted words in it, and says what is beyond them', () => {
    const { text, typed, edit, say, accept, said } = open(start)
    edit(start.lastIndexOf('wollen'), 6, 'brauchen')
    const first = say()
    edit(wordsOf(typed).indexOf(' Zeit'), 0, ' dringend')
    expect(say().map(({ proposed }) => proposed.quote)).toEqual(['wollen'])
    accept(first)
    const [beyond] = say()
    expect(said()).toEqual([beyond])
    accept(said())
    expect(wordsOf(text)).toBe(start.replace('wollen Zeit', 'brauchen dringend Zeit'))
  })
})

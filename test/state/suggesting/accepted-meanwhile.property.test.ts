import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/document/anchor.ts'
import { readForkChanges } from '../../../src/editor/suggesting/fork-changes.ts'
import { applied } from '../../editor/suggesting/fork.ts'
import { openFork, section, start } from './paper-fork.ts'

describe('suggestions that are accepted while their author types on', () => {
  const place = fc.record({ at: fc.nat(1000), gone: fc.nat(9), added: fc.constantFrom('', ' ', 'Ж', ' Щит ', 'я\n') })
  const edits = fc.array(place, { maxLength: 6 })

  it('change nothing in the fork, and what is suggested then leads to its words', () => {
    const property = fc.property(edits, edits, fc.boolean(), (before, beyond, isSaidAgain) => {
      const { text, fork, typed, edit, say, accept } = openFork(start)
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
    const { typed, edit, say, accept } = openFork(start)
    edit(start.lastIndexOf('wollen'), 6, 'brauchen')
    const first = say()
    edit(wordsOf(typed).indexOf(' Zeit'), 0, beyond)
    accept(first)
    const inserted = say().map(({ proposed }) => proposed.change.filter((op) => !('retain' in op)))
    expect(inserted).toEqual([[{ insert: beyond, formats: {} }]])
  })

  it('takes back what was said meanwhile with the accepted words in it, and says what is beyond them', () => {
    const { text, typed, edit, say, accept, said } = openFork(start)
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

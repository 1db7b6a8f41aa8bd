import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/document/anchor.ts'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import { openFork, start } from './paper-fork.ts'

const both = start.replace('wollen Zeit', 'wollten brauchen Zeit')
const suggested = start.replace('wollen Zeit', 'brauchen Zeit')

/** Somebody proposes "brauchen" for "wollen", and somebody else makes "wollten" of it meanwhile. */
const open = () => {
  const opened = openFork(start)
  const { text, typed, edit, say } = opened
  const at = start.lastIndexOf('wollen')
  edit(at, 6, 'brauchen')
  const [first] = say() as [Suggestion]
  const here = (words: string): number => wordsOf(typed).indexOf(words)
  return {
    ...opened,
    first,
    here,
    writeOn: () => text.insert(at + 4, 't'),
    /** What the text reads like once all that is proposed then is accepted. */
    read: () => {
      opened.say()
      opened.accept(opened.said())
      return wordsOf(text)
    },
  }
}

describe('both wordings are kept of a suggestion whose author', () => {
  it('types nothing more: nothing is proposed', () => {
    const { text, typed, say, first, writeOn, keepBoth } = open()
    writeOn()
    keepBoth(first)
    expect(wordsOf(text)).toBe(both)
    expect(say()).toEqual([])
    expect(wordsOf(typed)).toBe(both)
  })

  it('types on behind it: only that is proposed, behind the words that were taken in', () => {
    const { edit, say, first, here, writeOn, keepBoth, read } = open()
    edit(here(' Zeit'), 0, ' dringend')
    writeOn()
    keepBoth(first)
    const changes = say().map(({ proposed }) => proposed.change.filter((op) => !('retain' in op)))
    expect(changes).toEqual([[{ insert: ' dringend', formats: {} }]])
    expect(read()).toBe(both.replace('brauchen', 'brauchen dringend'))
  })

  it('types on after the others did', () => {
    const { edit, first, here, writeOn, keepBoth, read } = open()
    writeOn()
    edit(here('brauchen'), 0, 'sehr ')
    keepBoth(first)
    expect(read()).toBe(both.replace('brauchen', 'sehr brauchen'))
  })

  it('words it otherwise: the old words stay, those taken in are to be the new ones', () => {
    const { edit, first, here, writeOn, keepBoth, read } = open()
    edit(here('brauchen'), 8, 'benötigen')
    writeOn()
    keepBoth(first)
    expect(read()).toBe(both.replace('brauchen', 'benötigen'))
  })

  it('takes it back: the words taken in are to go, the old ones stay', () => {
    const { edit, first, here, writeOn, keepBoth, read } = open()
    edit(here('brauchen'), 9, '')
    writeOn()
    keepBoth(first)
    expect(read()).toBe(start.replace('wollen Zeit', 'wollten Zeit'))
  })

  it('types on elsewhere: only that is proposed', () => {
    const { edit, first, here, writeOn, keepBoth, read, said } = open()
    edit(here('mehr'), 0, 'viel ')
    writeOn()
    keepBoth(first)
    expect(read()).toBe(both.replace('mehr', 'viel mehr'))
    expect(said()).toEqual([])
  })

  it('has said more by then: what is beyond the words taken in is said in its place', () => {
    const { edit, say, said, first, here, writeOn, keepBoth, read } = open()
    edit(here(' Zeit'), 0, ' dringend')
    expect(say()).toHaveLength(1)
    writeOn()
    keepBoth(first)
    say()
    expect(said()).toHaveLength(1)
    expect(read()).toBe(both.replace('brauchen', 'brauchen dringend'))
  })

  it('kept words of the passage and put others behind them', () => {
    const { text, edit, say, keepBoth, accept, said } = openFork(start)
    edit(start.indexOf('Räume') + 5, 0, ' und Zeit')
    const [first] = say() as [Suggestion]
    expect(first.proposed.quote).toBe('Räume.')
    edit(start.indexOf('Räume') + 5 + ' und Zeit'.length, 0, ' dazu')
    text.insert(start.indexOf('Räume') + 4, 'n')
    keepBoth(first)
    say()
    accept(said())
    expect(wordsOf(text)).toBe(start.replace('Räume.', 'Räumne. Räume und Zeit dazu.'))
  })
})

it('what stood in the suggestion alone is not proposed twice', () => {
  const { text, typed, first, accept, say } = open()
  accept([first])
  expect([say(), wordsOf(text), wordsOf(typed)]).toEqual([[], suggested, suggested])
})

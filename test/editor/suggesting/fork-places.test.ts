import { describe, expect, it } from 'vitest'
import type { ForkPiece } from '../../../src/editor/suggesting/compare-fork.ts'
import { inContent, indexOfPlace, inFork, placeInFork } from '../../../src/editor/suggesting/fork-places.ts'

const piece = (kind: 'kept' | 'gone' | 'new', text: string): ForkPiece => ({ kind, text, formats: {} })

/** In the content „Wir wollen viel Zeit.“, in the fork „Ja: Wir brauchen Zeit. Jetzt.“ */
const pieces: ForkPiece[] = [
  piece('new', 'Ja: '),
  piece('kept', 'Wir '),
  piece('gone', 'wollen'),
  { kind: 'touched' },
  piece('new', 'brauchen'),
  piece('gone', ' viel'),
  piece('kept', ' Zeit.'),
  piece('new', ' Jetzt.'),
]
const textOf = (without: ForkPiece['kind']): string =>
  pieces.map((each) => (each.kind === without || each.kind === 'touched' ? '' : each.text)).join('')
const [content, fork] = [textOf('new'), textOf('gone')]
const stretchOf = (words: string, text: string) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
})

describe('places in a fork and in the content', () => {
  it.each([
    ['Wir', 'Wir'],
    ['Zeit', 'Zeit'],
    ['Ja: Wir', 'Wir'],
    ['Wir brauchen', 'Wir wollen'],
    ['Zeit. Jetzt', 'Zeit.'],
    [fork, content],
  ])('„%s“ selected in the fork is „%s“ of the content', (selected, found) => {
    const { from, to } = inContent(pieces, stretchOf(selected, fork))
    expect(content.slice(from, to)).toBe(found)
  })

  it.each([
    ['Ja:', 0],
    ['brauchen', content.indexOf(' viel')],
    ['Jetzt', content.length],
  ])('„%s“, which only the fork has, is no words of the content but a place between them', (selected, place) => {
    expect(inContent(pieces, stretchOf(selected, fork))).toEqual({ from: place, to: place })
  })

  it.each([
    ['Wir', 'Wir'],
    ['Zeit.', 'Zeit.'],
    ['wollen', ''],
    ['Wir wollen', 'Wir '],
    ['wollen viel Zeit', 'brauchen Zeit'],
    [content, 'Wir brauchen Zeit.'],
  ])('„%s“ of the content is shown as „%s“ in the fork', (words, shown) => {
    const { from, to } = inFork(pieces, stretchOf(words, content))
    expect(fork.slice(from, to)).toBe(shown)
  })
})

describe('a place in a fork, to be found in another of the same content', () => {
  it('is the same place in the same fork', () => {
    const everywhere = Array.from({ length: fork.length + 1 }, (_, at) => at)
    expect(everywhere.map((at) => indexOfPlace(pieces, placeInFork(pieces, at)))).toEqual(everywhere)
  })

  const kept = (text: string): ForkPiece => ({ kind: 'kept', text, formats: null })
  const before = [kept('Wir '), piece('gone', 'wollen'), piece('new', 'brauchen'), kept(' Zeit.')]
  it.each([
    [
      'kept words when those before them are another',
      'Wir brauchen Zeit'.length,
      [kept('Wir wollen Zeit.')],
      'Wir wollen Zeit',
    ],
    ['where new words were that are gone', 'Wir brau'.length, [kept('Wir wollen Zeit.')], 'Wir '],
    ['new words', 'Wir brau'.length, before, 'Wir brau'],
    ['the start', 0, [piece('new', 'Ja: '), ...before], ''],
  ])('stays at %s', (_, index, after, left) => {
    const at = indexOfPlace(after, placeInFork(before, index))
    const words = after.map((each) => (each.kind === 'kept' || each.kind === 'new' ? each.text : '')).join('')
    expect(words.slice(0, at)).toBe(left)
  })

  it('stays behind words typed on behind others that are text by now', () => {
    const typed = [kept('Wir '), piece('gone', 'brauchen'), piece('new', 'brauchen dringend'), kept(' Zeit.')]
    const after = [kept('Wir brauchen'), piece('new', ' dringend'), kept(' Zeit.')]
    const index = 'Wir brauchen dring'.length
    expect(indexOfPlace(after, placeInFork(typed, index))).toBe(index)
  })
})

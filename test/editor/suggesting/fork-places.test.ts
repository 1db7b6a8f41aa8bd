import { describe, expect, it } from 'vitest'
import type { ForkPiece } from '../../../src/editor/suggesting/compare-fork.ts'
import { inContent, inFork } from '../../../src/editor/suggesting/fork-places.ts'

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

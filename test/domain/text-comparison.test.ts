import { expect, it } from 'vitest'
import * as fc from 'fast-check'
import { compareTexts, countWords, type TextBlock } from '../../src/domain/text-comparison.ts'

const joined = (blocks: readonly TextBlock[], side: 'before' | 'after'): string[] =>
  blocks.flatMap((block) => {
    const text = block.kind === 'same' ? block.text : block[side]
    return text === '' ? [] : text.split('\n')
  })
const some = (...lines: string[]) => lines.join('\n')

it('tells which lines are the same and what changed in the others, word by word', () => {
  const before = some('Wir öffnen das Haus.', 'Am Montag gibt es Kaffee.', 'Alle sind da.')
  const after = some('Wir öffnen das Haus.', 'Am Montag gibt es immer Kaffee.', 'Alle sind da.', 'Und Kuchen.')
  expect(compareTexts(before, after)).toEqual([
    { kind: 'same', text: 'Wir öffnen das Haus.' },
    {
      kind: 'changed',
      before: 'Am Montag gibt es Kaffee.',
      after: 'Am Montag gibt es immer Kaffee.',
      pieces: [
        { kind: 'same', text: 'Am Montag gibt es ' },
        { kind: 'new', text: 'immer ' },
        { kind: 'same', text: 'Kaffee.' },
      ],
    },
    { kind: 'same', text: 'Alle sind da.' },
    { kind: 'changed', before: '', after: 'Und Kuchen.', pieces: [{ kind: 'new', text: 'Und Kuchen.' }] },
  ])
  expect(countWords(compareTexts(before, after))).toEqual({ fresh: 3, gone: 0 })
})

it('shows wordings that share little one after the other, in one piece', () => {
  const [block] = compareTexts('Kaffee am Montag', 'Niemand kommt je an einem solchen Tag')
  expect(block).toMatchObject({
    kind: 'changed',
    pieces: [
      { kind: 'gone', text: 'Kaffee am Montag' },
      { kind: 'new', text: 'Niemand kommt je an einem solchen Tag' },
    ],
  })
})

it('loses no line of either text', () => {
  const text = fc
    .array(fc.constantFrom('Haus', 'Chor und Bühne', '- Punkt', 'Am Platz.', 'x'), { maxLength: 12 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const blocks = compareTexts(before, after)
      expect(joined(blocks, 'before').join('\n')).toBe(before)
      expect(joined(blocks, 'after').join('\n')).toBe(after)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200) },
  )
})

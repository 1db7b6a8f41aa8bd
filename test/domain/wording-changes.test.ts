import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDifferences } from '../../src/domain/sequence-difference.ts'
import { compareWordings, compareWords } from '../../src/domain/wording-changes.ts'

const base = 'Wir öffnen das Haus. Am Montag gibt es Kaffee. Alle sind willkommen.'

describe('what others changed in a text', () => {
  it('is nothing where only I wrote', () => {
    const mine = base.replace('Kaffee', 'Kaffee und Tee')
    expect(compareWordings({ base, mine, theirs: base, now: mine })).toEqual([])
  })

  it('is told sentence by sentence, with what stood there before', () => {
    const theirs = base.replace('Montag', 'Dienstag').concat(' Auch Kinder.')
    expect(compareWordings({ base, mine: base, theirs, now: theirs })).toMatchObject([
      { before: 'Am Montag gibt es Kaffee.', theirs: 'Am Dienstag gibt es Kaffee.', mine: null },
      { before: '', theirs: 'Auch Kinder.', mine: null, now: 'Auch Kinder.' },
    ])
  })

  it('shows both wordings where I changed the same sentence, and what the text says now', () => {
    const theirs = base.replace('Kaffee', 'Kuchen')
    const mine = base.replace('Kaffee', 'Suppe').concat(' Meine Zeile.')
    const now = base.replace('Kaffee', 'SuppeKuchen').concat(' Meine Zeile.')
    expect(compareWordings({ base, mine, theirs, now })).toMatchObject([
      {
        before: 'Am Montag gibt es Kaffee.',
        theirs: 'Am Montag gibt es Kuchen.',
        mine: 'Am Montag gibt es Suppe.',
        now: 'Am Montag gibt es SuppeKuchen.',
      },
    ])
  })

  it('tells of a sentence struck out by others that I had changed', () => {
    const theirs = 'Wir öffnen das Haus. Alle sind willkommen.'
    const mine = base.replace('Kaffee', 'Suppe')
    const now = 'Wir öffnen das Haus. SuppeAlle sind willkommen.'
    expect(compareWordings({ base, mine, theirs, now })).toMatchObject([
      { before: 'Am Montag gibt es Kaffee.', theirs: '', mine: 'Am Montag gibt es Suppe.' },
    ])
  })

  it('has nothing to say where both struck out the same', () => {
    const shorter = 'Wir öffnen das Haus. Alle sind willkommen.'
    expect(compareWordings({ base, mine: shorter, theirs: shorter, now: shorter })).toEqual([])
  })

  it('shows both where each of us added something in the same place', () => {
    const [theirs, mine] = [`${base} Mit Kuchen.`, `${base} Mit Suppe.`]
    expect(compareWordings({ base, mine, theirs, now: `${base} Mit Suppe. Mit Kuchen.` })).toMatchObject([
      { before: '', theirs: 'Mit Kuchen.', mine: 'Mit Suppe.', now: 'Mit Suppe. Mit Kuchen.' },
    ])
  })

  it('finds the words in the others’ text', () => {
    const theirs = `Vorweg. ${base}`
    const [change] = compareWordings({ base, mine: base, theirs, now: theirs })
    expect(theirs.slice(change?.from, change?.to)).toBe('Vorweg. ')
  })
})

const word = fc.constantFrom('Haus', 'Platz', 'Chor', 'und', 'offen', 'Ehrenamt', 'Stadt', 'zwei', 'neu', 'Rat')
const text = fc
  .array(
    fc.tuple(fc.array(word, { minLength: 1, maxLength: 5 }), fc.constantFrom('. ', '! ', '\n', '\n\n', '? ', ' … ')),
    { maxLength: 7 },
  )
  .map((sentences) => sentences.map(([words, end]) => words.join(' ') + end).join(''))

const wordsOf = (words: string): string[] => words.match(/[\p{L}]+/gu) ?? []
const countWords = (words: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const each of wordsOf(words)) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}
const runs = Number(process.env['PROPERTY_RUNS'] ?? 400)

describe('any texts', () => {
  it('equal to what was seen give nothing, whatever I wrote', () => {
    fc.assert(
      fc.property(text, text, (seen, mine) => {
        expect(compareWordings({ base: seen, mine, theirs: seen, now: mine })).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('lose no word that others wrote or struck out, whatever I wrote', () => {
    fc.assert(
      fc.property(text, text, text, (seen, theirs, mine) => {
        const changes = compareWordings({ base: seen, mine, theirs, now: 'Ganz anders.' })
        const [before, after] = [countWords(seen), countWords(theirs)]
        const struck = countWords(changes.map((change) => change.before).join(' '))
        const written = countWords(changes.map((change) => change.theirs).join(' '))
        for (const each of new Set([...before.keys(), ...after.keys()])) {
          const more = (after.get(each) ?? 0) - (before.get(each) ?? 0)
          expect((written.get(each) ?? 0) - (struck.get(each) ?? 0)).toBe(more)
        }
      }),
      { numRuns: runs },
    )
  })

  it('are told word by word without losing a sign', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareWords(before, after)
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text)
        expect(without('new').join('')).toBe(before)
        expect(without('gone').join('')).toBe(after)
      }),
      { numRuns: runs },
    )
  })

  it('very long and all different are one difference', () => {
    const numbers = (from: number) => Array.from({ length: 3_000 }, (_, index) => String(from + index))
    expect(findDifferences(numbers(0), numbers(10_000))).toEqual([{ aFrom: 0, aTo: 3000, bFrom: 0, bTo: 3000 }])
  })
})

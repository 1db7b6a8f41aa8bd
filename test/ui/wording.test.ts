import { expect, test } from 'vitest'
import { formatFor } from '../../src/ui/wording/format.ts'

/** Words that really are the same in both languages. */
const same = new Set([
  'Einvernehmen',
  'Link',
  'Name',
  'Organisation',
  'Organisation: 7',
  'Person',
  'Tab',
  'Team',
  'Text',
])

type Sentence = (...parts: unknown[]) => string

/** Some sentences take words, some take lists of words. */
const spoken = (sentence: Sentence): string => {
  const say = (part: unknown) => sentence(...Array<unknown>(sentence.length).fill(part))
  try {
    return say('7')
  } catch {
    return say(['7'])
  }
}

const sentences = (node: unknown, path: string): [string, string][] => {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, spoken(node as Sentence)]]
  return Object.entries(node as object).flatMap(([key, value]) => sentences(value, path ? `${path}.${key}` : key))
}

/** The sentences of every area there is: each file of a language, whether the app begins with it or a part brings it. */
const areas = {
  de: import.meta.glob<object>('../../src/ui/wording/de/*.ts', { eager: true }),
  en: import.meta.glob<object>('../../src/ui/wording/en/*.ts', { eager: true }),
}
const read = (files: Record<string, object>) =>
  new Map(
    sentences(Object.fromEntries(Object.entries(files).map(([path, area]) => [path.replace(/.*\//, ''), area])), ''),
  )
const [all, en] = [read(areas.de), read(areas.en)]
/** A call is in German, and so is what is handed in. */
const de = new Map([...all].filter(([key]) => !key.startsWith('documents.ts.')))

test('every area is read, those that come late too', () => {
  expect(Object.keys(areas.de).length).toBeGreaterThan(25)
  for (const late of ['completeness', 'plan', 'history', 'discussion', 'mail'])
    expect([...de.keys()].some((key) => key.startsWith(`${late}.ts.`))).toBe(true)
})

test('every German sentence has an English one, and none is left over', () => {
  expect([...en.keys()].sort()).toEqual([...de.keys()].sort())
})

test('no English sentence is German by accident', () => {
  const untranslated = [...de].filter(([key, sentence]) => {
    const words = sentence.replaceAll('7', '').replace(/[\s·–…,.:;()]/g, '')
    return words !== '' && en.get(key) === sentence && !same.has(sentence)
  })
  expect(untranslated).toEqual([])
})

test('no sentence is empty, and nobody is addressed as "Sie" or "du"', () => {
  expect([...all, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  const addressed = /\b(Sie|Ihre?[nmrs]?|du|dein\w*|dir|dich)\b/
  expect([...all].filter(([, sentence]) => addressed.test(sentence))).toEqual([])
})

test('numbers and dates are written as the language writes them', () => {
  const [inGerman, inEnglish] = [formatFor('de'), formatFor('en')]
  expect(inGerman.number(23418)).toBe('23.418')
  expect(inEnglish.number(23418)).toBe('23,418')
  expect(inGerman.number(1.00001)).toBe('1,00001')
  expect(inGerman.day('2023-11-24')).toBe('Fr 24. November 2023')
  expect(inEnglish.day('2023-11-24')).toBe('Fri 24 November 2023')
  expect(inGerman.shortDay('2022-12-31')).toBe('31.12.2022')
  expect(inGerman.day('irgendwann')).toBe('irgendwann')
  expect(inGerman.list(['A', 'B', 'C'])).toBe('A, B und C')
  const now = new Date(2023, 10, 2, 14, 32).getTime()
  expect(inGerman.time(now)).toBe('14:32')
  expect(inGerman.moment(new Date(2023, 10, 2, 9, 5).getTime(), now)).toBe('heute, 9:05')
  expect(inGerman.moment(new Date(2023, 10, 1, 23, 59).getTime(), now)).toBe('gestern, 23:59')
  expect(inGerman.moment(new Date(2023, 9, 30, 9, 12).getTime(), now)).toBe('Mo 30. Oktober 2023, 9:12')
})

test.each([
  ['23.418', 23418],
  ['23 418', 23418],
  ['23418,5', 23418.5],
  ['-3', -3],
  ['', null],
  ['viele', null],
  ['12a', null],
])('"%s" is read as %s', (typed, value) => {
  expect(formatFor('de').readNumber(typed)).toBe(value)
})

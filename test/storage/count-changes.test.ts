import { expect, test } from 'vitest'
import { countChanges } from '../../src/storage/count-changes.ts'

const changes = (place: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ seq: from + at, at: from + at * 200, places: [place] }))

test('a sentence is one change, however many keys it took', () => {
  expect(countChanges([])).toBe(0)
  expect(countChanges(changes('text/ziele', 0, 80))).toBe(1)
})

test('another section, coming back, and a long pause each begin a new one', () => {
  const written = [
    ...changes('text/ziele', 0, 5),
    ...changes('text/kurzfassung', 2_000, 5),
    ...changes('text/ziele', 4_000, 5),
    ...changes('text/ziele', 60_000, 5),
  ]
  expect(countChanges(written)).toBe(4)
})

test('each fact is a change of its own', () => {
  expect(countChanges(changes('fields', 0, 3))).toBe(3)
})

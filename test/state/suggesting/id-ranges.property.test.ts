import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { IdRanges } from '../../../src/state/suggesting/id-ranges.ts'

it('names exactly the ids that were added, by ranges that do not touch each other', () => {
  const range = fc.tuple(fc.nat(2), fc.nat(40), fc.integer({ min: 1, max: 6 }))
  const property = fc.property(fc.array(range, { maxLength: 40 }), (added) => {
    const ranges = new IdRanges()
    const ids = new Set<string>()
    for (const [client, from, length] of added) {
      ranges.add(client, from, from + length)
      for (let clock = from; clock < from + length; clock += 1) ids.add(`${client} ${clock}`)
    }
    let begun = 0
    for (const client of [0, 1, 2]) {
      for (let clock = 0; clock < 50; clock += 1) {
        const isIn = ids.has(`${client} ${clock}`)
        expect(ranges.hasAny(client, clock, clock + 1)).toBe(isIn)
        if (isIn && !ids.has(`${client} ${clock - 1}`)) begun += 1
      }
    }
    expect(ranges.size).toBe(begun)
  })
  expect(() => fc.assert(property)).not.toThrow()
})

it('keeps one range of a long evening of typing, whichever way it went', () => {
  const ranges = new IdRanges()
  for (let clock = 0; clock < 5_000; clock += 1) ranges.add(1, clock, clock + 1)
  for (let clock = 5_000; clock > 0; clock -= 1) ranges.add(2, clock - 1, clock)
  expect(ranges.size).toBe(2)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDeletions } from '../../../server/sync/gate/deletions.ts'

describe('deletions', () => {
  it('contain exactly what was added, one by one or many at once, in whatever order', () => {
    const range = fc
      .tuple(fc.nat(80), fc.integer({ min: 1, max: 12 }))
      .map(([from, length]) => ({ client: 1, from, to: from + length }))
    fc.assert(
      fc.property(fc.array(fc.array(range, { maxLength: 12 }), { maxLength: 6 }), range, (batches, asked) => {
        const deletions = createDeletions()
        const clocks = new Set<number>()
        for (const batch of batches) {
          deletions.add([{ client: 2, from: 200, to: 201 }, ...batch])
          for (const { from, to } of batch) for (let clock = from; clock < to; clock++) clocks.add(clock)
        }
        const all = Array.from({ length: asked.to - asked.from }, (_, index) => clocks.has(asked.from + index))
        expect(deletions.contains(asked)).toBe(all.every(Boolean))
        expect(deletions.contains({ ...asked, client: 2 })).toBe(false)
        expect(deletions.countMissing([asked, asked])).toBe(all.filter((isDeleted) => !isDeleted).length)
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createIdRanges } from '../../server/sync/id-ranges.ts'

describe('ranges of ids', () => {
  it('contain exactly what was added, in whatever order', () => {
    const range = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
      .map(([from, length]) => [from, from + length] as const)
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), range, (added, [from, to]) => {
        const ranges = createIdRanges()
        const clocks = new Set<number>()
        for (const [start, end] of added) {
          ranges.add({ client: 1, from: start, to: end })
          for (let clock = start; clock < end; clock++) clocks.add(clock)
        }
        const all = Array.from({ length: to - from }, (_, index) => clocks.has(from + index)).every(Boolean)
        expect(ranges.contains({ client: 1, from, to })).toBe(all)
        expect(ranges.contains({ client: 2, from, to })).toBe(false)

        let counted = 0
        while (clocks.has(counted)) counted += 1
        expect(Y.decodeStateVector(ranges.stateVector()).get(1) ?? 0).toBe(counted)
      }),
    )
  })
})

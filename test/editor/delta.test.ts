import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growth, push, transform, transformIndex, trimmed, type Delta, type Op } from '../../src/editor/delta.ts'

/** A text as characters with formats, to say what a delta means. */
const apply = (text: readonly string[], delta: Delta): string[] => {
  const result: string[] = []
  let at = 0
  for (const op of delta) {
    if ('insert' in op)
      result.push(...(op.insert as string).split('').map((character) => character + JSON.stringify(op.formats)))
    else if ('delete' in op) at += op.delete
    else {
      for (const character of text.slice(at, at + op.retain)) {
        const formats = { ...(JSON.parse(character.slice(1)) as object), ...op.formats }
        result.push(character.charAt(0) + JSON.stringify(formats, Object.keys(formats).sort()))
      }
      at += op.retain
    }
  }
  return [...result, ...text.slice(at)]
}

const someDelta = (length: number): fc.Arbitrary<Delta> =>
  fc
    .array(
      fc.oneof(
        fc.record({ retain: fc.integer({ min: 1, max: 4 }) }),
        fc.record({
          retain: fc.integer({ min: 1, max: 4 }),
          formats: fc.dictionary(fc.constantFrom('a', 'b'), fc.nat(3), { minKeys: 1 }),
        }),
        fc.record({ insert: fc.constantFrom('x', 'yz'), formats: fc.constant({}) }),
        fc.record({ delete: fc.integer({ min: 1, max: 3 }) }),
      ),
      { maxLength: 6 },
    )
    .map((ops) => {
      const delta: Op[] = []
      let left = length
      for (const op of ops) {
        const reach = 'retain' in op ? op.retain : 'delete' in op ? op.delete : 0
        if (reach > left) break
        left -= reach
        push(delta, op)
      }
      return trimmed(delta)
    })

describe('two changes to one text', () => {
  it('lead to the same text in either order', () => {
    const text = 'abcdefgh'.split('').map((character) => `${character}{}`)
    fc.assert(
      fc.property(someDelta(8), someDelta(8), (mine, theirs) => {
        const mineFirst = apply(apply(text, mine), transform(theirs, mine, false))
        const theirsFirst = apply(apply(text, theirs), transform(mine, theirs, true))
        expect(mineFirst).toEqual(theirsFirst)
        expect(mineFirst).toHaveLength(8 + growth(mine) + growth(transform(theirs, mine, false)))
      }),
    )
  })

  it('put the one that wins first where both insert', () => {
    const insert = (text: string): Delta => [{ retain: 2 }, { insert: text, formats: {} }]
    expect(transform(insert('a'), insert('bc'), true)).toEqual(insert('a'))
    expect(transform(insert('a'), insert('bc'), false)).toEqual([{ retain: 4 }, { insert: 'a', formats: {} }])
  })
})

describe('a place in the text', () => {
  it('moves with what is inserted before it and to the start of what is deleted around it', () => {
    expect(transformIndex(5, [{ retain: 2 }, { insert: 'abc', formats: {} }], 'left')).toBe(8)
    expect(transformIndex(5, [{ retain: 3 }, { delete: 4 }], 'left')).toBe(3)
    expect(transformIndex(2, [{ retain: 5 }, { delete: 4 }], 'left')).toBe(2)
  })

  it('sticks to the side it is told', () => {
    const delta: Delta = [{ retain: 5 }, { insert: 'ab', formats: {} }]
    expect(transformIndex(5, delta, 'left')).toBe(5)
    expect(transformIndex(5, delta, 'right')).toBe(7)
  })
})

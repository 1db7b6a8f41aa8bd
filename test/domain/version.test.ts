import { expect, it } from 'vitest'
import { outlived, type Version } from '../../src/domain/version.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const now = Date.UTC(2023, 10, 24, 12)

type Some = Pick<Version, 'id' | 'kind' | 'madeAt'>
const some = (kind: Version['kind'], ...agesMs: number[]): Some[] =>
  agesMs.map((age) => ({ id: `${kind} ${age / hourMs}`, kind, madeAt: now - age }))
const kept = (versions: Some[]): string[] => {
  const gone = outlived(versions, now)
  return versions.map(({ id }) => id).filter((id) => !gone.includes(id))
}

it('automatic versions are all kept for two days, then the last of each day, then of each week, up to a year', () => {
  expect(kept(some('automatic', 0, hourMs, 47 * hourMs))).toHaveLength(3)
  // 24 November, 12 o'clock: 74 and 78 hours ago were one day, 98 hours ago another.
  expect(kept(some('automatic', 78 * hourMs, 74 * hourMs, 98 * hourMs))).toEqual(['automatic 74', 'automatic 98'])
  expect(kept(some('automatic', 40 * dayMs, 41 * dayMs, 60 * dayMs)).length).toBe(2)
  expect(kept(some('automatic', 365 * dayMs))).toEqual([])
})

it('what people made is never thinned out', () => {
  const made = [...some('named', 0, 400 * dayMs, 401 * dayMs), ...some('agreement', 900 * dayMs)]
  expect(kept(made)).toHaveLength(4)
})

it('there are never more than 120 automatic ones', () => {
  expect(kept(some('automatic', ...Array.from({ length: 500 }, (_, index) => index * 60_000)))).toHaveLength(120)
})

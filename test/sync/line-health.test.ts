import { describe, expect, it } from 'vitest'
import { lineHealth, silenceMs } from '../../src/sync/line-health.ts'
import { longestRetryMs, retryDelayMs } from '../../src/sync/retry-delay.ts'

/** When a page that looks every half second finds a line dead that froze at 0, having been heard last just then. */
const frozen = ({ writesAt = Number.POSITIVE_INFINITY, isVisible = true, phase = 0 }) => {
  let asked: number | null = null
  let noticed: number | null = null
  for (let now = phase; ; now += 500) {
    if (writesAt <= now) asked ??= writesAt
    const waitedMs = asked === null ? 0 : now - asked
    const health = lineHealth(waitedMs, now)
    if (health !== 'well') noticed ??= now
    if (health === 'dead') return { noticed: noticed ?? now, replaced: now }
    if (asked === null && now > silenceMs(isVisible)) asked = now
  }
}

describe('a frozen line', () => {
  it('is noticed within 5 s and replaced within 10, whenever something is written or never', () => {
    for (let phase = 0; phase < 500; phase += 10) {
      for (const writesAt of [0, 500, 1_500, 2_000, 3_000, Number.POSITIVE_INFINITY]) {
        const { noticed, replaced } = frozen({ writesAt, phase })
        expect(noticed).toBeLessThanOrEqual(5_000)
        expect(replaced).toBeLessThanOrEqual(10_000)
      }
    }
  })

  it('under a page in the background is noticed within 5 s and replaced within 10 once something is written', () => {
    for (const writesAt of [0, 4_000, 14_000]) {
      const { noticed, replaced } = frozen({ writesAt, isVisible: false })
      expect(noticed - writesAt).toBeLessThanOrEqual(5_000)
      expect(replaced - writesAt).toBeLessThanOrEqual(10_000)
    }
  })

  it('is told from one that lives and answers slowly', () => {
    expect(lineHealth(0, 20_000)).toBe('well')
    expect(lineHealth(4_000, 300)).toBe('well')
    expect(lineHealth(6_000, 300)).toBe('slow')
    expect(lineHealth(10_500, 300)).toBe('dead')
  })
})

describe('between two tries', () => {
  const delays = (failures: number) => Array.from({ length: 200 }, () => retryDelayMs(failures))

  it('the time doubles up to 30 s', () => {
    for (const [failures, longestMs] of [
      [0, 200],
      [1, 400],
      [5, 6_400],
      [8, longestRetryMs],
      [5_000, longestRetryMs],
    ] as const) {
      expect(Math.max(...delays(failures))).toBeLessThanOrEqual(longestMs)
      expect(Math.min(...delays(failures))).toBeGreaterThanOrEqual(longestMs / 2)
    }
  })

  it('the time is another one for everybody', () => {
    expect(new Set(delays(8)).size).toBeGreaterThan(100)
  })
})

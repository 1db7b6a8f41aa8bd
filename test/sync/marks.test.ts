import { describe, expect, it } from 'vitest'
import { Marks } from '../../src/sync/marks.ts'

describe('marks', () => {
  it('want only what is news', () => {
    const marks = new Marks()
    expect(marks.want(5)).toBe(true)
    expect(marks.want(5)).toBe(false)
    expect(marks.want(3)).toBe(false)
    expect(marks.want(6)).toBe(true)
    marks.answered(9)
    expect(marks.want(8)).toBe(false)
  })

  it('repeat the highest on a new line, and nothing once all is answered', () => {
    const marks = new Marks()
    expect(marks.open()).toBeNull()
    marks.want(5)
    marks.want(7)
    marks.answered(5)
    expect(marks.open()).toBe(7)
    marks.answered(7)
    expect(marks.open()).toBeNull()
    expect(marks.probe()).toBe(7)
  })

  it('know how long the oldest question waits', () => {
    const marks = new Marks()
    expect(marks.waitedMs(1_000)).toBe(0)
    marks.asked(1, 1_000)
    marks.asked(2, 3_000)
    expect(marks.waitedMs(6_000)).toBe(5_000)
    marks.answered(1)
    expect(marks.waitedMs(6_000)).toBe(3_000)
    marks.forgetAsked()
    expect(marks.waitedMs(6_000)).toBe(0)
  })
})

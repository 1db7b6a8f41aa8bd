import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDay } from '../../src/domain/iso-day.ts'
import {
  milestones,
  planSteps,
  proposeDays,
  respread,
  type Milestone,
  type StepSaid,
} from '../../src/domain/time-plan.ts'
import { callNamed } from '../world/calls.ts'

const { window } = callNamed('engagierte-stadt-2023')
const said = (steps: Partial<Record<Milestone, Partial<StepSaid>>>) =>
  new Map(milestones.flatMap((each) => (steps[each] ? [[each, { day: null, isDone: false, ...steps[each] }]] : [])))

describe('the plan backward from the deadline', () => {
  it('gives every step its usual time before the end', () => {
    expect([...proposeDays(window)]).toEqual([
      ['first-draft', '2023-10-13'],
      ['feedback', '2023-10-27'],
      ['leadership', '2023-11-03'],
      ['last-edit', '2023-11-14'],
      ['agreement', '2023-11-19'],
      ['submission', '2023-11-22'],
    ])
  })

  it('moves together where there is less time, in order, between beginning and deadline', () => {
    assert(
      property(integer({ min: 0, max: 40_000 }), integer({ min: 0, max: 400 }), (closes, span) => {
        const range = { opens: isoDay(closes - span), closes: isoDay(closes) }
        const days = [...proposeDays(range).values()]
        expect(days).toEqual([...days].sort())
        expect(days.every((day) => day >= range.opens && day <= range.closes)).toBe(true)
      }),
    )
  })

  it('goes by what the team says, and says what does not fit', () => {
    const plan = said({
      feedback: { day: '2023-11-30' },
      leadership: { isDone: true },
      agreement: { day: '2023-11-01' },
    })
    const steps = planSteps(window, plan, '2023-11-20')
    expect(steps.map(({ milestone, daysLeft, conflict }) => [milestone, daysLeft, conflict])).toEqual([
      ['first-draft', -38, null],
      ['feedback', 10, 'after-deadline'],
      ['leadership', -17, null],
      ['last-edit', -6, 'out-of-order'],
      ['agreement', -19, 'out-of-order'],
      ['submission', 2, 'out-of-order'],
    ])
  })

  it('spreads what is open over the time that is left', () => {
    const plan = said({ 'first-draft': { isDone: true }, submission: { day: '2023-11-22' } })
    const days = respread(window, plan, '2023-11-17')
    expect([...days.keys()]).toEqual(milestones.slice(1))
    expect([...days.values()]).toEqual(['2023-11-20', '2023-11-21', '2023-11-22', '2023-11-23', '2023-11-23'])
    expect(respread(window, plan, '2023-11-24').get('feedback')).toBe('2023-11-24')
    expect(respread(window, plan, '2023-11-25').size).toBe(0)
  })

  it('counts days over every change of the clock', () => {
    const days = Array.from({ length: 4_000 }, (_, each) => each * 10)
    expect(days.map((day) => dayNumber(isoDay(day)))).toEqual(days)
  })
})

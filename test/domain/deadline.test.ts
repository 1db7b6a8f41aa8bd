import { describe, expect, it } from 'vitest'
import { deadlineOf } from '../../src/domain/deadline.ts'
import { callNamed } from '../world/calls.ts'

const { window } = callNamed('engagierte-stadt-2023')
const at = (time: string, changes: Partial<typeof window> = {}) =>
  deadlineOf({ window: { ...window, ...changes } }, Date.parse(time))

describe('a call’s window', () => {
  it('opens and closes by the calendar of its own time zone', () => {
    expect(at('2023-09-24T23:59:59+02:00')).toEqual({ name: 'not-open', opens: '2023-09-25', closes: '2023-11-24' })
    expect(at('2023-09-25T00:00:00+02:00')).toEqual({ name: 'open', closes: '2023-11-24', daysLeft: 60 })
    // Still the 24th in Berlin, already the 25th in Tokyo; then past midnight in Berlin, still the 24th in London.
    expect(at('2023-11-25T07:30:00+09:00')).toEqual({ name: 'open', closes: '2023-11-24', daysLeft: 0 })
    expect(at('2023-11-24T23:30:00Z')).toEqual({ name: 'over', closes: '2023-11-24' })
  })

  it('counts the last day as 0 and the one before as 1, whatever the hour', () => {
    expect(at('2023-11-24T00:00:00+01:00')).toMatchObject({ daysLeft: 0 })
    expect(at('2023-11-24T23:59:59+01:00')).toMatchObject({ daysLeft: 0 })
    expect(at('2023-11-23T23:59:59+01:00')).toMatchObject({ daysLeft: 1 })
  })

  it('counts whole days across the change to winter time', () => {
    expect(at('2023-10-28T12:00:00+02:00', { closes: '2023-10-30' })).toMatchObject({ daysLeft: 2 })
    expect(at('2023-10-29T12:00:00+01:00', { closes: '2023-10-30' })).toMatchObject({ daysLeft: 1 })
  })

  it('ends at its time of day where it has one', () => {
    expect(at('2023-11-24T11:59:59+01:00', { timeOfDay: '12:00' })).toMatchObject({ name: 'open', daysLeft: 0 })
    expect(at('2023-11-24T12:00:00+01:00', { timeOfDay: '12:00' })).toMatchObject({ name: 'over' })
    expect(at('2023-11-23T18:00:00+01:00', { timeOfDay: '12:00' })).toMatchObject({ name: 'open', daysLeft: 1 })
  })

  it('extended earlier is judged by the day it ends now', () => {
    const extended = { closes: '2023-12-01', history: [{ closes: '2023-11-24', until: '2023-11-20' }] }
    expect(at('2023-11-28T12:00:00+01:00', extended)).toEqual({ name: 'open', closes: '2023-12-01', daysLeft: 3 })
  })

  it('of 2023 is over today', () => {
    expect(deadlineOf({ window }, Date.now())).toEqual({ name: 'over', closes: '2023-11-24' })
  })
})

import type { Call } from './call.ts'
import { dayNumber } from './iso-day.ts'
import { clockIn } from './time-zone.ts'

export type Deadline =
  | { name: 'not-open'; opens: string; closes: string }
  | { name: 'open'; closes: string; daysLeft: number }
  | { name: 'over'; closes: string }

/** Where a call's window stands at `nowMs`, by the calendar of the call's own time zone. `daysLeft` 0 is the last day. */
export const deadlineOf = ({ window }: Pick<Call, 'window'>, nowMs: number): Deadline => {
  const { day: today, time } = clockIn(window.timeZone, nowMs)
  if (today < window.opens) return { name: 'not-open', opens: window.opens, closes: window.closes }
  const pastTheHour = today === window.closes && window.timeOfDay !== null && time >= window.timeOfDay
  if (today > window.closes || pastTheHour) return { name: 'over', closes: window.closes }
  return { name: 'open', closes: window.closes, daysLeft: dayNumber(window.closes) - dayNumber(today) }
}

import type { Call } from './call.ts'

export type Deadline =
  | { name: 'not-open'; opens: string; closes: string }
  | { name: 'open'; closes: string; daysLeft: number }
  | { name: 'over'; closes: string }

const dayIn = (timeZone: string, nowMs: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs)

const timeIn = (timeZone: string, nowMs: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(nowMs)

const dayNumber = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000

/** Where a call's window stands at `nowMs`, by the calendar of the call's own time zone. `daysLeft` 0 is the last day. */
export const deadlineOf = ({ window }: Pick<Call, 'window'>, nowMs: number): Deadline => {
  const today = dayIn(window.timeZone, nowMs)
  if (today < window.opens) return { name: 'not-open', opens: window.opens, closes: window.closes }
  const pastTheHour =
    today === window.closes && window.timeOfDay !== null && timeIn(window.timeZone, nowMs) >= window.timeOfDay
  if (today > window.closes || pastTheHour) return { name: 'over', closes: window.closes }
  return { name: 'open', closes: window.closes, daysLeft: dayNumber(window.closes) - dayNumber(today) }
}

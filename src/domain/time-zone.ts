const calendars = new Map<string, Intl.DateTimeFormat | null>()

/**
 * One formatter per zone, all in the locale the app speaks anyway: the first formatter of every further locale costs
 * Chromium some 40 ms. Null when the runtime does not know the zone.
 */
const calendarIn = (timeZone: string): Intl.DateTimeFormat | null => {
  const known = calendars.get(timeZone)
  if (known !== undefined) return known
  const made = makeCalendar(timeZone)
  calendars.set(timeZone, made)
  return made
}

const makeCalendar = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('de-DE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  } catch {
    return null
  }
}

/** Asking the runtime costs 30 ms at every start; every call so far is German. */
export const isTimeZone = (name: string): boolean => name === 'Europe/Berlin' || calendarIn(name) !== null

/** Day (YYYY-MM-DD) and time of day (HH:MM) in a zone, from ms since 1970. Throws for a zone that is none. */
export const clockIn = (timeZone: string, nowMs: number): { day: string; time: string } => {
  const calendar = calendarIn(timeZone)
  if (calendar === null) throw new RangeError(`no such time zone: ${timeZone}`)
  const parts = new Map(calendar.formatToParts(nowMs).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

import ical from 'ical-generator'

export interface CalendarDay {
  /** Stays the same for the same step, so that a calendar replaces what it has. */
  id: string
  /** ISO day. */
  day: string
  title: string
  what: string
}

/** An iCalendar file (RFC 5545) of whole days, for any calendar program. */
export const calendarFile = (name: string, days: readonly CalendarDay[]): string => {
  const calendar = ical({ name, prodId: { company: 'Einvernehmen', product: 'Zeitplan', language: 'DE' } })
  for (const { id, day, title, what } of days) {
    // Whole days are written from the parts of local time.
    const start = new Date(`${day}T00:00:00`)
    calendar.createEvent({ id, start, allDay: true, summary: title, description: what })
  }
  return calendar.toString()
}

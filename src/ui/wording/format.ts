export type Language = 'de' | 'en'

/** Numbers, days and times as the chosen language writes them. */
export interface Format {
  language: Language
  /** 23.418 */
  number(value: number): string
  /** Reads what a person typed, "23.418" or "23 418,5"; null when it is no number. */
  readNumber(typed: string): number | null
  /** From an ISO day: Fr 24. November 2023 */
  day(isoDay: string): string
  /** From an ISO day, for narrow places: 31.12.2022 */
  shortDay(isoDay: string): string
  /** Clock time here, from ms since 1970: 14:32 */
  time(ms: number): string
  /** heute, 13:58 · gestern, 9:12 · Mo 30. Oktober 2023, 9:12 */
  moment(ms: number, nowMs: number): string
  /** Freiwilligenagentur, Stadt und Hochschule */
  list(parts: readonly string[]): string
}

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** Making one of Intl's formatters takes 5 to 10 ms; most pages need two or three. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const createFormat = (language: Language): Format => {
  const locale = locales[language]
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options))
  const numbers = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }))
  const weekdays = dates({ weekday: 'short', timeZone: 'UTC' })
  const days = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortDays = dates({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  const times = dates({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const midnight = (isoDay: string) => Date.parse(`${isoDay}T00:00:00Z`)
  // A day someone typed into the shared document may be no day at all; it is then shown as it stands.
  const show = (formatter: () => Intl.DateTimeFormat, isoDay: string) =>
    Number.isNaN(midnight(isoDay)) ? isoDay : formatter().format(midnight(isoDay))
  const day = (isoDay: string) =>
    Number.isNaN(midnight(isoDay)) ? isoDay : `${show(weekdays, isoDay).replace('.', '')} ${show(days, isoDay)}`
  return {
    language,
    number: (value) => numbers().format(value),
    readNumber: (typed) => readNumber(typed, language),
    day,
    shortDay: (isoDay) => show(shortDays, isoDay),
    time: (ms) => times().format(ms),
    moment: (ms, nowMs) => {
      const daysAgo = Math.round((midnight(localDay(nowMs)) - midnight(localDay(ms))) / 86_400_000)
      const when = daysAgo === 0 || daysAgo === 1 ? relative().format(-daysAgo, 'day') : day(localDay(ms))
      return `${when}, ${times().format(ms)}`
    },
    list: (parts) => lists().format(parts),
  }
}

const readNumber = (typed: string, language: Language): number | null => {
  const dense = typed.replace(/[\s'’_]/g, '')
  const plain = language === 'de' ? dense.replaceAll('.', '').replace(',', '.') : dense.replaceAll(',', '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** The ISO day of a moment by this device's own clock and zone. */
const localDay = (ms: number): string => {
  const date = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const formats: Record<Language, Format> = { de: createFormat('de'), en: createFormat('en') }

export const formatFor = (language: Language): Format => formats[language]

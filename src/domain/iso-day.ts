const dayMs = 86_400_000

/** `2023-02-31` would make the days left not a number. */
export const isRealDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && (new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false)

/** Whole days since 1970, for differences between ISO days. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

/** The ISO day so many days after 1970. */
export const isoDay = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

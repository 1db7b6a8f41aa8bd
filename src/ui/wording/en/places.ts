import type { Translated } from '../catalogue.ts'
import type { places as german } from '../de/places.ts'

export const places: Translated<typeof german> = {
  list: 'Places from the official register',
  found: (count: number, shown: string) => (count === 1 ? '1 place found' : `${shown} places found`),
  inhabitants: (shown: string) => `${shown} inhabitants`,
  from: (source: string, day: string) => `${source}, as of ${day}. Anything else can be typed freely.`,
}

import { useSyncExternalStore } from 'react'

export type Width = 'phone' | 'tablet' | 'desktop' | 'wide'

// The same steps stand in the style sheets of this room: 640, 1024 and 1280 px at the usual text size.
const steps: readonly (readonly [Width, string])[] = [
  ['wide', '(min-width: 80rem)'],
  ['desktop', '(min-width: 64rem)'],
  ['tablet', '(min-width: 40rem)'],
]

const read = (): Width => steps.find(([, query]) => window.matchMedia(query).matches)?.[0] ?? 'phone'

const subscribe = (listener: () => void): (() => void) => {
  const queries = steps.map(([, query]) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

/** How much room there is; rem in media queries follows the browser's text size, so large text gets the narrow form. */
export const useWidth = (): Width => useSyncExternalStore(subscribe, read)

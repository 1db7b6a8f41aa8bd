import { useSyncExternalStore } from 'react'

const query = '(min-width: 48.0625rem)'

const subscribe = (onChange: () => void) => {
  if (typeof matchMedia !== 'function') return () => undefined
  const media = matchMedia(query)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** True where bars are wide; on a phone the same things stand beneath each other. The width is that of the style sheets. */
export const useWide = (): boolean =>
  useSyncExternalStore(subscribe, () => typeof matchMedia !== 'function' || matchMedia(query).matches)

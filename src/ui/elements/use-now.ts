import { useSyncExternalStore } from 'react'

const minuteMs = 60_000

const subscribe = (onChange: () => void) => {
  const timer = setInterval(onChange, minuteMs / 2)
  return () => clearInterval(timer)
}

/** The present minute in ms since 1970; what says "heute" or "noch 22 Tage" follows it past midnight. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => Math.floor(Date.now() / minuteMs) * minuteMs)

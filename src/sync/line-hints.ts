/** What the browser says about the network and the page. Hints to look, never truth: venue Wi-Fi counts as "online". */
export interface LineHints {
  /** The line may be back, or somebody is looking again. */
  maybeBack?(): void
  /** The line may be dead although it looks open. */
  maybeDead?(): void
  /** The page is going away, perhaps to come back from the browser's cache. */
  leaving?(): void
  returning?(): void
}

/** Listens for hints where there is a page to listen to; returns how to stop. */
export const onLineHints = (hints: LineHints): (() => void) => {
  if (typeof window === 'undefined') return () => undefined
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener('online', () => hints.maybeBack?.(), { signal })
  window.addEventListener('offline', () => hints.maybeDead?.(), { signal })
  window.addEventListener('pagehide', () => hints.leaving?.(), { signal })
  window.addEventListener('pageshow', (event) => event.persisted && hints.returning?.(), { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hints.maybeBack?.(), {
    signal,
  })
  return () => stop.abort()
}

/** Whether the browser knows that there is no network; of the opposite it is never sure. */
export const isSurelyOffline = (): boolean => typeof window !== 'undefined' && !window.navigator.onLine

/** Whether somebody may be looking at the page. */
export const isVisible = (): boolean => typeof document === 'undefined' || document.visibilityState === 'visible'

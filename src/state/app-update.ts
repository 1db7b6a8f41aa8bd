import type { Workbox } from 'workbox-window'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** How the installed app stands: whether it opens without a network, and whether a newer version waits for a click. */
export interface AppUpdate {
  readyOffline: boolean
  /** `waiting`: a newer version is complete on this device. `elsewhere`: another tab has already switched to it. */
  newVersion: 'none' | 'waiting' | 'elsewhere'
  /** Stores what is unsaved, switches to the new version and reloads this page. Safe to call at any time. */
  apply(): Promise<void>
}

const hourMs = 3_600_000

/**
 * Registers the service worker and watches it. `whenStored` must resolve once everything typed is on this device; a
 * page is never reloaded before, and never without a click.
 */
export const openAppUpdate = (whenStored: () => Promise<void>): StoreApi<AppUpdate> => {
  const reload = async () => {
    await whenStored()
    location.reload()
  }
  const store = createStore<AppUpdate>(() => ({ readyOffline: false, newVersion: 'none', apply: reload }))
  if (!('serviceWorker' in navigator)) return store
  store.setState({ readyOffline: navigator.serviceWorker.controller !== null })
  // Not needed to begin working, so it does not stand in the way of the first page.
  import('workbox-window')
    .then(({ Workbox }) => watch(new Workbox(workerScript()), store, whenStored, reload))
    .catch(ignoreUnreachable)
  return store
}

const watch = (
  workbox: Workbox,
  store: StoreApi<AppUpdate>,
  whenStored: () => Promise<void>,
  reload: () => Promise<void>,
): void => {
  let switchingHere = false
  const apply = async () => {
    if (store.getState().newVersion !== 'waiting') return reload()
    await whenStored()
    switchingHere = true
    workbox.messageSkipWaiting()
  }
  store.setState({ apply })

  workbox.addEventListener('waiting', () => store.setState({ newVersion: 'waiting' }))
  workbox.addEventListener('activated', () => store.setState({ readyOffline: true }))
  workbox.addEventListener('controlling', (event) => {
    if (switchingHere) reload().catch(ignoreUnreachable)
    else if (event.isUpdate) store.setState({ newVersion: 'elsewhere' })
  })

  const check = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) workbox.update().catch(ignoreUnreachable)
  }
  document.addEventListener('visibilitychange', check)
  setInterval(check, hourMs)
  workbox.register().catch(ignoreUnreachable)
}

/** The page may run no script that nobody vouches for (Trusted Types): this policy vouches for one. */
const workerScript = (): string => {
  const address = '/sw.js'
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  // A browser without Trusted Types takes the string, one with them what stands for it: both under the type string.
  return trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address }).createScriptURL('') ?? address
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string }
}

/** Out of reach or refused: the app goes on as it is, and the next check tries again. */
const ignoreUnreachable = () => undefined

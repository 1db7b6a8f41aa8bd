import type { Workbox } from 'workbox-window'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { createUpdateAgreement } from './update-agreement.ts'

/** How the installed app stands: whether it opens without a network, and whether a newer version waits for a click. */
export interface AppUpdate {
  readyOffline: boolean
  /** `waiting`: a newer version is complete on this device. `elsewhere`: another tab has already switched to it. */
  newVersion: 'none' | 'waiting' | 'elsewhere'
  /** Why the last `apply` changed nothing: this page, or another one, has something that it could not store. */
  hindrance: 'none' | 'unsaved-here' | 'unsaved-elsewhere'
  /** Stores what is unsaved, switches to the new version and reloads this page. Safe to call at any time. */
  apply(): Promise<void>
}

const hourMs = 3_600_000

/**
 * Registers the service worker and watches it. A page is never switched without a click in one of them, and none before
 * it has stored what was typed in it: `isStored` resolves once it has, with whether a reload would lose nothing.
 */
export const openAppUpdate = (isStored: () => Promise<boolean>): StoreApi<AppUpdate> => {
  const store = createStore<AppUpdate>(() => ({
    readyOffline: false,
    newVersion: 'none',
    hindrance: 'none',
    apply: async () => {
      if (await isStored()) location.reload()
      else store.setState({ hindrance: 'unsaved-here' })
    },
  }))
  if (!('serviceWorker' in navigator)) return store
  store.setState({ readyOffline: navigator.serviceWorker.controller !== null })
  // Not needed to begin working, so it does not stand in the way of the first page.
  import('workbox-window')
    .then(({ Workbox }) => watch(new Workbox(workerScript()), store, isStored))
    .catch(ignoreUnreachable)
  return store
}

const watch = (workbox: Workbox, store: StoreApi<AppUpdate>, isStored: () => Promise<boolean>): void => {
  const agreement = createUpdateAgreement(isStored)
  const reloadAlone = store.getState()
  const reload = () => reloadAlone.apply()
  let switchingHere = false
  const apply = async () => {
    store.setState({ hindrance: 'none' })
    if (store.getState().newVersion !== 'waiting') return reload()
    if (!(await isStored())) return store.setState({ hindrance: 'unsaved-here' })
    if (!(await agreement.ask())) return store.setState({ hindrance: 'unsaved-elsewhere' })
    switchingHere = true
    workbox.messageSkipWaiting()
  }
  store.setState({ apply })

  workbox.addEventListener('waiting', () => store.setState({ newVersion: 'waiting' }))
  workbox.addEventListener('activated', () => store.setState({ readyOffline: true }))
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate) store.setState({ newVersion: 'elsewhere' })
    if (switchingHere || (event.isUpdate && agreement.hasAgreed())) reload().catch(ignoreUnreachable)
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

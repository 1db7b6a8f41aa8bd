import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a browser hands out when the app can be installed (Chromium's `beforeinstallprompt`). */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

/** The browser's offer to install the app, to be taken up at a press; null while there is none. */
export const installOffer: StoreApi<InstallPrompt | null> = createStore<InstallPrompt | null>(() => null)

/** The offer comes once and early: listens from the start. */
export const watchInstallOffer = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    installOffer.setState(event as InstallPrompt, true)
  })
  addEventListener('appinstalled', () => installOffer.setState(null, true))
}

/**
 * A tab on iOS, which empties the storage of sites after a week without use, but not of those on the home screen. Only
 * iOS has this property: true once the site stands there.
 */
export const isHomeScreenOffered = (): boolean => 'standalone' in navigator && navigator.standalone === false

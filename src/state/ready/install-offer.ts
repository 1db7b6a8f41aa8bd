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

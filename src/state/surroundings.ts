import { thisDevice, type Device } from '../storage/device.ts'

/** What the app stands in: the server's address and what the browser offers; null where it refuses. */
export interface Surroundings {
  /** The server's, such as `https://einvernehmen.example`. */
  origin: string
  device: Device
  preferences: Storage | null
  fetch: typeof fetch
  socket: typeof WebSocket
  channel: typeof BroadcastChannel | null
  /** Begins the page anew. */
  reload: () => void
}

export const thisBrowser = (): Surroundings => ({
  origin: location.origin,
  device: thisDevice(),
  preferences: localStorageIfAllowed(),
  fetch: (...request) => fetch(...request),
  socket: WebSocket,
  channel: globalThis.BroadcastChannel ?? null,
  reload: () => location.reload(),
})

/** Reading the property alone throws where storage is refused. */
const localStorageIfAllowed = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

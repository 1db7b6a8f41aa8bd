import { thisDevice, type Device } from '../storage/device.ts'
import { onSharedDevice } from '../sync/shared-device.ts'
import { isSharedDevice, keepingNothing } from './device/whose-device.ts'

/** What the app stands in: the server's address and what the browser offers; null where it refuses. */
export interface Surroundings {
  /** The server's, such as `https://einvernehmen.example`. */
  origin: string
  device: Device
  preferences: Storage | null
  fetch: typeof fetch
  socket: typeof WebSocket
  channel: typeof BroadcastChannel | null
  /** Whether the device belongs to several people: then nothing outlives this window. */
  isShared?: boolean
  /** Begins the page anew. */
  reload: () => void
}

export const thisBrowser = (isShared = isSharedDevice()): Surroundings => ({
  origin: location.origin,
  device: isShared ? keepingNothing : thisDevice(),
  preferences: isShared ? null : localStorageIfAllowed(),
  fetch: isShared ? onSharedDevice(fetch.bind(globalThis)) : (...request) => fetch(...request),
  isShared,
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

import { sharedDeviceHeader } from '../protocol/http.ts'

/** Asks as somebody on a shared device, so that a session begun there ends with the browser. */
export const onSharedDevice =
  (send: typeof fetch): typeof fetch =>
  (address, options) => {
    const headers = new Headers(options?.headers)
    headers.set(sharedDeviceHeader, '1')
    return send(address, { ...options, headers })
  }

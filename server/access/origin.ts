/** The parts of a request that tell from which page it comes. */
export interface RequestSource {
  origin: string | undefined
  host: string | undefined
  fetchSite: string | undefined
}

/** Whom a passkey is made for: the origin of our pages, and its host name, which browsers bind passkeys to. */
export interface RelyingParty {
  origin: string
  id: string
}

/**
 * `publicOrigin` decides where it is set; else the origin the page has, which `isOwnOrigin` has found to be the host that
 * was asked. A passkey made under another name does not fit this one, so a forged host opens nothing. Null without either.
 */
export const relyingParty = (origin: string | undefined, publicOrigin: string | null): RelyingParty | null => {
  const own = publicOrigin ?? origin
  return own === undefined ? null : { origin: own, id: new URL(own).hostname }
}

/**
 * Whether a request that changes something, or a socket, comes from our own pages. `publicOrigin` decides where it is
 * set; else the page must be on the host that was asked. Browsers send an Origin with every POST, DELETE and socket: without
 * one it is a program, which is welcome only where no `publicOrigin` is set, on somebody's own machine.
 */
export const isOwnOrigin = ({ origin, host, fetchSite }: RequestSource, publicOrigin: string | null): boolean => {
  if (publicOrigin !== null) return origin === publicOrigin
  if (origin === undefined) return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

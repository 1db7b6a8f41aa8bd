import { isIPv4, isIPv6 } from 'node:net'

/** The parts of a request that tell where it comes from. */
export interface RequestPath {
  headers: Readonly<Record<string, string | string[] | undefined>>
  socket: { readonly remoteAddress?: string | undefined }
}

/**
 * The address a request comes from. Each of our own proxies adds one entry at the end of X-Forwarded-For; everything
 * before those was written by the client and is worth nothing. With no trusted proxy the header is not looked at.
 */
export const clientAddress = ({ headers, socket }: RequestPath, trustedProxies: number): string => {
  const direct = plain(socket.remoteAddress ?? '')
  if (trustedProxies === 0) return direct
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const entry = plain(forwarded.at(-trustedProxies)?.trim() ?? '')
  return isIPv4(entry) || isIPv6(entry) ? entry : direct
}

/** What limits count by: an IPv4 address, or the /64 that one IPv6 customer has to themselves. */
export const addressKey = (address: string): string => (isIPv6(address) ? prefix(address, 4) : address)

/** What logs may hold: the network without the person, /24 or /48. */
export const shortAddress = (address: string): string => {
  if (isIPv4(address)) return address.replace(/\.\d+$/, '.0')
  return isIPv6(address) ? prefix(address, 3) : 'unknown'
}

/** IPv4 as IPv6 writes it, back in its own form; without the zone of a link-local address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')

const prefix = (address: string, groups: number): string => {
  const [head = '', tail = ''] = address.toLowerCase().split('::', 2)
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]]
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const all = [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${all.slice(0, groups).join(':')}::`
}

import type { IncomingMessage } from 'node:http'
import { addressKey, clientAddress } from '../access/client-address.ts'
import type { Limits } from '../access/limits.ts'

/** Counts the sockets, so that no address, draft or person takes the places of all others. */
export interface SocketDoor {
  /** Null when there is no place: the socket is asked to come back later. */
  knock(request: IncomingMessage): Visit | null
  /** Sockets that are open or on their way in. */
  count(): number
}

/** One socket from its request to its end. */
export interface Visit {
  /** Takes a place in the draft; false when draft or member has none left. */
  sit(draftId: string, memberId: string): boolean
  /** Gives all places back. A second time changes nothing. */
  leave(): void
}

export const createSocketDoor = (limits: Limits, trustedProxies: number, isOverloaded: () => boolean): SocketDoor => {
  const taken = new Map<string, number>()

  const take = (place: string, limit: number): boolean => {
    const before = taken.get(place) ?? 0
    if (before >= limit) return false
    taken.set(place, before + 1)
    return true
  }

  const giveBack = (place: string): void => {
    const left = (taken.get(place) ?? 0) - 1
    if (left > 0) taken.set(place, left)
    else taken.delete(place)
  }

  const all = 'all'

  return {
    count: () => taken.get(all) ?? 0,
    knock: (request) => {
      if (isOverloaded()) return null
      const held: string[] = []
      const hold = (place: string, limit: number): boolean => take(place, limit) && held.push(place) > 0
      const leave = (): void => held.splice(0).forEach(giveBack)
      const address = addressKey(clientAddress(request, trustedProxies))
      if (hold(all, limits.sockets) && hold(`address ${address}`, limits.socketsPerAddress)) {
        return {
          sit: (draftId, memberId) =>
            hold(`draft ${draftId}`, limits.socketsPerDraft) && hold(`member ${memberId}`, limits.socketsPerMember),
          leave,
        }
      }
      leave()
      return null
    },
  }
}

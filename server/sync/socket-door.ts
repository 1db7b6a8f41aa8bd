import type { IncomingMessage } from 'node:http'
import { draftOf, type DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { addressKey, clientAddress } from '../access/client-address.ts'
import type { Limits } from '../access/limits.ts'

/** Counts the sockets, so that no address, document or person takes the places of all others. */
export interface SocketDoor {
  /** Null when there is no place: the socket is asked to come back later. */
  knock: (request: IncomingMessage) => Visit | null
  /** Sockets that are open or on their way in. */
  count: () => number
  /** Sends everyone in the draft away and lets nobody in; resolves when the last one is gone, with what reopens it. */
  empty: (draftId: DraftId, code: number) => Promise<() => void>
}

/** One socket from its request to its end. */
export interface Visit {
  /** Takes a place in the document; false when it, or the member in it, has none left. */
  sit(documentId: DocumentId, memberId: string): boolean
  /** The socket is there. */
  opened(socket: Departing): void
  /** Gives all places back. A second time changes nothing. */
  leave(): void
}

interface Departing {
  close(code: number): void
  terminate(): void
}

interface Seat {
  socket: Departing | null
  whenLeft: Promise<void>
}

/** Who does not answer a close for so long is cut off. */
const goodbyeMs = 2000

export const createSocketDoor = (limits: Limits, trustedProxies: number, isOverloaded: () => boolean): SocketDoor => {
  const places = createPlaces()
  const seats = new Map<string, Set<Seat>>()
  const shut = new Map<string, number>()

  const createVisit = (held: Holding): Visit => {
    let seat: { seat: Seat; left: () => void; draftId: string } | null = null
    return {
      sit: (documentId, memberId) => {
        const draftId = draftOf(documentId)
        const isFree =
          !shut.has(draftId) &&
          held.take(`document ${documentId}`, limits.socketsPerDraft) &&
          held.take(`member ${memberId} ${documentId}`, limits.socketsPerMember)
        if (!isFree) return false
        const { promise: whenLeft, resolve: left } = deferred()
        seat = { seat: { socket: null, whenLeft }, left, draftId }
        seats.set(draftId, (seats.get(draftId) ?? new Set()).add(seat.seat))
        return true
      },
      opened: (socket) => {
        if (!seat) return
        seat.seat.socket = socket
        const code = shut.get(seat.draftId)
        if (code !== undefined) socket.close(code)
      },
      leave: () => {
        held.giveAllBack()
        if (!seat) return
        const others = seats.get(seat.draftId)
        others?.delete(seat.seat)
        if (others?.size === 0) seats.delete(seat.draftId)
        seat.left()
      },
    }
  }

  return {
    count: () => places.taken(all),
    knock: (request) => {
      if (isOverloaded()) return null
      const held = places.hold()
      const address = addressKey(clientAddress(request, trustedProxies))
      const isFree = held.take(all, limits.sockets) && held.take(`address ${address}`, limits.socketsPerAddress)
      if (isFree) return createVisit(held)
      held.giveAllBack()
      return null
    },
    empty: async (draftId, code) => {
      shut.set(draftId, code)
      const present = [...(seats.get(draftId) ?? [])]
      for (const { socket } of present) socket?.close(code)
      const giveUp = setTimeout(() => {
        for (const { socket } of present) socket?.terminate()
      }, goodbyeMs)
      await Promise.all(present.map(({ whenLeft }) => whenLeft))
      clearTimeout(giveUp)
      return () => void shut.delete(draftId)
    },
  }
}

const all = 'all'

/** Places of one kind that one socket holds. */
interface Holding {
  take(place: string, limit: number): boolean
  giveAllBack(): void
}

const createPlaces = () => {
  const taken = new Map<string, number>()
  return {
    taken: (place: string): number => taken.get(place) ?? 0,
    hold: (): Holding => {
      const held: string[] = []
      return {
        take: (place, limit) => {
          const before = taken.get(place) ?? 0
          if (before >= limit) return false
          taken.set(place, before + 1)
          held.push(place)
          return true
        },
        giveAllBack: () => {
          for (const place of held.splice(0)) {
            const left = (taken.get(place) ?? 0) - 1
            if (left > 0) taken.set(place, left)
            else taken.delete(place)
          }
        },
      }
    },
  }
}

const deferred = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

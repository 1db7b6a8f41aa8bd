import * as decoding from 'lib0/decoding'
import { encodePresence, type PresenceEntry } from './frames.ts'

/** Longest presence of one person, in characters of JSON. Longer ones are passed over. */
const maxStateLength = 4096

/**
 * Who is looking at a draft. A socket speaks for one client id only, the first it names: y-websocket repeats what it
 * hears about others, and nobody may speak for somebody else.
 */
export interface PresenceList<Guest> {
  /** Takes a presence message; the frame to send to everyone, the sender included, or null. Throws when malformed. */
  receive(guest: Guest, update: Uint8Array): Uint8Array | null
  /** Everyone present, or null. */
  everyone(): Uint8Array | null
  /** The frame telling the others that the guest is gone, or null when nobody had seen them. */
  leave(guest: Guest): Uint8Array | null
}

export const createPresenceList = <Guest extends { readonly memberId: string }>(): PresenceList<Guest> => {
  const entries = new Map<Guest, PresenceEntry>()

  /** A page that reconnects may speak for its id again before the server noticed that the old line is dead. */
  const mayClaim = (guest: Guest, clientId: number): boolean => {
    const holder = holderOf(clientId)
    return holder === undefined || holder.memberId === guest.memberId
  }

  const holderOf = (clientId: number): Guest | undefined =>
    [...entries].find(([, entry]) => entry.clientId === clientId)?.[0]

  return {
    receive: (guest, update) => {
      const heard = readPresence(update)
      const before = entries.get(guest)
      const clientId =
        before?.clientId ?? heard.find((entry) => entry.state !== 'null' && mayClaim(guest, entry.clientId))?.clientId
      const newest = heard.findLast((entry) => entry.clientId === clientId)
      if (!newest || newest.clock < (before?.clock ?? 0)) return null
      const holder = holderOf(newest.clientId)
      if (holder) entries.delete(holder)
      entries.set(guest, newest)
      return encodePresence([newest])
    },

    everyone: () => {
      const present = [...entries.values()].filter(({ state }) => state !== 'null')
      return present.length > 0 ? encodePresence(present) : null
    },

    leave: (guest) => {
      const entry = entries.get(guest)
      entries.delete(guest)
      return entry ? encodePresence([{ ...entry, state: 'null' }]) : null
    },
  }
}

/** The entries that are JSON objects or null: anything else would make the readers' JSON.parse or their screens fail. */
const readPresence = (update: Uint8Array): PresenceEntry[] => {
  const decoder = decoding.createDecoder(update)
  const found: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (state.length > maxStateLength) continue
    const value: unknown = JSON.parse(state)
    if (typeof value === 'object' && !Array.isArray(value)) found.push({ clientId, clock, state })
  }
  return found
}

import * as decoding from 'lib0/decoding'
import type { Member } from '../../src/domain/person.ts'
import { encodePresence, type PresenceEntry } from './frames.ts'

/** Longest presence a socket may show, in bytes of JSON. Longer ones are passed over. */
export const maxStateBytes = 2048
/** The app's has three levels. What nests deeper is passed over. */
const maxStateDepth = 4

/** Everyone hears of everyone at most this often; what changes in between is told once, at its newest. */
export const presencePauseMs = 100

/**
 * Who is looking at a draft. A socket speaks for one client id only, the first it names: y-websocket repeats what it
 * hears about others, and nobody may speak for somebody else. Who they are the server says, whatever they say.
 */
export interface PresenceList<Guest> {
  /** Takes a presence message; what is new in it is told to everyone, the sender included. Throws when malformed. */
  receive(guest: Guest, update: Uint8Array): void
  /** Everyone present, or null. */
  everyone(): Uint8Array | null
  /** Tells the others that the guest is gone, when they had been seen. */
  leave(guest: Guest): void
  stop(): void
}

interface PresentGuest {
  readonly member: Member
}

export const createPresenceList = <Guest extends PresentGuest>(
  tell: (message: Uint8Array) => void,
): PresenceList<Guest> => {
  const entries = new Map<Guest, PresenceEntry>()
  const holders = new Map<number, Guest>()
  const changed = new Set<Guest>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let toldAt = -Infinity

  /**
   * A page that reconnects may speak for its id again before the server noticed that the old line is dead. It says
   * something newer then; another page of the same person only repeats what it heard.
   */
  const mayClaim = (guest: Guest, { clientId, clock }: PresenceEntry): boolean => {
    const holder = holders.get(clientId)
    if (holder === undefined) return true
    return holder.member.id === guest.member.id && clock > (entries.get(holder)?.clock ?? -1)
  }

  const tellChanged = (): void => {
    timer = null
    toldAt = performance.now()
    const news = [...changed].flatMap((guest) => entries.get(guest) ?? [])
    changed.clear()
    if (news.length > 0) tell(encodePresence(news))
  }

  const tellSoon = (): void => {
    timer ??= setTimeout(tellChanged, Math.max(0, toldAt + presencePauseMs - performance.now())).unref()
  }

  const forget = (guest: Guest): PresenceEntry | undefined => {
    const entry = entries.get(guest)
    if (entry) holders.delete(entry.clientId)
    entries.delete(guest)
    changed.delete(guest)
    return entry
  }

  return {
    receive: (guest, update) => {
      const heard = readEntries(update)
      const before = entries.get(guest)
      const clientId =
        before?.clientId ?? heard.find((entry) => entry.state !== 'null' && mayClaim(guest, entry))?.clientId
      const newest = heard.findLast((entry) => entry.clientId === clientId)
      if (!newest || newest.clock < (before?.clock ?? 0)) return
      const state = introduce(newest.state, guest.member)
      if (state === null) return
      const holder = holders.get(newest.clientId)
      if (holder) forget(holder)
      holders.set(newest.clientId, guest)
      entries.set(guest, { ...newest, state })
      changed.add(guest)
      tellSoon()
    },

    everyone: () => {
      const present = [...entries.values()].filter(({ state }) => state !== 'null')
      return present.length > 0 ? encodePresence(present) : null
    },

    leave: (guest) => {
      const entry = forget(guest)
      if (entry) tell(encodePresence([{ ...entry, state: 'null' }]))
    },

    stop: () => {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}

/** The state with its sender's name put in; null when it is none, which would make the readers' screens fail. */
const introduce = (json: string, { name, organisation, sector, role }: Member): string | null => {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || Array.isArray(state) || isDeeperThan(maxStateDepth, state)) return null
  return state === null ? 'null' : JSON.stringify({ ...state, person: { name, organisation, sector, role } })
}

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each)))

const readEntries = (update: Uint8Array): PresenceEntry[] => {
  const decoder = decoding.createDecoder(update)
  const found: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (Buffer.byteLength(state) <= maxStateBytes) found.push({ clientId, clock, state })
  }
  return found
}

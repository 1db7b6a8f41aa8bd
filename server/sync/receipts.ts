import * as Y from 'yjs'
import { accessChanged } from '../../src/protocol/messages.ts'
import type { Guest } from './live-room.ts'

/** Of each page at most one report in this time is looked at; of each member at most one a minute is written down. */
const lookPauseMs = 3_000
const notePauseMs = 60_000
/** Everyone is told at most this often that somebody has something new. */
const tellPauseMs = 60_000

/** While others write, a page is always a moment behind: so what the draft had is remembered now and then. */
const momentPauseMs = 5_000
const mostMoments = 24

/** Finds out from what pages report up to which moment they have everything (rule 23 of protocol/README). */
export interface Receipts {
  receive(guest: Guest, stateVector: Uint8Array): void
  stop(): void
}

type Vector = ReadonlyMap<number, number>

/** `note` keeps a receipt and resolves when it is on disk. */
export const createReceipts = (
  stateVector: () => Uint8Array,
  note: (memberId: string, at: number) => Promise<void>,
  sendToAll: (message: Uint8Array) => void,
): Receipts => {
  const lookedAt = new WeakMap<Guest, number>()
  const notedAt = new Map<string, number>()
  /** Newest first. */
  let moments: { at: number; vector: Vector }[] = []
  let toldAt = -Infinity
  let telling: ReturnType<typeof setTimeout> | null = null

  const tell = (): void => {
    telling ??= setTimeout(
      () => {
        telling = null
        toldAt = Date.now()
        sendToAll(accessChanged)
      },
      Math.max(0, toldAt + tellPauseMs - Date.now()),
    ).unref()
  }

  /** The newest moment whose whole content the vector covers; null when it covers none that is remembered. */
  const findMoment = (has: Vector, now: number): number | null => {
    const vector = Y.decodeStateVector(stateVector())
    if (now - (moments[0]?.at ?? -Infinity) >= momentPauseMs) {
      moments = [{ at: now, vector }, ...moments.slice(0, mostMoments - 1)]
    }
    if (covers(has, vector)) return now
    return moments.find((moment) => covers(has, moment.vector))?.at ?? null
  }

  return {
    receive: (guest, reported) => {
      const now = Date.now()
      const memberId = guest.member.id
      if (now - (lookedAt.get(guest) ?? -Infinity) < lookPauseMs) return
      lookedAt.set(guest, now)
      const at = findMoment(Y.decodeStateVector(reported), now)
      if (at === null || at - (notedAt.get(memberId) ?? -Infinity) < notePauseMs) return
      notedAt.set(memberId, at)
      // A receipt that could not be kept is missed by nobody: the next report is a minute away.
      note(memberId, at).then(tell, () => undefined)
    },
    stop: () => {
      if (telling !== null) clearTimeout(telling)
    },
  }
}

const covers = (has: Vector, wanted: Vector): boolean =>
  [...wanted].every(([client, clock]) => (has.get(client) ?? 0) >= clock)

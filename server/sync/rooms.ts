import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { DraftStore } from '../store/draft-store.ts'
import type { CommitQueue } from './commit-queue.ts'
import { createLiveRoom, type LiveRoom } from './live-room.ts'
import type { Workshop } from './workshop.ts'

/** The drafts that are open now, at most one room each. */
export interface Rooms {
  /**
   * The room of a draft, read from disk when nobody is in it. It stays until every caller has called its `release`
   * once. Rejects when the content cannot be read; nobody ever gets an empty room in its place.
   */
  enter(draftId: DraftId): Promise<{ room: LiveRoom; release: () => void }>
  /** How many there are, those included that are being written away. */
  count(): number
  /** Resolves when every room that everyone has left is written away. */
  whenTidied(): Promise<void>
}

interface Entry {
  room: Promise<LiveRoom>
  /** Those who are in the room or on their way in. */
  holders: number
}

export const createRooms = (
  store: DraftStore,
  queue: CommitQueue,
  workshop: Workshop,
  calls: ReadonlyMap<string, Pick<Call, 'sections'>>,
  log: Logger,
  onDiverged: () => void = () => undefined,
  noteReceipt: (draftId: DraftId, memberId: string, at: number) => Promise<void> = async () => undefined,
): Rooms => {
  const entries = new Map<DraftId, Entry>()
  const unloading = new Set<Promise<void>>()

  const forget = (draftId: DraftId, entry: Entry): void => {
    if (entries.get(draftId) === entry) entries.delete(draftId)
  }

  const readRoom = async (draftId: DraftId, onFailure: () => void): Promise<LiveRoom> => {
    const stored = await store.read(draftId)
    const sections = calls.get(stored.callId)?.sections.map(({ id }) => id) ?? null
    const note = (memberId: string, at: number) => noteReceipt(draftId, memberId, at)
    return createLiveRoom(draftId, stored, sections, store, queue, workshop, log, onFailure, onDiverged, note)
  }

  const openEntry = (draftId: DraftId): Entry => {
    const entry: Entry = { holders: 0, room: readRoom(draftId, () => forget(draftId, entry)) }
    entries.set(draftId, entry)
    return entry
  }

  /** Writes come first, then the last look round: whoever arrived meanwhile finds the room still there. */
  const unload = async (draftId: DraftId, entry: Entry): Promise<void> => {
    try {
      const room = await entry.room
      await room.whenStored()
      if (entry.holders === 0) await room.tidy()
      if (entry.holders === 0) forget(draftId, entry)
    } catch {
      // A room that failed to load or to store is given up; what is on disk stands.
      forget(draftId, entry)
    }
  }

  return {
    enter: async (draftId) => {
      const entry = entries.get(draftId) ?? openEntry(draftId)
      entry.holders += 1
      const release = (): void => {
        entry.holders -= 1
        if (entry.holders > 0) return
        const unloaded = unload(draftId, entry).finally(() => unloading.delete(unloaded))
        unloading.add(unloaded)
      }
      try {
        return { room: await entry.room, release }
      } catch (error) {
        release()
        throw error
      }
    },
    count: () => entries.size,
    whenTidied: async () => {
      await Promise.all(unloading)
    },
  }
}

import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import { isDiscussion, type DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { DraftStore } from '../store/draft-store.ts'
import type { CommitQueue } from './commit-queue.ts'
import { createLiveRoom, type LiveRoom } from './live-room.ts'
import type { Workshop } from './workshop.ts'

/** The documents of drafts that are open now, at most one room each. */
export interface Rooms {
  /**
   * The room of a document, read from disk when nobody is in it. It stays until every caller has called its `release`
   * once. Rejects when the content cannot be read; nobody ever gets an empty room in its place.
   */
  enter(documentId: DocumentId): Promise<{ room: LiveRoom; release: () => void }>
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
  const entries = new Map<DocumentId, Entry>()
  const unloading = new Set<Promise<void>>()

  const forget = (documentId: DocumentId, entry: Entry): void => {
    if (entries.get(documentId) === entry) entries.delete(documentId)
  }

  const readRoom = async (documentId: DocumentId, onFailure: () => void): Promise<LiveRoom> => {
    const stored = await store.read(documentId)
    const sections = calls.get(stored.callId)?.sections.map(({ id }) => id) ?? null
    // Who has the text is what partners ask each other.
    const note = async (memberId: string, at: number): Promise<void> =>
      isDiscussion(documentId) ? undefined : noteReceipt(documentId, memberId, at)
    return createLiveRoom(documentId, stored, sections, store, queue, workshop, log, onFailure, onDiverged, note)
  }

  const openEntry = (documentId: DocumentId): Entry => {
    const entry: Entry = { holders: 0, room: readRoom(documentId, () => forget(documentId, entry)) }
    entries.set(documentId, entry)
    return entry
  }

  /** Writes come first, then the last look round: whoever arrived meanwhile finds the room still there. */
  const unload = async (documentId: DocumentId, entry: Entry): Promise<void> => {
    try {
      const room = await entry.room
      await room.whenStored()
      if (entry.holders === 0) await room.tidy()
      if (entry.holders === 0) forget(documentId, entry)
    } catch {
      // A room that failed to load or to store is given up; what is on disk stands.
      forget(documentId, entry)
    }
  }

  return {
    enter: async (documentId) => {
      const entry = entries.get(documentId) ?? openEntry(documentId)
      entry.holders += 1
      const release = (): void => {
        entry.holders -= 1
        if (entry.holders > 0) return
        const unloaded = unload(documentId, entry).finally(() => unloading.delete(unloaded))
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

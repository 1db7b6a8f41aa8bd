import type { Logger } from 'pino'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { DraftStore, NewUpdate, StoredContent } from '../store/draft-store.ts'
import type { CommitQueue } from './commit-queue.ts'
import { compactContent } from './compact-content.ts'
import { encodeStep1, encodeStep2, encodeUpdate, emptyUpdate } from './frames.ts'
import { createIdRanges } from './id-ranges.ts'
import { createPresenceList } from './presence.ts'
import { missingFrom } from './missing-content.ts'
import { readUpdate, type UpdateContent } from './update-check.ts'

/** A socket in the room, as the room sees it. */
export interface Guest {
  readonly memberId: string
  send(frame: Uint8Array): void
  close(code: number): void
}

/** One draft while somebody has it open. Holds the bytes as they came, never a document. */
export interface LiveRoom {
  join(guest: Guest): void
  leave(guest: Guest): void
  /** Whether everything in the update is on disk already. */
  has(content: UpdateContent): boolean
  /** Queues an update; when it is on disk, everyone but the sender gets the same bytes. */
  receive(guest: Guest, bytes: Uint8Array, content: UpdateContent): void
  receivePresence(guest: Guest, update: Uint8Array): void
  /** Sends what is missing in `stateVector`, step 2 last. Throws when the vector is malformed. */
  answerStep1(guest: Guest, stateVector: Uint8Array): void
  /** Resolves when everything received so far is on disk; rejects when the room had to be given up. */
  whenStored(): Promise<void>
  /** Puts a snapshot in the place of the log when the log has grown to `atLeast` updates. Never rejects. */
  compact(atLeast: number): Promise<void>
}

interface TailUpdate {
  seq: number
  bytes: Uint8Array
  content: UpdateContent
}

/** A log this long is compacted when nobody needs the time. */
export const compactAtRest = 500

/** A log this long is compacted while people are writing. */
const compactInUse = 2000

/**
 * Makes a room of what is stored. `onFailure` is called once when an update could not be kept: the room is then
 * useless, its guests have been sent away to come back later, and the next room must be read from disk.
 */
export const createLiveRoom = (
  draftId: DraftId,
  stored: StoredContent,
  store: DraftStore,
  queue: CommitQueue,
  log: Logger,
  onFailure: () => void,
): LiveRoom => {
  const guests = new Set<Guest>()
  const presence = createPresenceList<Guest>()
  const inserted = createIdRanges()
  const deleted = createIdRanges()
  let snapshot = stored.snapshot
  let tail: TailUpdate[] = stored.updates.map(({ seq, bytes }) => ({ seq, bytes, content: mustRead(bytes) }))
  let lastSeq = tail.at(-1)?.seq ?? stored.uptoSeq
  let lastCommit: Promise<void> = Promise.resolve()
  let mayCompact = true
  let failed = false

  const remember = (content: UpdateContent): void => {
    for (const range of content.inserted) inserted.add(range)
    for (const range of content.deleted) deleted.add(range)
  }
  if (snapshot) remember(mustRead(snapshot))
  for (const { content } of tail) remember(content)

  const sendToAll = (frame: Uint8Array | null, except?: Guest): void => {
    if (frame) for (const guest of guests) if (guest !== except) guest.send(frame)
  }

  const fail = (error: unknown): void => {
    if (failed) return
    failed = true
    log.error({ draftId, err: error }, 'updates could not be stored')
    onFailure()
    for (const guest of guests) guest.close(closeCode.storeFailed)
  }

  const keepAndRelay = async (sender: Guest, update: NewUpdate, content: UpdateContent): Promise<void> => {
    await queue.append(update)
    if (failed) return
    tail.push({ seq: update.seq, bytes: update.bytes, content })
    remember(content)
    sendToAll(encodeUpdate(update.bytes), sender)
  }

  const room: LiveRoom = {
    join: (guest) => {
      guests.add(guest)
      guest.send(encodeStep1(inserted.stateVector()))
      const present = presence.everyone()
      if (present) guest.send(present)
    },

    leave: (guest) => {
      guests.delete(guest)
      sendToAll(presence.leave(guest))
    },

    has: (content) =>
      content.inserted.every((range) => inserted.contains(range)) &&
      content.deleted.every((range) => deleted.contains(range)),

    receive: (guest, bytes, content) => {
      if (failed) return
      lastSeq += 1
      const update = { draftId, seq: lastSeq, bytes, memberId: guest.memberId, at: Date.now() }
      lastCommit = keepAndRelay(guest, update, content)
      lastCommit.then(() => room.compact(compactInUse), fail)
    },

    receivePresence: (guest, update) => sendToAll(presence.receive(guest, update)),

    answerStep1: (guest, stateVector) => {
      const missing = missingFrom(stateVector, snapshot, tail)
      for (const update of missing) guest.send(encodeUpdate(update))
      guest.send(encodeStep2(emptyUpdate))
    },

    whenStored: () => lastCommit,

    compact: async (atLeast) => {
      const upto = tail.at(-1)
      if (!mayCompact || failed || !upto || tail.length < atLeast) return
      mayCompact = false
      try {
        const compacted = compactContent(
          snapshot,
          tail.map(({ bytes }) => bytes),
        )
        await store.replace(draftId, upto.seq, compacted)
        snapshot = compacted
        tail = tail.filter(({ seq }) => seq > upto.seq)
        mayCompact = true
      } catch (error) {
        // The log is still whole, and so is the room: only longer than it need be. Not tried again at every update.
        log.warn({ draftId, err: error }, 'a draft could not be compacted')
      }
    },
  }
  return room
}

const mustRead = (bytes: Uint8Array): UpdateContent => {
  const content = readUpdate(bytes)
  if (!content) throw new Error('stored content cannot be read')
  return content
}

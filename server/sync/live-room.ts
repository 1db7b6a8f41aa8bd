import type { Logger } from 'pino'
import { actReserveBytes, maxDiscussionBytes } from '../../src/domain/discussion-limits.ts'
import { isDiscussion, type DocumentId } from '../../src/domain/document-id.ts'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import type { Member } from '../../src/domain/person.ts'
import type { DigestReport } from '../../src/protocol/digest.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { DraftStore, StoredContent } from '../store/draft-store.ts'
import type { CommitQueue, Keeper } from './commit-queue.ts'
import { createDigestCheck } from './digest-check.ts'
import { encodeStep1, encodeUpdate } from './frames.ts'
import { may, type Role } from '../../src/domain/role.ts'
import { discussionShape, type Speaker } from './gate/discussion-shape.ts'
import { createGate, type Gate, type WhyRefused } from './gate/gate.ts'
import { contentShape } from './gate/shape.ts'
import { createPresenceList } from './presence.ts'
import { createReceipts } from './receipts.ts'
import { isRecovering } from './recovery.ts'
import { createRoomContent, type LogUpdate } from './room-content.ts'
import { createTidying } from './tidying.ts'
import { cutVolley, encodeVolley } from './volley.ts'
import type { Workshop } from './workshop.ts'

/** A socket in the room, as the room sees it. */
export interface Guest {
  readonly member: Member
  readonly sessionId: string
  send(message: Uint8Array): void
  /** Sends whole WebSocket frames as they are, see `volley`. */
  write(...frames: readonly Uint8Array[]): void
  close(code: number): void
}

/** One document of a draft while somebody has it open. Holds the bytes as they came, never a Y.Doc. */
export interface LiveRoom {
  join(guest: Guest): void
  leave(guest: Guest): void
  /**
   * Queues what is new in an update; when it is on disk, everyone but the sender gets it. Answers why when the gate
   * refuses it: then nothing of it is kept. `not-yet` when there may be room for it once the document is compacted.
   */
  receive(guest: Guest, update: Uint8Array, as: { role: Role; isLive: boolean }): WhyRefused | 'not-yet' | null
  /** Asks for everything that the guest has and this room lacks. */
  ask(guest: Guest): void
  receivePresence(guest: Guest, update: Uint8Array): void
  receiveDigest(guest: Guest, report: DigestReport): void
  /** Sends what is missing in `stateVector`, step 2 last. Throws when the vector is malformed. */
  answerStep1(guest: Guest, stateVector: Uint8Array): void
  /** Resolves when everything received so far is on disk; rejects when the room had to be given up. */
  whenStored(): Promise<void>
  /** Checks the log and makes a snapshot of a long one. Never rejects. */
  tidy(): Promise<void>
}

/**
 * Makes a room of what is stored. `onFailure` is called once when an update could not be kept: the room is then
 * useless, its guests have been sent away to come back later, and the next room must be read from disk. `onDiverged` is
 * called whenever a page, or the disk, reads differently from what was relayed.
 */
export const createLiveRoom = (
  documentId: DocumentId,
  stored: StoredContent,
  sections: readonly string[] | null,
  store: DraftStore,
  queue: CommitQueue,
  workshop: Workshop,
  log: Logger,
  onFailure: () => void,
  onDiverged: () => void,
  noteReceipt: (memberId: string, at: number) => Promise<void>,
): LiveRoom => {
  const guests = new Set<Guest>()
  const isTalk = isDiscussion(documentId)
  const recovers = (): boolean => isRecovering(stored.restoredAt)
  const gate: Gate<Speaker> = createGate({
    shape: isTalk ? discussionShape(recovers) : contentShape(sections),
    claims: stored.claims,
    isRecovering: recovers,
    isFull: (moreBytes) => content.isFull(bytesUnderWay + moreBytes),
  })
  const maxBytes = isTalk ? maxDiscussionBytes + actReserveBytes : maxDraftBytes
  const content = createRoomContent(stored, gate, workshop, maxBytes)
  const presence = createPresenceList<Guest>((frame) => sendToAll(frame))
  let lastSeq = content.seq()
  /** Received and on the way to the disk, in order. */
  let underWay: { update: LogUpdate; sender: Guest }[] = []
  let bytesUnderWay = 0
  let waiting: { seq: number; resolve: () => void; reject: (error: unknown) => void }[] = []
  let failure: { error: unknown } | null = null

  const sendToAll = (message: Uint8Array): void => {
    const { bytes } = encodeVolley([message])
    for (const guest of guests) guest.write(bytes)
  }

  const fail = (error: unknown): void => {
    if (failure) return
    failure = { error }
    log.error({ documentId, err: error }, 'a room had to be given up')
    onFailure()
    for (const guest of guests) guest.close(closeCode.storeFailed)
    for (const { reject } of waiting) reject(error)
    waiting = []
    underWay = []
    presence.stop()
    tidying.stop()
  }

  const tidying = createTidying(documentId, content, store, workshop, log, (error) => {
    onDiverged()
    fail(error)
  })

  const relay = (written: readonly { update: LogUpdate; sender: Guest }[]): void => {
    const volley = encodeVolley(written.map(({ update }) => encodeUpdate(update.bytes)))
    const senders = new Set(written.map(({ sender }) => sender))
    for (const guest of guests) {
      if (!senders.has(guest)) guest.write(volley.bytes)
      else guest.write(...cutVolley(volley, (index) => written[index]?.sender !== guest))
    }
  }

  const keeper: Keeper = {
    stored: (count) => {
      if (failure) return
      const written = underWay.splice(0, count)
      for (const { update } of written) {
        bytesUnderWay -= update.bytes.length
        content.add(update)
      }
      relay(written)
      const done = waiting.filter(({ seq }) => seq <= content.seq())
      waiting = waiting.slice(done.length)
      for (const { resolve } of done) resolve()
      tidying.look()
    },
    lost: fail,
  }

  const ask = (guest: Guest): void => guest.send(encodeStep1(gate.stateVector()))

  const whenStored = (): Promise<void> => {
    if (failure) return Promise.reject(failure.error)
    const seq = lastSeq
    if (seq <= content.seq()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      waiting.push({ seq, resolve, reject })
    })
  }

  const digests = createDigestCheck(
    content,
    { lastSeq: () => lastSeq, stateVector: () => gate.stateVector(), whenStored },
    workshop,
    log.child({ documentId }),
    onDiverged,
  )

  const receipts = createReceipts(() => gate.stateVector(), noteReceipt, sendToAll)

  return {
    join: (guest) => {
      guests.add(guest)
      ask(guest)
      const present = presence.everyone()
      if (present) guest.send(present)
    },

    leave: (guest) => {
      guests.delete(guest)
      presence.leave(guest)
      if (guests.size > 0) return
      presence.stop()
      receipts.stop()
    },

    receive: (guest, update, { role, isLive }) => {
      if (failure) return null
      const [memberId, sessionId] = [guest.member.id, guest.sessionId]
      const mayWrite = may(role, isTalk ? 'discuss' : 'write-content')
      const member = { ...guest.member, role }
      const verdict = gate.judge(update, { memberId, sessionId, mayWrite, isLive, member })
      if (verdict.name === 'refused') {
        if (verdict.why !== 'draft-full' || content.tailLength() + underWay.length === 0) return verdict.why
        tidying.look()
        return 'not-yet'
      }
      if (verdict.name === 'known') {
        if (verdict.isDoubtful) digests.doubt(guest)
        return null
      }
      lastSeq += 1
      const { claims, content: updateContent } = verdict
      // A copy: what came is part of a larger read, which would be kept whole.
      const bytes = Buffer.from(verdict.bytes)
      bytesUnderWay += bytes.length
      underWay.push({ update: { seq: lastSeq, bytes, content: updateContent }, sender: guest })
      queue.append({ documentId, seq: lastSeq, bytes, claims, memberId, sessionId, at: Date.now() }, keeper)
      return null
    },

    ask,

    receivePresence: (guest, update) => presence.receive(guest, update),

    receiveDigest: (guest, report) => {
      receipts.receive(guest, report.stateVector)
      digests.receive(guest, report)
    },

    answerStep1: (guest, stateVector) => {
      const answer = content.answer(stateVector)
      if (!(answer instanceof Promise)) return guest.write(...answer)
      // Never rejects: where the workshop fails, the whole content is the answer.
      void answer.then((frames) => guest.write(...frames))
    },

    whenStored,

    tidy: () => (failure ? Promise.resolve() : tidying.finish()),
  }
}

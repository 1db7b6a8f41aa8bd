import type { Logger } from 'pino'
import type { DocumentId } from '../../src/domain/document-id.ts'
import { maxFrameBytes } from '../../src/protocol/messages.ts'
import type { DraftStore } from '../store/draft-store.ts'
import type { RoomContent } from './room-content.ts'
import { WorkshopClosed, type Workshop } from './workshop.ts'

/**
 * Keeps a room's log short, and true: before a snapshot takes the log's place, the content is built twice, from what
 * was relayed and from what is on disk, and both must read the same.
 */
export interface Tidying {
  /** To be called after each commit; starts tidying when it is due. */
  look(): void
  /** Tidies what has changed since the last time. Never rejects. */
  finish(): Promise<void>
  /** Nothing is due any more. */
  stop(): void
}

/** Due after this many updates … */
export const tidyAfterUpdates = 500
/** … but then it rests so many times as long as it took, and at least this: a draft must not keep the thread to itself, … */
const restFactor = 8
const leastRestMs = 1000
/** … unless nobody has written for so long: whoever opens the draft next must not read it key by key, … */
const pauseMs = 1000
/** … unless the log has grown by this much. */
const urgentBytes = 4 * 1_048_576
/** Due after this long with fewer updates too. */
const longestMs = 300_000
/** A longer log is too much to be read back from disk while people wait; its snapshot is, the next time. */
const maxUpdatesReadBack = 2000

/** `onMismatch` is called when disk and memory differ: what is on disk stands, and the room has to be given up. */
export const createTidying = (
  documentId: DocumentId,
  content: RoomContent,
  store: DraftStore,
  workshop: Workshop,
  log: Logger,
  onMismatch: (error: Error) => void,
): Tidying => {
  const isLong = (): boolean => content.tailLength() >= tidyAfterUpdates
  /** One more frame might not find room. What was deleted meanwhile makes some. */
  const isNearlyFull = (): boolean => content.isFull(maxFrameBytes)
  let tidiedSeq = isLong() ? content.seq() - content.tailLength() : content.seq()
  let tidiedAt = performance.now()
  let restMs = leastRestMs
  let restWhenQuietMs = leastRestMs
  let seen = { seq: content.seq(), at: tidiedAt }
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let isOver = false

  const isTrue = async (upto: number, digest: string): Promise<boolean> => {
    const stored = await store.read(documentId)
    const updates = stored.updates.filter(({ seq }) => seq <= upto).map(({ bytes }) => bytes)
    return (await workshop.digest({ snapshot: stored.snapshot, updates })) === digest
  }

  const tidy = async (): Promise<void> => {
    const startedAt = performance.now()
    const upto = content.seq()
    const length = content.tailLength()
    try {
      const made = await workshop.compact(content.log())
      if (length <= maxUpdatesReadBack && !(await isTrue(upto, made.digest))) {
        return onMismatch(new Error('what is stored reads differently from what was relayed'))
      }
      if (length >= tidyAfterUpdates || isNearlyFull()) {
        await store.replace(documentId, upto, made.content)
        content.replace(upto, made.content)
      }
    } catch (error) {
      // The log is still whole, and so is the room: only longer than it need be. Tried again when it has grown as much.
      if (!(error instanceof WorkshopClosed)) log.warn({ documentId, err: error }, 'a document could not be tidied')
    }
    tidiedSeq = upto
    tidiedAt = performance.now()
    restWhenQuietMs = Math.max(leastRestMs, tidiedAt - startedAt)
    restMs = Math.max(leastRestMs, restFactor * (tidiedAt - startedAt))
  }

  const run = (): Promise<void> =>
    (running ??= tidy().finally(() => {
      running = null
      look()
    }))

  /** On the clock of `performance.now`. */
  const dueAt = (): number => {
    const changes = content.seq() - tidiedSeq
    if (changes === 0) return Infinity
    if (changes < tidyAfterUpdates) return tidiedAt + (isNearlyFull() ? restMs : longestMs)
    if (content.tailBytes() >= urgentBytes) return tidiedAt
    return Math.min(tidiedAt + restMs, Math.max(tidiedAt + restWhenQuietMs, seen.at + pauseMs))
  }

  const forgetTimer = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }

  const look = (): void => {
    if (running !== null || isOver) return
    const now = performance.now()
    if (seen.seq !== content.seq()) seen = { seq: content.seq(), at: now }
    const waitMs = dueAt() - now
    if (waitMs <= 0) return void run()
    if (content.seq() - tidiedSeq < tidyAfterUpdates || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      look()
    }, waitMs).unref()
  }

  return {
    look,
    stop: () => {
      isOver = true
      forgetTimer()
    },
    finish: async () => {
      forgetTimer()
      await running
      if (content.seq() > tidiedSeq) await run()
    },
  }
}

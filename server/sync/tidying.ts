import type { Logger } from 'pino'
import type { DraftId } from '../../src/domain/draft-id.ts'
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
}

/** Due after this many updates … */
export const tidyAfterUpdates = 500
/** … but not again within this time, … */
const restMs = 10_000
/** … unless the log has grown by this much. */
const urgentBytes = 4 * 1_048_576
/** Due after this long with fewer updates too. */
const longestMs = 300_000
/** A longer log is too much to be read back from disk while people wait; its snapshot is, the next time. */
const maxUpdatesReadBack = 2000

/** `onMismatch` is called when disk and memory differ: what is on disk stands, and the room has to be given up. */
export const createTidying = (
  draftId: DraftId,
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
  let running: Promise<void> | null = null

  const isTrue = async (upto: number, digest: string): Promise<boolean> => {
    const stored = await store.read(draftId)
    const updates = stored.updates.filter(({ seq }) => seq <= upto).map(({ bytes }) => bytes)
    return (await workshop.digest({ snapshot: stored.snapshot, updates })) === digest
  }

  const tidy = async (): Promise<void> => {
    const upto = content.seq()
    const length = content.tailLength()
    try {
      const made = await workshop.compact(content.log())
      if (length <= maxUpdatesReadBack && !(await isTrue(upto, made.digest))) {
        return onMismatch(new Error('what is stored reads differently from what was relayed'))
      }
      if (length >= tidyAfterUpdates || isNearlyFull()) {
        await store.replace(draftId, upto, made.content)
        content.replace(upto, made.content)
      }
    } catch (error) {
      // The log is still whole, and so is the room: only longer than it need be. Tried again when it has grown as much.
      if (!(error instanceof WorkshopClosed)) log.warn({ draftId, err: error }, 'a draft could not be tidied')
    }
    tidiedSeq = upto
    tidiedAt = performance.now()
  }

  const run = (): Promise<void> =>
    (running ??= tidy().finally(() => {
      running = null
    }))

  const isDue = (): boolean => {
    const changes = content.seq() - tidiedSeq
    const restedMs = performance.now() - tidiedAt
    if (changes >= tidyAfterUpdates) return restedMs >= restMs || content.tailBytes() >= urgentBytes
    return changes > 0 && restedMs >= (isNearlyFull() ? restMs : longestMs)
  }

  return {
    look: () => {
      if (running === null && isDue()) void run()
    },
    finish: async () => {
      await running
      if (content.seq() > tidiedSeq) await run()
    },
  }
}

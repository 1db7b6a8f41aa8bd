import type { StoredContent } from '../store/draft-store.ts'
import type { ContentLog } from './compact-content.ts'
import type { Gate } from './gate/gate.ts'
import { createStateAnswers } from './state-answers.ts'
import type { UpdateContent } from './update-content.ts'
import type { Workshop } from './workshop.ts'

export interface LogUpdate {
  seq: number
  bytes: Uint8Array
  content: UpdateContent
}

/** A document in memory, as bytes: a snapshot and the updates after it. */
export interface RoomContent {
  /** The newest update on disk. */
  seq(): number
  /** How many updates, and how many bytes of them, wait to become part of the snapshot. */
  tailLength(): number
  tailBytes(): number
  /** Whether this much more makes it larger than it may be. */
  isFull(moreBytes: number): boolean
  /** Takes up what was written to disk. */
  add(update: LogUpdate): void
  /** The WebSocket frames that bring someone with this vector up to date, step 2 last. Throws when it is malformed. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] | Promise<readonly Uint8Array[]>
  /** The log up to `seq`, for the workshop. */
  log(): ContentLog
  /** Takes a snapshot in the place of everything up to `seq`. */
  replace(seq: number, snapshot: Uint8Array): void
}

/** An update of a key press says mostly where it stands, which is gone when it is merged with its neighbours. */
const mergedAwayBytes = 32

/** The content as it is stored, which the gate learns on the way. */
export const createRoomContent = (
  stored: Pick<StoredContent, 'snapshot' | 'uptoSeq' | 'updates'>,
  gate: Pick<Gate, 'learn'>,
  workshop: Pick<Workshop, 'diff'>,
  maxBytes: number,
): RoomContent => {
  let snapshot = stored.snapshot
  let tail: LogUpdate[] = []
  let tailBytes = 0
  /** What the tail adds to the snapshot, at a guess. */
  let tailGrowth = 0
  let lastSeq = stored.uptoSeq
  const answers = createStateAnswers(snapshot, workshop)

  const add = (update: LogUpdate): void => {
    tail.push(update)
    tailBytes += update.bytes.length
    tailGrowth += growth(update)
    lastSeq = update.seq
    answers.tailChanged()
  }

  if (snapshot) gate.learn(snapshot)
  for (const { seq, bytes } of stored.updates) add({ seq, bytes, content: gate.learn(bytes) })

  return {
    seq: () => lastSeq,
    tailLength: () => tail.length,
    tailBytes: () => tailBytes,
    isFull: (moreBytes) => (snapshot?.length ?? 0) + tailGrowth + moreBytes > maxBytes,
    add,
    answer: (stateVector) => answers.answer(stateVector, tail),
    log: () => ({ snapshot, updates: tail.map(({ bytes }) => bytes) }),
    replace: (seq, compacted) => {
      snapshot = compacted
      tail = tail.filter((update) => update.seq > seq)
      tailBytes = tail.reduce((sum, { bytes }) => sum + bytes.length, 0)
      tailGrowth = tail.reduce((sum, update) => sum + growth(update), 0)
      answers.snapshotChanged(compacted)
    },
  }
}

const growth = ({ bytes }: LogUpdate): number => Math.max(0, bytes.length - mergedAwayBytes)

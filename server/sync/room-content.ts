import type { StoredContent } from '../store/draft-store.ts'
import type { ContentLog } from './compact-content.ts'
import { createIdRanges } from './id-ranges.ts'
import { createStateAnswers } from './state-answers.ts'
import { readUpdate, type UpdateContent } from './update-check.ts'
import type { Workshop } from './workshop.ts'

export interface LogUpdate {
  seq: number
  bytes: Uint8Array
  content: UpdateContent
}

/** A draft's content in memory, as bytes: a snapshot, the updates after it, and which ids both hold. */
export interface RoomContent {
  /** The newest update on disk. */
  seq(): number
  /** How many updates, and how many bytes of them, wait to become part of the snapshot. */
  tailLength(): number
  tailBytes(): number
  /** Whether everything in the update is here already. */
  has(content: UpdateContent): boolean
  /** Takes up what was written to disk. */
  add(update: LogUpdate): void
  stateVector(): Uint8Array
  /** The WebSocket frames that bring someone with this vector up to date, step 2 last. Throws when it is malformed. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] | Promise<readonly Uint8Array[]>
  /** The log up to `seq`, for the workshop. */
  log(): ContentLog
  /** Takes a snapshot in the place of everything up to `seq`. */
  replace(seq: number, snapshot: Uint8Array): void
}

export const createRoomContent = (stored: StoredContent, workshop: Pick<Workshop, 'diff'>): RoomContent => {
  const inserted = createIdRanges()
  const deleted = createIdRanges()
  let snapshot = stored.snapshot
  let tail: LogUpdate[] = []
  let tailBytes = 0
  let lastSeq = stored.uptoSeq
  let vector: Uint8Array | null = null
  const answers = createStateAnswers(snapshot, workshop)

  const remember = (content: UpdateContent): void => {
    for (const range of content.inserted) inserted.add(range)
    for (const range of content.deleted) deleted.add(range)
  }

  const add = (update: LogUpdate): void => {
    tail.push(update)
    tailBytes += update.bytes.length
    lastSeq = update.seq
    remember(update.content)
    vector = null
    answers.tailChanged()
  }

  if (snapshot) remember(mustRead(snapshot))
  for (const { seq, bytes } of stored.updates) add({ seq, bytes, content: mustRead(bytes) })

  return {
    seq: () => lastSeq,
    tailLength: () => tail.length,
    tailBytes: () => tailBytes,
    has: (content) =>
      content.inserted.every((range) => inserted.contains(range)) &&
      content.deleted.every((range) => deleted.contains(range)),
    add,
    stateVector: () => (vector ??= inserted.stateVector()),
    answer: (stateVector) => answers.answer(stateVector, tail),
    log: () => ({ snapshot, updates: tail.map(({ bytes }) => bytes) }),
    replace: (seq, compacted) => {
      snapshot = compacted
      tail = tail.filter((update) => update.seq > seq)
      tailBytes = tail.reduce((sum, { bytes }) => sum + bytes.length, 0)
      answers.snapshotChanged(compacted)
    },
  }
}

const mustRead = (bytes: Uint8Array): UpdateContent => {
  const content = readUpdate(bytes)
  if (!content) throw new Error('stored content cannot be read')
  return content
}

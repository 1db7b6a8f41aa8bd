import * as Y from 'yjs'
import { contentDigest } from '../../src/document/content-digest.ts'
import type { Call } from '../../src/domain/call.ts'
import { accepted, type Outcome } from '../../src/domain/refusal.ts'
import { readLate } from './read-late.ts'
import { readNews } from './read-news.ts'
import { openContent, type ContentLog } from './compact-content.ts'
import { readPresent, readState, type VersionContent } from './version-content.ts'

/** What the workshop can do with a draft's content. Each costs time in proportion to it. */
export interface Jobs {
  /** The log as one update with deleted text gone, and the digest of what it reads. */
  compact(log: ContentLog): { content: Uint8Array; digest: string }
  digest(log: ContentLog): string
  /** The part of one update that someone with this state vector lacks. */
  diff(given: { content: Uint8Array; stateVector: Uint8Array }): Uint8Array
  /** What a version says: of this state, or of the draft as it stands where it is null. */
  /** What was said in a discussion since it had this state vector, and the vector it has now. */
  news(given: { log: ContentLog; since: Uint8Array | null }): ReturnType<typeof readNews>
  version(given: { log: ContentLog; state: Uint8Array | null; call: Call }): Outcome<VersionContent>
  /** What a change that came too late would do to the draft. */
  late(given: Late<ContentLog>): ReturnType<typeof readLate>
}

/** A change, and the draft it was made for; without sections any well-formed one is known. */
interface Late<Log> {
  log: Log
  change: Uint8Array
  sections: readonly string[] | null
}

export const jobs: Jobs = {
  compact: (log) => {
    const doc = openContent(log)
    const made = { content: Y.encodeStateAsUpdate(doc), digest: contentDigest(doc) }
    doc.destroy()
    return made
  },
  digest: (log) => {
    const doc = openContent(log)
    const digest = contentDigest(doc)
    doc.destroy()
    return digest
  },
  news: ({ log, since }) => readNews(log, since),
  diff: ({ content, stateVector }) => Y.diffUpdate(content, stateVector),
  late: ({ log, change, sections }) => readLate(log, change, sections),
  version: ({ log, state, call }) => (state === null ? accepted(readPresent(log, call)) : readState(log, state, call)),
}

/** An order on its way to the thread. */
export type Order = { id: number } & Job

export type Job =
  | { name: 'compact' | 'digest'; given: Packed }
  | { name: 'diff'; given: Parameters<Jobs['diff']>[0] }
  | { name: 'news'; given: { log: Packed; since: Uint8Array | null } }
  | { name: 'late'; given: Late<Packed> }
  | { name: 'version'; given: { log: Packed; state: Uint8Array | null; call: Call } }

export type Delivery = { id: number } & ({ made: unknown } | { failure: string })

/** A log in few large pieces: a message of thousands of small arrays is slow to copy. */
export interface Packed {
  snapshot: Uint8Array | null
  updates: Uint8Array
  lengths: Uint32Array
}

export const pack = ({ snapshot, updates }: ContentLog): Packed => {
  const lengths = Uint32Array.from(updates, ({ length }) => length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const update of updates) {
    bytes.set(update, at)
    at += update.length
  }
  return { snapshot, updates: bytes, lengths }
}

export const unpack = ({ snapshot, updates, lengths }: Packed): ContentLog => {
  let at = 0
  const pieces = Array.from(lengths, (length) => updates.subarray(at, (at += length)))
  return { snapshot, updates: pieces }
}

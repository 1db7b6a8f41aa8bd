import type { DraftId } from '../../src/domain/draft-id.ts'

/** One accepted update. `seq` numbers a draft's updates without end; whoever holds the draft's live room counts them. */
export interface NewUpdate {
  draftId: DraftId
  seq: number
  bytes: Uint8Array
  memberId: string
  /** ms since 1970 */
  at: number
}

/** A draft's content: the snapshot stands for every update up to `uptoSeq`, `updates` are the ones after it, in order. */
export interface StoredContent {
  snapshot: Uint8Array | null
  uptoSeq: number
  updates: readonly { seq: number; bytes: Uint8Array }[]
}

/** Keeps the content of drafts: a log of updates behind a snapshot. */
export interface DraftStore {
  /** Resolves when all of them are on disk. Rejects, and keeps none, when one cannot be kept or its seq is taken. */
  append(updates: readonly NewUpdate[]): Promise<void>
  /** Empty content for a draft that has none. */
  read(draftId: DraftId): Promise<StoredContent>
  /** 0 while a draft has no content. */
  lastSeq(draftId: DraftId): Promise<number>
  /** Puts a snapshot in the place of everything up to `uptoSeq`. Does nothing when a later snapshot is there. */
  replace(draftId: DraftId, uptoSeq: number, snapshot: Uint8Array): Promise<void>
}

import type { DraftId } from '../../src/domain/draft-id.ts'

/**
 * One accepted update. `seq` numbers a draft's updates without end; whoever holds the draft's live room counts them.
 * `claims` are the Yjs client ids under which the member writes from this update on.
 */
export interface NewUpdate {
  draftId: DraftId
  seq: number
  bytes: Uint8Array
  memberId: string
  sessionId: string
  claims: readonly number[]
  /** ms since 1970 */
  at: number
}

/** A draft's content: the snapshot stands for every update up to `uptoSeq`, `updates` are the ones after it, in order. */
export interface StoredContent {
  callId: string
  snapshot: Uint8Array | null
  uptoSeq: number
  updates: readonly { seq: number; bytes: Uint8Array }[]
  claims: Claims
  /** When the database was last restored from a backup, in ms since 1970; null when it never was. */
  restoredAt: number | null
}

/** Who wrote what: the member behind each Yjs client id, which every character of the content carries. */
export type Authors = ReadonlyMap<number, string>

/** Who was the first to write under a client id, and with which session. */
export interface Claim {
  memberId: string
  sessionId: string
}
export type Claims = ReadonlyMap<number, Claim>

/** Keeps the content of drafts: a log of updates behind a snapshot. */
export interface DraftStore {
  /**
   * Resolves when all of them are on disk. Rejects, and keeps none, when one cannot be kept, its seq is taken or it
   * claims a client id that is claimed already.
   */
  append(updates: readonly NewUpdate[]): Promise<void>
  /** Empty content for a draft that has none; rejects when there is no such draft. */
  read(draftId: DraftId): Promise<StoredContent>
  authors(draftId: DraftId): Promise<Authors>
  /** 0 while a draft has no content. */
  lastSeq(draftId: DraftId): Promise<number>
  /** Puts a snapshot in the place of everything up to `uptoSeq`. Does nothing when a later snapshot is there. */
  replace(draftId: DraftId, uptoSeq: number, snapshot: Uint8Array): Promise<void>
}

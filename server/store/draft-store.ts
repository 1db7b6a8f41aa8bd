import type { DocumentId } from '../../src/domain/document-id.ts'

/**
 * One accepted update. `seq` numbers a document's updates without end; whoever holds its live room counts them.
 * `claims` are the Yjs client ids under which the member writes from this update on.
 */
export interface NewUpdate {
  documentId: DocumentId
  seq: number
  bytes: Uint8Array
  memberId: string
  sessionId: string
  claims: readonly number[]
  /** ms since 1970 */
  at: number
}

/** What a document holds: the snapshot stands for every update up to `uptoSeq`, `updates` are the ones after it, in order. */
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

/** Keeps the documents of drafts, content and discussion: each a log of updates behind a snapshot. */
export interface DraftStore {
  /**
   * Resolves when all of them are on disk. Rejects, and keeps none, when one cannot be kept, its seq is taken or it
   * claims a client id that is claimed already.
   */
  append(updates: readonly NewUpdate[]): Promise<void>
  /** Empty content for a document that has none; rejects when there is no such draft. */
  read(documentId: DocumentId): Promise<StoredContent>
  authors(documentId: DocumentId): Promise<Authors>
  /** 0 while a document has no content. */
  lastSeq(documentId: DocumentId): Promise<number>
  /** Puts a snapshot in the place of everything up to `uptoSeq`. Does nothing when a later snapshot is there. */
  replace(documentId: DocumentId, uptoSeq: number, snapshot: Uint8Array): Promise<void>
}

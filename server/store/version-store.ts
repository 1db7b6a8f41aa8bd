import type { DraftId } from '../../src/domain/draft-id.ts'
import type { VersionKind } from '../../src/domain/version.ts'

/** A version without what it says. Times in ms since 1970. */
export interface VersionRow {
  id: string
  kind: VersionKind
  name: string
  /** By the clock of whoever made it, never later than `at`. */
  madeAt: number
  /** When the server got it. */
  at: number
  /** Null for those the server made itself. */
  memberId: string | null
  fingerprint: string
  isErased: boolean
}

/** What a version says: the text its fingerprint is of, and the whole draft as one Yjs update. */
export interface VersionContent {
  content: string
  state: Uint8Array
  fingerprint: string
}

export type NewVersion = Omit<VersionRow, 'isErased'> & VersionContent

/** Keeps versions of drafts. */
export interface VersionStore {
  /** Adds it; what a person made also to the draft's audit trail, in one step. False when the id is taken. */
  add(draftId: DraftId, version: NewVersion): Promise<boolean>
  /** Newest first. */
  list(draftId: DraftId): Promise<VersionRow[]>
  /** How many of them people have made. */
  countMade(draftId: DraftId): Promise<number>
  /** Null when there is none; content and state are null where they were erased. */
  find(
    draftId: DraftId,
    id: string,
  ): Promise<{ version: VersionRow; content: string | null; state: Uint8Array | null } | null>
  remove(draftId: DraftId, ids: readonly string[]): Promise<void>
  /** Removes automatic ones from before then, in every draft. */
  removeAutomaticBefore(at: number): Promise<void>
  /** The bytes of all states of a draft. */
  size(draftId: DraftId): Promise<number>
  /** Takes away what the versions of a draft say: that they were there, and their fingerprints, stays. */
  eraseContents(draftId: DraftId): Promise<void>
  /**
   * Drafts with something new since the server last looked, where nothing was written after `quietSince` or which have no
   * version from after `oldest`; `seq` numbers their last update.
   */
  listDue(quietSince: number, oldest: number): Promise<{ draftId: DraftId; seq: number }[]>
  /** A version up to here was made, or is not worth making. */
  noteLooked(draftId: DraftId, seq: number): Promise<void>
}

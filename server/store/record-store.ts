import type { AuditEntry, AuditEvent } from '../../src/domain/audit.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { AuditNote } from './audit-chain.ts'

/** A change that came too late to be written, kept for an owner to look at. */
export interface HeldBack {
  id: string
  memberId: string
  bytes: Uint8Array
  /** ms since 1970 */
  at: number
  expiresAt: number
}

/** Keeps what the server vouches for: the audit trail, and what it holds back. */
export interface RecordStore {
  note(draftId: DraftId, note: AuditNote): Promise<void>
  /** The whole trail, oldest first; `brokenAt` is the first line that was changed afterwards, null when none was. */
  readTrail(draftId: DraftId): Promise<{ entries: AuditEntry[]; brokenAt: number | null }>
  /** Removes lines from before `keepFrom` where a trail has any from before `oldest`. In ms since 1970. */
  shortenTrails(oldest: number, keepFrom: number, now: number): Promise<void>
  /** When a line of this event, with this detail, was first written since then; null when none was. */
  notedAt(draftId: DraftId, event: AuditEvent, detail: string, since: number): Promise<number | null>
  /** What the invitations of the trail were for, by id. */
  listInvited(draftId: DraftId): Promise<ReadonlyMap<string, { name: string; organisation: string }>>

  /**
   * Takes what a device hands over after its right to write ended, once: from then on it counts as told. False when it
   * has done so before. Without `held` nothing is kept.
   */
  handOver(draftId: DraftId, sessionId: string, held: HeldBack | null, at: number): Promise<boolean>
  countHeldBack(draftId: DraftId, now: number): Promise<number>
  /** In bytes, what expires at the next tidying included. */
  sizeHeldBack(draftId: DraftId): Promise<number>
  listHeldBack(draftId: DraftId, now: number): Promise<HeldBack[]>
  /** False when it is no longer there. */
  removeHeldBack(draftId: DraftId, id: string, note: AuditNote): Promise<boolean>
  removeHeldBackExpiredBy(now: number): Promise<void>
  /** Puts other bytes, which say the same, in the place of a change that is held back. */
  rewriteHeldBack(id: string, bytes: Uint8Array): Promise<void>
}

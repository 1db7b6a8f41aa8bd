import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Receipt } from '../../src/domain/draft-access.ts'
import type { Member } from '../../src/domain/person.ts'
import type { Outcome } from '../../src/domain/refusal.ts'
import type { Role } from '../../src/domain/role.ts'
import type { Signing } from '../../src/domain/signing.ts'
import type { Session } from './access-store.ts'

/** A session as its own people see it: `publicId` names it without being of any use to others. */
export interface ListedSession extends Session {
  publicId: string
  /** Browser and system in a few words. */
  label: string
  draftIds: readonly DraftId[]
}

/**
 * Keeps who is what in a draft. Each change stands in the draft's audit trail before its promise resolves, in the same
 * transaction. `by` is the member who does it, `at` ms since 1970.
 */
export interface TeamStore {
  listPending(draftId: DraftId): Promise<Member[]>
  confirmsWriters(draftId: DraftId): Promise<boolean>
  setConfirmsWriters(draftId: DraftId, confirms: boolean, by: string, at: number): Promise<void>
  /** `absent` when nobody of that id waits. */
  confirm(draftId: DraftId, memberId: string, by: string, at: number): Promise<Outcome<null>>
  /** `absent` when there is no such member, `last-owner` when nobody else leads. The same role again changes nothing. */
  changeRole(draftId: DraftId, memberId: string, role: Role, by: string, at: number): Promise<Outcome<null>>
  /** Refusals as in `changeRole`, but for the last owner. The same again changes nothing. */
  changeSigning(
    draftId: DraftId,
    memberId: string,
    signing: Signing | null,
    by: string,
    at: number,
  ): Promise<Outcome<null>>
  /** Members who leave, are removed or are turned away; refusals as in `changeRole`. */
  remove(draftId: DraftId, memberId: string, by: string, at: number): Promise<Outcome<null>>

  /** Up to when each member's pages are known to have had everything; members who never said so are left out. */
  listReceipts(draftId: DraftId): Promise<Receipt[]>
  /** Does nothing where a later moment is known. No line in the trail: it tells nothing of what people do. */
  noteReceipt(draftId: DraftId, receipt: Receipt): Promise<void>

  /** The sessions of the same people as this one, itself included. */
  listSessions(sessionId: string): Promise<ListedSession[]>
  /** Ends sessions; each is told in the trails of the drafts it belonged to. */
  endSessions(sessionIds: readonly string[], at: number): Promise<void>
}

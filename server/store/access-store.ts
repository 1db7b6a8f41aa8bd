import type { Invitation } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Member } from '../../src/domain/person.ts'

/** A browser that belongs to someone. `id` is the hash of its token; times in ms since 1970. */
export interface Session {
  id: string
  createdAt: number
  expiresAt: number
  seenAt: number
}

/** Who a session is in one draft. */
export interface Membership {
  draftId: DraftId
  callId: string
  member: Member
}

/** What a session is in a draft: a member, someone an owner has yet to confirm, or someone who was a member once. */
export interface KnownMembership extends Membership {
  standing: 'member' | 'pending' | 'removed'
  /**
   * The right to write ended at this time (ms since 1970) and the device has not yet handed over what it had not sent;
   * null otherwise.
   */
  lostWritingAt: number | null
}

/** An invitation that can still be redeemed, with the one who made it. */
export interface OpenInvitation {
  invitation: Invitation
  callId: string
  inviter: Member
}

/** Keeps who may enter which draft. It keeps; the rules are in the access room. */
export interface AccessStore {
  findSession(id: string): Promise<Session | null>
  /** Adds the session, or brings its times up to date. `label` says in a few words what browser it is. */
  writeSession(session: Session, label?: string): Promise<void>
  removeSessionsExpiredBy(now: number): Promise<void>

  /** Adds a draft with its owner, in one step. False when the id is taken. */
  addDraft(
    draft: { id: DraftId; callId: string; createdAt: number },
    owner: Member,
    sessionId: string,
  ): Promise<boolean>
  findMembership(sessionId: string, draftId: DraftId): Promise<KnownMembership | null>
  /** Only those where the session is a confirmed member. */
  listMemberships(sessionId: string): Promise<Membership[]>
  /** The confirmed members. */
  listMembers(draftId: DraftId): Promise<Member[]>
  /** Everyone who ever was one, for what tells of the past. */
  listFormerMembers(draftId: DraftId): Promise<Member[]>

  /** False when the draft has as many people and open invitations as it may. */
  addInvitation(draftId: DraftId, inviterId: string, invitation: Invitation, secretHash: string): Promise<boolean>
  /** The ones that can still be redeemed. */
  listInvitations(draftId: DraftId, now: number): Promise<Invitation[]>
  findInvitation(draftId: DraftId, secretHash: string, now: number): Promise<OpenInvitation | null>
  /** False when there is no open invitation of that id in this draft. */
  withdrawInvitation(draftId: DraftId, invitationId: string, by: string, now: number): Promise<boolean>
  /**
   * Uses the invitation up and lets the new member in, in one step; `pending` when the draft has its writers confirmed,
   * null when the invitation is no longer open.
   */
  redeemInvitation(
    draftId: DraftId,
    invitationId: string,
    member: Member,
    sessionId: string,
  ): Promise<'member' | 'pending' | null>
  /** Writes into the trail that a used, withdrawn or expired invitation was tried again; at most once an hour. */
  noteRefusedInvitation(draftId: DraftId, secretHash: string, now: number): Promise<void>
}

import type { DraftAccess } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import type { AccessStore, KnownMembership, Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'
import { createRecordId } from './tokens.ts'

/** The device can still hand over what it had not sent when its right to write ended, for this long. */
export const handOverLimitMs = 30 * 86_400_000

/**
 * Who a session is in a draft. `absent` stands for "there is none" and for "it is not yours"; someone who waits for an
 * owner is told `pending`, someone who was a member `removed`.
 */
export const findMembership = async (
  store: AccessStore,
  sessionId: string,
  draftId: DraftId,
): Promise<Outcome<KnownMembership>> => {
  const membership = await store.findMembership(sessionId, draftId)
  if (!membership) return refused('absent')
  return membership.standing === 'member' ? accepted(membership) : refused(membership.standing)
}

/** Enters a draft that was started on a device. A second time by the same session changes nothing; others learn nothing. */
export const registerDraft = async (
  store: AccessStore,
  sessionId: string,
  draft: { draftId: DraftId; callId: string; person: Person },
  now: number,
): Promise<Outcome<{ membership: Membership; isNew: boolean }>> => {
  const { draftId, callId, person } = draft
  const owner = { ...person, id: createRecordId(), role: 'owner', signing: 'authorised', joinedAt: now } as const
  if (await store.addDraft({ id: draftId, callId, createdAt: now }, owner, sessionId)) {
    return accepted({ membership: { draftId, callId, member: owner }, isNew: true })
  }
  const found = await findMembership(store, sessionId, draftId)
  return found.ok ? accepted({ membership: found.value, isNew: false }) : found
}

/** What a member may know about who belongs to the draft; who waits and what is held back is for owners. */
export const readAccess = async (
  { access, team, record, agreement, versions }: Pick<Store, 'access' | 'team' | 'record' | 'agreement' | 'versions'>,
  { draftId, callId, member }: Membership,
  now: number,
): Promise<DraftAccess> => {
  const leads = may(member.role, 'lead')
  return {
    draftId,
    callId,
    me: member,
    members: await access.listMembers(draftId),
    invitations: await access.listInvitations(draftId, now),
    confirmsWriters: await team.confirmsWriters(draftId),
    pending: leads ? await team.listPending(draftId) : [],
    receipts: await team.listReceipts(draftId),
    heldBack: leads ? await record.countHeldBack(draftId, now) : 0,
    package: await agreement.readState(draftId),
    versionsMade: await versions.countMade(draftId),
    endsAt: null,
  }
}

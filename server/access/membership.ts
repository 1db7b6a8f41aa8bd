import type { DraftAccess } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import type { AccessStore, Membership } from '../store/access-store.ts'
import { createRecordId } from './tokens.ts'

/** Who a session is in a draft. `absent` stands for "there is none" and for "it is not yours". */
export const findMembership = async (
  store: AccessStore,
  sessionId: string,
  draftId: DraftId,
): Promise<Outcome<Membership>> => {
  const membership = await store.findMembership(sessionId, draftId)
  return membership ? accepted(membership) : refused('absent')
}

/** Enters a draft that was started on a device. A second time by the same session changes nothing; others learn nothing. */
export const registerDraft = async (
  store: AccessStore,
  sessionId: string,
  draft: { draftId: DraftId; callId: string; person: Person },
  now: number,
): Promise<Outcome<{ membership: Membership; isNew: boolean }>> => {
  const { draftId, callId, person } = draft
  const owner = { ...person, id: createRecordId(), role: 'owner' as const, joinedAt: now }
  if (await store.addDraft({ id: draftId, callId, createdAt: now }, owner, sessionId)) {
    return accepted({ membership: { draftId, callId, member: owner }, isNew: true })
  }
  const found = await findMembership(store, sessionId, draftId)
  return found.ok ? accepted({ membership: found.value, isNew: false }) : found
}

/** What a member may know about who belongs to the draft. */
export const readAccess = async (
  store: AccessStore,
  { draftId, callId, member }: Membership,
  now: number,
): Promise<DraftAccess> => ({
  draftId,
  callId,
  me: member,
  members: await store.listMembers(draftId),
  invitations: await store.listInvitations(draftId, now),
})

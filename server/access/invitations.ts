import type { Invite, Invitation } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may, roles } from '../../src/domain/role.ts'
import type { AccessStore, Membership, OpenInvitation } from '../store/access-store.ts'
import { createRecordId, createToken, hashToken } from './tokens.ts'

const invitationLifeMs = 14 * 86_400_000

/**
 * Makes an invitation for one person. Nobody gives a higher role than their own, and only who leads says who may agree
 * for an organisation. `team-full` when there are too many already. The secret is nowhere else.
 */
export const makeInvitation = async (
  store: AccessStore,
  { draftId, member }: Membership,
  invite: Invite,
  now: number,
): Promise<Outcome<{ invitation: Invitation; secret: string }>> => {
  if (!may(member.role, 'invite')) return refused('not-allowed')
  if (roles.indexOf(invite.role) < roles.indexOf(member.role)) return refused('not-allowed')
  if (invite.signing !== undefined && !may(member.role, 'lead')) return refused('not-allowed')
  const secret = createToken()
  const invitation = { ...invite, id: createRecordId(), createdAt: now, expiresAt: now + invitationLifeMs }
  const isAdded = await store.addInvitation(draftId, member.id, invitation, hashToken(secret))
  return isAdded ? accepted({ invitation, secret }) : refused('team-full')
}

/** `absent` when there is no such open invitation. */
export const withdrawInvitation = async (
  store: AccessStore,
  { draftId, member }: Membership,
  invitationId: string,
  now: number,
): Promise<Outcome<null>> => {
  if (!may(member.role, 'invite')) return refused('not-allowed')
  return (await store.withdrawInvitation(draftId, invitationId, member.id, now)) ? accepted(null) : refused('absent')
}

/** Wrong, used, expired, withdrawn and of an unknown draft are one and the same answer. */
export const lookAtInvitation = async (
  store: AccessStore,
  { draftId, secret }: { draftId: DraftId; secret: string },
  now: number,
): Promise<Outcome<OpenInvitation>> => {
  const open = await store.findInvitation(draftId, hashToken(secret), now)
  return open ? accepted(open) : refused('invitation-unusable')
}

/**
 * Lets the session in, once. Someone who is in already stays who they are and leaves the invitation unused. `pending`
 * means joined, and an owner has yet to confirm it.
 */
export const redeemInvitation = async (
  store: AccessStore,
  sessionId: string,
  { draftId, secret, name }: { draftId: DraftId; secret: string; name: string },
  now: number,
): Promise<Outcome<Membership>> => {
  const present = await store.findMembership(sessionId, draftId)
  if (present?.standing === 'member') return accepted(present)
  if (present?.standing === 'pending') return refused('pending')
  const looked = await lookAtInvitation(store, { draftId, secret }, now)
  if (!looked.ok) {
    await store.noteRefusedInvitation(draftId, hashToken(secret), now)
    return looked
  }
  const { invitation, callId } = looked.value
  const { organisation, sector, role, signing } = invitation
  const member = { id: createRecordId(), name, organisation, sector, role, ...(signing && { signing }), joinedAt: now }
  const redeemed = await store.redeemInvitation(draftId, invitation.id, member, sessionId)
  if (redeemed === 'pending') return refused('pending')
  return redeemed ? accepted({ draftId, callId, member }) : refused('invitation-unusable')
}

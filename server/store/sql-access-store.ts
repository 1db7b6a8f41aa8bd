import type { Kysely, Selectable } from 'kysely'
import type { Invitation } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Member } from '../../src/domain/person.ts'
import type { AccessStore, Membership, Session } from './access-store.ts'
import type { Tables } from './tables.ts'

/** The access store in any SQL database Kysely speaks to. */
export const createSqlAccessStore = (db: Kysely<Tables>): AccessStore => {
  const memberships = (sessionId: string) =>
    db
      .selectFrom('session_members')
      .innerJoin('members', 'members.id', 'session_members.member_id')
      .innerJoin('drafts', 'drafts.id', 'session_members.draft_id')
      .where('session_members.token_hash', '=', sessionId)
      .selectAll('members')
      .select('drafts.call_id')

  const openInvitations = (draftId: DraftId, now: number) =>
    db
      .selectFrom('invitations')
      .selectAll('invitations')
      .where('invitations.draft_id', '=', draftId)
      .where('invitations.redeemed_at', 'is', null)
      .where('invitations.withdrawn_at', 'is', null)
      .where('invitations.expires_at', '>', now)

  return {
    findSession: async (id) => {
      const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', id).executeTakeFirst()
      return row ? toSession(row) : null
    },

    writeSession: async ({ id, createdAt, expiresAt, seenAt }) => {
      const times = { expires_at: expiresAt, seen_at: seenAt }
      await db
        .insertInto('sessions')
        .values({ token_hash: id, created_at: createdAt, ...times })
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(times))
        .execute()
    },

    removeSessionsExpiredBy: async (now) => {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
    },

    addDraft: (draft, owner, sessionId) =>
      db.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto('drafts')
          .values({ id: draft.id, call_id: draft.callId, created_at: draft.createdAt })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows !== 1n) return false
        await addMember(transaction, draft.id, owner, sessionId)
        return true
      }),

    findMembership: async (sessionId, draftId) => {
      const row = await memberships(sessionId).where('session_members.draft_id', '=', draftId).executeTakeFirst()
      return row ? toMembership(row) : null
    },

    listMemberships: async (sessionId) => (await memberships(sessionId).execute()).map(toMembership),

    listMembers: async (draftId) => {
      const rows = await db
        .selectFrom('members')
        .selectAll()
        .where('draft_id', '=', draftId)
        .orderBy('joined_at')
        .orderBy('id')
        .execute()
      return rows.map(toMember)
    },

    addInvitation: async (draftId, inviterId, { createdAt, expiresAt, ...invitation }, secretHash) => {
      await db
        .insertInto('invitations')
        .values({
          ...invitation,
          draft_id: draftId,
          inviter_id: inviterId,
          secret_hash: secretHash,
          created_at: createdAt,
          expires_at: expiresAt,
        })
        .execute()
    },

    listInvitations: async (draftId, now) => {
      const rows = await openInvitations(draftId, now).orderBy('created_at').orderBy('id').execute()
      return rows.map(toInvitation)
    },

    findInvitation: async (draftId, secretHash, now) => {
      const row = await openInvitations(draftId, now).where('secret_hash', '=', secretHash).executeTakeFirst()
      if (!row) return null
      const inviter = await db
        .selectFrom('members')
        .innerJoin('drafts', 'drafts.id', 'members.draft_id')
        .selectAll('members')
        .select('drafts.call_id')
        .where('members.id', '=', row.inviter_id)
        .executeTakeFirstOrThrow()
      return { invitation: toInvitation(row), callId: inviter.call_id, inviter: toMember(inviter) }
    },

    withdrawInvitation: async (draftId, invitationId, now) => {
      const result = await db
        .updateTable('invitations')
        .set({ withdrawn_at: now })
        .where('id', '=', invitationId)
        .where('draft_id', '=', draftId)
        .where('redeemed_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    redeemInvitation: (draftId, invitationId, member, sessionId) =>
      db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('invitations')
          .set({ redeemed_at: member.joinedAt })
          .where('id', '=', invitationId)
          .where('draft_id', '=', draftId)
          .where('redeemed_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', member.joinedAt)
          .executeTakeFirst()
        if (result.numUpdatedRows !== 1n) return false
        await addMember(transaction, draftId, member, sessionId)
        await transaction
          .updateTable('invitations')
          .set({ redeemed_by: member.id })
          .where('id', '=', invitationId)
          .execute()
        return true
      }),
  }
}

const addMember = async (
  db: Kysely<Tables>,
  draftId: DraftId,
  { joinedAt, ...member }: Member,
  sessionId: string,
): Promise<void> => {
  await db
    .insertInto('members')
    .values({ ...member, draft_id: draftId, joined_at: joinedAt })
    .execute()
  await db
    .insertInto('session_members')
    .values({ token_hash: sessionId, draft_id: draftId, member_id: member.id })
    .execute()
}

const toSession = (row: Selectable<Tables['sessions']>): Session => ({
  id: row.token_hash,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  seenAt: row.seen_at,
})

const toMember = ({ id, name, organisation, sector, role, joined_at }: Selectable<Tables['members']>): Member => ({
  id,
  name,
  organisation,
  sector,
  role,
  joinedAt: joined_at,
})

const toMembership = (row: Selectable<Tables['members']> & { call_id: string }): Membership => ({
  draftId: row.draft_id as DraftId,
  callId: row.call_id,
  member: toMember(row),
})

const toInvitation = (row: Selectable<Tables['invitations']>): Invitation => ({
  id: row.id,
  name: row.name,
  organisation: row.organisation,
  sector: row.sector,
  role: row.role,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

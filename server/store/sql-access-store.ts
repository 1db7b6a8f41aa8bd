import { randomBytes } from 'node:crypto'
import type { Compilable, Kysely, Selectable } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { may } from '../../src/domain/role.ts'
import type { AccessStore, KnownMembership, Membership, Session } from './access-store.ts'
import { appendAudit } from './audit-chain.ts'
import { addMember, toMember } from './member-rows.ts'
import { createSqlInvitations } from './sql-invitations.ts'
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
      .select(['drafts.call_id', 'session_members.told_epoch'])

  const members = (draftId: DraftId) =>
    db.selectFrom('members').selectAll().where('draft_id', '=', draftId).orderBy('joined_at').orderBy('id')

  const sessionOf = inWordsOnce(db, db.selectFrom('sessions').selectAll().where('token_hash', '=', ''))
  const membershipOf = inWordsOnce(db, memberships('').where('session_members.draft_id', '=', ''))

  return {
    findSession: async (id) => {
      const row = await sessionOf(id)
      return row ? toSession(row) : null
    },

    writeSession: async ({ id, createdAt, expiresAt, seenAt }, label = '') => {
      const times = { expires_at: expiresAt, seen_at: seenAt }
      await db
        .insertInto('sessions')
        .values({
          token_hash: id,
          created_at: createdAt,
          ...times,
          public_id: randomBytes(16).toString('base64url'),
          label,
        })
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
        const note = { event: 'draft-started', actorId: owner.id, at: draft.createdAt } as const
        await appendAudit(transaction, draft.id, note)
        return true
      }),

    findMembership: async (sessionId, draftId) => {
      const row = await membershipOf(sessionId, draftId)
      return row ? toKnownMembership(row) : null
    },

    listMemberships: async (sessionId) =>
      (
        await memberships(sessionId)
          .where('members.removed_at', 'is', null)
          .where('members.is_pending', '=', 0)
          .execute()
      ).map(toMembership),

    listMembers: async (draftId) => {
      const present = members(draftId).where('removed_at', 'is', null).where('is_pending', '=', 0)
      return (await present.execute()).map(toMember)
    },

    listFormerMembers: async (draftId) => (await members(draftId).execute()).map(toMember),

    ...createSqlInvitations(db),
  }
}

/** The first row of a query that is asked at every request. Putting it into words takes longer than answering it. */
const inWordsOnce = <Row>(db: Kysely<Tables>, query: Compilable<Row>) => {
  const words = query.compile()
  return async (...parameters: string[]): Promise<Row | undefined> =>
    (await db.executeQuery<Row>({ ...words, parameters })).rows[0]
}

const toSession = (row: Selectable<Tables['sessions']>): Session => ({
  id: row.token_hash,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  seenAt: row.seen_at,
})

const toMembership = (row: Selectable<Tables['members']> & { call_id: string }): Membership => ({
  draftId: row.draft_id as DraftId,
  callId: row.call_id,
  member: toMember(row),
})

const toKnownMembership = (
  row: Selectable<Tables['members']> & { call_id: string; told_epoch: number },
): KnownMembership => {
  const standing = row.removed_at !== null ? 'removed' : row.is_pending === 1 ? 'pending' : 'member'
  const mayWrite = standing === 'member' && may(row.role, 'write-content')
  return {
    ...toMembership(row),
    standing,
    lostWritingAt: !mayWrite && row.told_epoch < row.lost_epoch ? row.lost_at : null,
  }
}

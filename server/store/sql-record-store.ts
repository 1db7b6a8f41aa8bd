import { sql, type Kysely } from 'kysely'
import { appendAudit, checkChain, shortenTrail } from './audit-chain.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { RecordStore } from './record-store.ts'
import type { Tables } from './tables.ts'

/** The record store in any SQL database Kysely speaks to. */
export const createSqlRecordStore = (db: Kysely<Tables>): RecordStore => ({
  note: (draftId, note) => db.transaction().execute((transaction) => appendAudit(transaction, draftId, note)),

  readTrail: async (draftId) =>
    checkChain(await db.selectFrom('audit').selectAll().where('draft_id', '=', draftId).orderBy('seq').execute()),

  shortenTrails: async (oldest, keepFrom, now) => {
    const old = await db.selectFrom('audit').select('draft_id').distinct().where('at', '<', oldest).execute()
    for (const { draft_id: draftId } of old) {
      await db.transaction().execute((transaction) => shortenTrail(transaction, draftId as DraftId, keepFrom, now))
    }
  },

  notedAt: async (draftId, event, detail, since) => {
    const found = await db
      .selectFrom('audit')
      .select('at')
      .where('draft_id', '=', draftId)
      .where('event', '=', event)
      .where('detail', '=', detail)
      .where('at', '>=', since)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    return found?.at ?? null
  },

  listInvited: async (draftId) => {
    const rows = await db
      .selectFrom('invitations')
      .select(['id', 'name', 'organisation'])
      .where('draft_id', '=', draftId)
      .execute()
    return new Map(rows.map(({ id, ...invited }) => [id, invited]))
  },

  handOver: (draftId, sessionId, held, at) =>
    db.transaction().execute(async (transaction) => {
      const link = await transaction
        .selectFrom('session_members')
        .innerJoin('members', 'members.id', 'session_members.member_id')
        .select(['members.id', 'members.lost_epoch', 'session_members.told_epoch'])
        .where('session_members.draft_id', '=', draftId)
        .where('session_members.token_hash', '=', sessionId)
        .executeTakeFirst()
      if (!link || link.told_epoch >= link.lost_epoch) return false
      await transaction
        .updateTable('session_members')
        .set({ told_epoch: link.lost_epoch })
        .where('draft_id', '=', draftId)
        .where('token_hash', '=', sessionId)
        .execute()
      if (held === null) return true
      const { id, bytes, expiresAt } = held
      await transaction
        .insertInto('held_back')
        .values({ id, draft_id: draftId, member_id: link.id, bytes, at, expires_at: expiresAt })
        .execute()
      await appendAudit(transaction, draftId, { event: 'held-back', actorId: link.id, at })
      return true
    }),

  countHeldBack: async (draftId, now) => {
    const rows = await db
      .selectFrom('held_back')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('draft_id', '=', draftId)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
    return rows.count
  },

  sizeHeldBack: async (draftId) => {
    const row = await db
      .selectFrom('held_back')
      .select(sql<number>`coalesce(sum(length(bytes)), 0)`.as('bytes'))
      .where('draft_id', '=', draftId)
      .executeTakeFirstOrThrow()
    return row.bytes
  },

  listHeldBack: async (draftId, now) => {
    const rows = await db
      .selectFrom('held_back')
      .selectAll()
      .where('draft_id', '=', draftId)
      .where('expires_at', '>', now)
      .orderBy('at')
      .execute()
    return rows.map(({ id, member_id, bytes, at, expires_at }) => ({
      id,
      memberId: member_id,
      bytes,
      at,
      expiresAt: expires_at,
    }))
  },

  removeHeldBack: (draftId, id, note) =>
    db.transaction().execute(async (transaction) => {
      const removed = await transaction
        .deleteFrom('held_back')
        .where('draft_id', '=', draftId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (removed.numDeletedRows !== 1n) return false
      await appendAudit(transaction, draftId, note)
      return true
    }),

  removeHeldBackExpiredBy: async (now) => {
    await db.deleteFrom('held_back').where('expires_at', '<=', now).execute()
  },

  rewriteHeldBack: async (id, bytes) => {
    await db.updateTable('held_back').set({ bytes }).where('id', '=', id).execute()
  },
})

import { sql, type Kysely } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { VersionKind } from '../../src/domain/version.ts'
import { appendAudit } from './audit-chain.ts'
import type { Tables } from './tables.ts'
import type { VersionRow, VersionStore } from './version-store.ts'

/** The version store in any SQL database Kysely speaks to. */
export const createSqlVersionStore = (db: Kysely<Tables>): VersionStore => ({
  add: (draftId, { id, kind, name, madeAt, at, memberId, fingerprint, content, state }) =>
    db.transaction().execute(async (transaction) => {
      const row = { id, draft_id: draftId, kind, name, made_at: madeAt, at, member_id: memberId }
      const added = await transaction
        .insertInto('versions')
        .values({ ...row, fingerprint, content, state })
        .onConflict((conflict) => conflict.columns(['draft_id', 'id']).doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows !== 1n) return false
      if (memberId !== null) {
        await appendAudit(transaction, draftId, { event: 'version-made', actorId: memberId, detail: fingerprint, at })
      }
      return true
    }),

  list: async (draftId) => {
    const rows = await selectRows(db).where('draft_id', '=', draftId).orderBy('made_at', 'desc').execute()
    return rows.map(toVersion)
  },

  countMade: async (draftId) => {
    const { count } = await db
      .selectFrom('versions')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('draft_id', '=', draftId)
      .where('member_id', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  find: async (draftId, id) => {
    const row = await selectRows(db)
      .select(['content', 'state'])
      .where('draft_id', '=', draftId)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? { version: toVersion(row), content: row.content, state: row.state } : null
  },

  remove: async (draftId, ids) => {
    if (ids.length === 0) return
    await db.deleteFrom('versions').where('draft_id', '=', draftId).where('id', 'in', ids).execute()
  },

  removeAutomaticBefore: async (at) => {
    await db.deleteFrom('versions').where('kind', '=', 'automatic').where('made_at', '<', at).execute()
  },

  size: async (draftId) => {
    const row = await db
      .selectFrom('versions')
      .select(sql<number>`coalesce(sum(length(state)), 0)`.as('bytes'))
      .where('draft_id', '=', draftId)
      .executeTakeFirstOrThrow()
    return row.bytes
  },

  eraseContents: async (draftId) => {
    await db.updateTable('versions').set({ content: null, state: null }).where('draft_id', '=', draftId).execute()
  },

  listDue: async (quietSince, oldest) => {
    const { rows } = await sql<{ id: string; seq: number }>`
      with ends as (
        select id, looked_seq,
          coalesce((select max(seq) from updates where draft_id = drafts.id), 0) as update_seq,
          coalesce((select upto_seq from snapshots where draft_id = drafts.id), 0) as snapshot_seq
        from drafts
      ), written as (
        select id, looked_seq, case when update_seq > snapshot_seq then update_seq else snapshot_seq end as seq,
          coalesce(
            (select at from updates where draft_id = id and seq = update_seq),
            (select at from snapshots where draft_id = id)
          ) as written_at
        from ends
      )
      select id, seq from written
      where seq > looked_seq and (
        written_at <= ${quietSince} or not exists (select 1 from versions where draft_id = written.id and at > ${oldest})
      )`.execute(db)
    return rows.map(({ id, seq }) => ({ draftId: id as DraftId, seq }))
  },

  noteLooked: async (draftId, seq) => {
    await db.updateTable('drafts').set({ looked_seq: seq }).where('id', '=', draftId).execute()
  },
})

const selectRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('versions')
    .select(['id', 'kind', 'name', 'made_at', 'at', 'member_id', 'fingerprint'])
    .select(sql`state is null`.as('is_erased'))

interface Row {
  id: string
  kind: VersionKind
  name: string
  made_at: number
  at: number
  member_id: string | null
  fingerprint: string
  /** A number in SQLite, a boolean in PostgreSQL. */
  is_erased: unknown
}

const toVersion = ({ id, kind, name, made_at, at, member_id, fingerprint, is_erased }: Row): VersionRow => ({
  id,
  kind,
  name,
  madeAt: made_at,
  at,
  memberId: member_id,
  fingerprint,
  isErased: Boolean(is_erased),
})

import { sql, type Kysely } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { tables, type DocumentTables } from './document-tables.ts'
import type { Tables } from './tables.ts'

/** A life of the database. Restoring a backup begins the next one: devices may then know more than the server. */
export interface Epoch {
  number: number
  begunAt: number
}

/** What running the server needs of its database, besides its content. Times in ms since 1970. */
export interface Maintenance {
  /** Rejects when nothing can be written: a full disk, a lost mount. */
  checkWritable(now: number): Promise<void>
  epoch(): Promise<Epoch>
  /** When what had had its time was last removed; null when it never was. */
  tidiedAt(): Promise<number | null>
  noteTidied(now: number): Promise<void>
  listDrafts(): Promise<DraftId[]>
  /** Drafts in which nothing was written or said and no version made since then. */
  listDraftsIdleSince(at: number): Promise<DraftId[]>
  /** When somebody last wrote in a draft or its discussion, or when it was started. */
  lastWrittenAt(draftId: DraftId): Promise<number>
  /**
   * Removes a draft with everything that hangs on it, and remembers that its id was erased: no device and no older
   * backup brings it back. False when there is none.
   */
  eraseDraft(draftId: DraftId, now: number): Promise<boolean>
  /** Removes invitations that nobody used while they could. How many. */
  removeInvitationsExpiredBy(now: number): Promise<number>
  /** Rewrites the files without what was deleted. Stops everything else meanwhile, about 1 s per 100 MB. */
  vacuum(): Promise<void>
}

export const createMaintenance = (db: Kysely<Tables>): Maintenance => ({
  checkWritable: async (now) => {
    await sql`update heartbeat set at = ${now}`.execute(db)
  },

  epoch: async () => {
    const row = await db.selectFrom('epochs').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
    return { number: row.number, begunAt: row.begun_at }
  },

  tidiedAt: async () => {
    const row = await db.selectFrom('tidied').select('at').executeTakeFirst()
    return row?.at ?? null
  },

  noteTidied: (now) =>
    db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('tidied').execute()
      await transaction.insertInto('tidied').values({ at: now }).execute()
    }),

  listDrafts: async () => {
    const rows = await db.selectFrom('drafts').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id as DraftId)
  },

  listDraftsIdleSince: async (at) => {
    const rows = await db
      .selectFrom('drafts')
      .select('id')
      .where('created_at', '<=', at)
      .where('id', 'not in', db.selectFrom('updates').select('draft_id').where('at', '>', at))
      .where('id', 'not in', db.selectFrom('snapshots').select('draft_id').where('at', '>', at))
      .where('id', 'not in', db.selectFrom('discussion_updates').select('draft_id').where('at', '>', at))
      .where('id', 'not in', db.selectFrom('discussion_snapshots').select('draft_id').where('at', '>', at))
      .where('id', 'not in', madeByPeople(db).select('draft_id').where('at', '>', at))
      .execute()
    return rows.map(({ id }) => id as DraftId)
  },

  lastWrittenAt: async (draftId) => {
    const newest = (table: DocumentTables['updates' | 'snapshots']) =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.max<number | null>('at').as('at'))
        .where('draft_id', '=', draftId)
        .executeTakeFirstOrThrow()
    const ofDocument = async ({ updates, snapshots }: DocumentTables) => [
      (await newest(updates)).at,
      (await newest(snapshots)).at,
    ]
    const draft = await db.selectFrom('drafts').select('created_at').where('id', '=', draftId).executeTakeFirst()
    const { at } = await madeByPeople(db)
      .select(({ fn }) => fn.max<number | null>('at').as('at'))
      .where('draft_id', '=', draftId)
      .executeTakeFirstOrThrow()
    const written = [...(await ofDocument(tables.content)), ...(await ofDocument(tables.discussion)), at]
    return Math.max(draft?.created_at ?? 0, ...written.map((each) => each ?? 0))
  },

  eraseDraft: (draftId, now) =>
    db.transaction().execute(async (transaction) => {
      const deleted = await transaction.deleteFrom('drafts').where('id', '=', draftId).executeTakeFirst()
      if (deleted.numDeletedRows !== 1n) return false
      await transaction.insertInto('erased_drafts').values({ draft_id: draftId, erased_at: now }).execute()
      return true
    }),

  removeInvitationsExpiredBy: async (now) => {
    const result = await db
      .deleteFrom('invitations')
      .where('redeemed_at', 'is', null)
      .where('expires_at', '<=', now)
      .executeTakeFirst()
    return Number(result.numDeletedRows)
  },

  vacuum: async () => {
    // The first empties the WAL into the file, the second empties the WAL of what vacuuming wrote.
    await db.connection().execute(async (connection) => {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection)
      await sql`vacuum`.execute(connection)
      await sql`pragma wal_checkpoint(truncate)`.execute(connection)
    })
  },
})

/** Whoever names a version, or agrees to one, is at work in the draft. */
const madeByPeople = (db: Kysely<Tables>) => db.selectFrom('versions').where('member_id', 'is not', null)

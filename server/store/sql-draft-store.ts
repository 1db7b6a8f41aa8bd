import { setImmediate as nextTurn } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import { draftOf, isDiscussion, type DocumentId } from '../../src/domain/document-id.ts'
import type { Claim, Claims, DraftStore, NewUpdate } from './draft-store.ts'
import { tablesOf, type DocumentTables } from './document-tables.ts'
import type { Tables } from './tables.ts'

/** SQLite takes at most 32,766 parameters in a statement, PostgreSQL 65,535; an update has five. */
const rowsPerStatement = 1000

/** Key presses of many come together: one statement for each of these numbers of rows, put into words only once. */
const batchSizes = [100, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]

/** The draft store in any SQL database Kysely speaks to. */
export const createSqlDraftStore = (db: Kysely<Tables>, inWords = insertInWords(db)): DraftStore => ({
  append: (updates) =>
    db.transaction().execute(async (transaction) => {
      const ofContent = updates.filter(({ documentId }) => !isDiscussion(documentId))
      const ofDiscussions = updates.filter(({ documentId }) => isDiscussion(documentId))
      for (const ofKind of [ofContent, ofDiscussions]) {
        const [first] = ofKind
        if (first) await appendTo(transaction, inWords, tablesOf(first.documentId), ofKind)
      }
    }),

  read: (documentId) =>
    db.transaction().execute(async (transaction) => {
      const tables = tablesOf(documentId)
      const { call_id: callId } = await transaction
        .selectFrom('drafts')
        .select('call_id')
        .where('id', '=', draftOf(documentId))
        .executeTakeFirstOrThrow()
      const snapshot = await transaction
        .selectFrom(tables.snapshots)
        .select(['upto_seq', 'bytes'])
        .where('draft_id', '=', draftOf(documentId))
        .executeTakeFirst()
      const uptoSeq = snapshot?.upto_seq ?? 0
      const updates = await transaction
        .selectFrom(tables.updates)
        .select(['seq', 'bytes'])
        .where('draft_id', '=', draftOf(documentId))
        .where('seq', '>', uptoSeq)
        .orderBy('seq')
        .execute()
      const claims = await readClaims(transaction, documentId)
      const restored = await transaction
        .selectFrom('epochs')
        .select('begun_at')
        .where('number', '>', 1)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      const restoredAt = restored?.begun_at ?? null
      return { callId, snapshot: snapshot?.bytes ?? null, uptoSeq, updates, claims, restoredAt }
    }),

  authors: async (documentId) =>
    new Map([...(await readClaims(db, documentId))].map(([clientId, { memberId }]) => [clientId, memberId])),

  lastSeq: async (documentId) => {
    const { updates, snapshots } = tablesOf(documentId)
    const update = await db
      .selectFrom(updates)
      .select('seq')
      .where('draft_id', '=', draftOf(documentId))
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (update) return update.seq
    const snapshot = await db
      .selectFrom(snapshots)
      .select('upto_seq')
      .where('draft_id', '=', draftOf(documentId))
      .executeTakeFirst()
    return snapshot?.upto_seq ?? 0
  },

  replace: async (documentId, uptoSeq, bytes) => {
    const { updates, snapshots } = tablesOf(documentId)
    const row = { upto_seq: uptoSeq, bytes, at: Date.now() }
    await db
      .insertInto(snapshots)
      .values({ draft_id: draftOf(documentId), ...row })
      .onConflict((conflict) =>
        conflict.column('draft_id').doUpdateSet(row).where(`${snapshots}.upto_seq`, '<', uptoSeq),
      )
      .execute()
    // Once the snapshot stands these are never read again. In steps, because nobody's key press may wait for all.
    const below = db.selectFrom(updates).where('draft_id', '=', draftOf(documentId)).where('seq', '<=', uptoSeq)
    const oldest = await below.select('seq').orderBy('seq').limit(1).executeTakeFirst()
    for (let from = oldest?.seq ?? uptoSeq + 1; from <= uptoSeq; from += rowsPerStatement) {
      await nextTurn()
      await db
        .deleteFrom(updates)
        .where('draft_id', '=', draftOf(documentId))
        .where('seq', '<', Math.min(from + rowsPerStatement, uptoSeq + 1))
        .execute()
    }
  },
})

const readClaims = async (db: Kysely<Tables>, documentId: DocumentId): Promise<Claims> => {
  const { clientIds } = tablesOf(documentId)
  const rows = await db
    .selectFrom(clientIds)
    .select(['client_id', 'member_id', 'session_id'])
    .where('draft_id', '=', draftOf(documentId))
    .execute()
  // One object for all pages of a browser: a draft of a long life has thousands of them.
  const browsers = new Map<string, Claim>()
  return new Map(
    rows.map(({ client_id: clientId, member_id: memberId, session_id: sessionId }) => {
      const key = `${memberId} ${sessionId}`
      const claim = browsers.get(key) ?? { memberId, sessionId }
      browsers.set(key, claim)
      return [clientId, claim]
    }),
  )
}

const appendTo = async (
  transaction: Kysely<Tables>,
  inWords: InsertInWords,
  tables: DocumentTables,
  updates: readonly NewUpdate[],
): Promise<void> => {
  const left = updates.map(toRow)
  for (const size of batchSizes) {
    while (left.length >= size) {
      const values = left.splice(0, size).flatMap((row) => updateColumns.map((column) => row[column]))
      await transaction.executeQuery(CompiledQuery.raw(inWords(tables.updates, size), values))
    }
  }
  const claims = updates.flatMap(toClaims)
  for (let from = 0; from < claims.length; from += rowsPerStatement) {
    await transaction
      .insertInto(tables.clientIds)
      .values(claims.slice(from, from + rowsPerStatement))
      .execute()
  }
}

const toClaims = ({ documentId, claims, memberId, sessionId, at }: NewUpdate): Tables['client_ids'][] =>
  claims.map((clientId) => ({
    draft_id: draftOf(documentId),
    client_id: clientId,
    member_id: memberId,
    session_id: sessionId,
    at,
  }))

const updateColumns = ['draft_id', 'seq', 'bytes', 'at', 'member_id'] as const

type InsertInWords = (table: DocumentTables['updates'], count: number) => string

/** The statement that adds so many updates, their columns in the order of `updateColumns`. */
const insertInWords = (db: Kysely<Tables>): InsertInWords => {
  const known = new Map<string, string>()
  return (table, count) => {
    const key = `${table} ${count}`
    const there = known.get(key)
    if (there !== undefined) return there
    const row = { draft_id: '', seq: 0, bytes: new Uint8Array(), at: 0, member_id: '' }
    const { sql } = db
      .insertInto(table)
      .values(Array.from({ length: count }, () => row))
      .compile()
    known.set(key, sql)
    return sql
  }
}

const toRow = ({ documentId, seq, bytes, memberId, at }: NewUpdate): Tables['updates'] => ({
  draft_id: draftOf(documentId),
  seq,
  bytes,
  at,
  member_id: memberId,
})

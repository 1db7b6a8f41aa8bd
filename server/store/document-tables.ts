import { sql, type Kysely, type Migration } from 'kysely'
import { isDiscussion, type DocumentId } from '../../src/domain/document-id.ts'

/** Where the rows of a document are: content and discussion have tables of their own, alike in all but their names. */
export interface DocumentTables {
  updates: 'updates' | 'discussion_updates'
  snapshots: 'snapshots' | 'discussion_snapshots'
  clientIds: 'client_ids' | 'discussion_client_ids'
}

export const tables: Record<'content' | 'discussion', DocumentTables> = {
  content: { updates: 'updates', snapshots: 'snapshots', clientIds: 'client_ids' },
  discussion: {
    updates: 'discussion_updates',
    snapshots: 'discussion_snapshots',
    clientIds: 'discussion_client_ids',
  },
}

export const tablesOf = (documentId: DocumentId): DocumentTables =>
  tables[isDiscussion(documentId) ? 'discussion' : 'content']

/** The migration that makes the tables of discussions: nothing that is stored has to be rewritten for it. */
export const discussionTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    const ofDraft = (table: string) =>
      db.schema
        .createTable(table)
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
    await ofDraft('discussion_updates')
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('discussion_updates_key', ['draft_id', 'seq'])
      .modifyEnd(sql`without rowid`)
      .execute()
    await ofDraft('discussion_snapshots')
      .addColumn('upto_seq', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('discussion_snapshots_key', ['draft_id'])
      .execute()
    await ofDraft('discussion_client_ids')
      .addColumn('client_id', 'bigint', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull())
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('discussion_client_ids_key', ['draft_id', 'client_id'])
      .execute()
  },
}

import type { Kysely, Migration } from 'kysely'

/** Versions of drafts, and up to where the server has looked whether one is worth making. */
export const versionTable: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('versions')
      .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('member_id', 'text')
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('content', 'text')
      .addColumn('state', 'blob')
      .addPrimaryKeyConstraint('versions_key', ['draft_id', 'id'])
      .execute()
    await db.schema
      .alterTable('drafts')
      .addColumn('looked_seq', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}

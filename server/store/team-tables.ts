import type { Kysely, Migration } from 'kysely'

/** Standing of members, sessions one can tell apart, recovery codes, what is held back, the audit trail. */
export const teamTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    const number = (table: string, name: string) =>
      db.schema
        .alterTable(table)
        .addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
        .execute()
    await number('drafts', 'confirms_writers')
    for (const name of ['is_pending', 'epoch', 'lost_epoch', 'lost_at']) await number('members', name)
    await db.schema.alterTable('members').addColumn('removed_at', 'bigint').execute()
    await number('session_members', 'told_epoch')
    for (const name of ['public_id', 'label']) {
      await db.schema
        .alterTable('sessions')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    }
    await db.schema.createIndex('session_members_of_member').on('session_members').column('member_id').execute()
    await db.schema
      .createTable('recovery_codes')
      .addColumn('member_id', 'text', (column) => column.primaryKey().references('members.id').onDelete('cascade'))
      .addColumn('code_hash', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('held_back')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
      .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('held_back_of_draft').on('held_back').column('draft_id').execute()
    await db.schema
      .createTable('audit')
      .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('subject_id', 'text')
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_key', ['draft_id', 'seq'])
      .execute()
  },
}

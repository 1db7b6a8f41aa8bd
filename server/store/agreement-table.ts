import { sql, type Kysely, type Migration } from 'kysely'

/** What was agreed to, and what became of the package. */
export const agreementTable: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('agreement_acts')
      .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('section_id', 'text')
      .addColumn('signing', 'text')
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('submitted_at', 'bigint')
      .addColumn('said_at', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('agreement_acts_key', ['draft_id', 'seq'])
      .addUniqueConstraint('agreement_acts_once', ['draft_id', 'id'])
      .execute()
    // What was said is never said otherwise afterwards; only a draft that is erased takes it along.
    await sql`create trigger agreement_acts_stay before update on agreement_acts
      begin select raise(abort, 'what was agreed to is not rewritten'); end`.execute(db)
  },
}

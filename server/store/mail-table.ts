import { sql, type Kysely, type Migration } from 'kysely'

/** Where members would like to be told that something was said. */
export const mailTable: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('mail_wishes')
      .addColumn('member_id', 'text', (column) => column.primaryKey().references('members.id').onDelete('cascade'))
      .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('confirm_hash', 'text', (column) => column.notNull().unique())
      .addColumn('confirmed_at', 'bigint')
      .addColumn('end_token', 'text', (column) => column.notNull().unique())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .addColumn('told_vector', 'blob')
      .addColumn('sending_at', 'bigint')
      .addColumn('sending_vector', 'blob')
      .addColumn('failures', 'bigint', (column) => column.notNull())
      .addColumn('retry_at', 'bigint', (column) => column.notNull())
      .execute()
    // Whoever no longer belongs to a draft hears nothing of it, and their address is nobody's business any more.
    await sql`create trigger mail_wishes_end_with_membership after update of removed_at on members
      when new.removed_at is not null begin delete from mail_wishes where member_id = new.id; end`.execute(db)
  },
}

/** Another address that somebody with a confirmed one asked for; the one before stays until this one is confirmed. */
export const mailNewAddressTable: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('mail_new_addresses')
      .addColumn('member_id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('confirm_hash', 'text', (column) => column.notNull().unique())
      .addColumn('end_token', 'text', (column) => column.notNull().unique())
      .execute()
    // It is nothing by itself: with the wish it goes, however that ends.
    await sql`create trigger mail_new_addresses_end_with_wish after delete on mail_wishes
      begin delete from mail_new_addresses where member_id = old.member_id; end`.execute(db)
  },
}

import { type Kysely, Migrator, sql, type Migration } from 'kysely'
import { agreementTable } from './agreement-table.ts'
import { discussionTables } from './document-tables.ts'
import { mailNewAddressTable, mailTable } from './mail-table.ts'
import { passkeyTable } from './passkey-table.ts'
import { teamTables } from './team-tables.ts'
import { versionTable } from './version-table.ts'

/** Steps from an empty database to today's tables. A step that was ever released is never changed: add the next one. */
const migrations: Record<string, Migration> = {
  '001-drafts-and-access': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('drafts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('call_id', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('updates')
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('bytes', 'blob', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('member_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('updates_key', ['draft_id', 'seq'])
        .modifyEnd(sql`without rowid`)
        .execute()
      await db.schema
        .createTable('snapshots')
        .addColumn('draft_id', 'text', (column) => column.primaryKey().references('drafts.id').onDelete('cascade'))
        .addColumn('upto_seq', 'bigint', (column) => column.notNull())
        .addColumn('bytes', 'blob', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('members')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('sector', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('joined_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('members_of_draft').on('members').column('draft_id').execute()
      await db.schema
        .createTable('sessions')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('seen_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('session_members')
        .addColumn('token_hash', 'text', (column) =>
          column.notNull().references('sessions.token_hash').onDelete('cascade'),
        )
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
        .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('session_members_key', ['token_hash', 'draft_id'])
        .execute()
      await db.schema
        .createTable('invitations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('sector', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('inviter_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('redeemed_at', 'bigint')
        .addColumn('redeemed_by', 'text', (column) => column.references('members.id').onDelete('cascade'))
        .addColumn('withdrawn_at', 'bigint')
        .execute()
      await db.schema.createIndex('invitations_of_draft').on('invitations').column('draft_id').execute()
    },
  },
  '002-client-ids': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('client_ids')
        .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
        .addColumn('client_id', 'bigint', (column) => column.notNull())
        .addColumn('member_id', 'text', (column) => column.notNull())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('client_ids_key', ['draft_id', 'client_id'])
        .execute()
    },
  },
  '003-team': teamTables,
  '005-epochs-and-erasures': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('epochs')
        .addColumn('number', 'bigint', (column) => column.primaryKey())
        .addColumn('begun_at', 'bigint', (column) => column.notNull())
        .execute()
      await sql`insert into epochs (number, begun_at) values (1, ${Date.now()})`.execute(db)
      await db.schema
        .createTable('erased_drafts')
        .addColumn('draft_id', 'text', (column) => column.primaryKey())
        .addColumn('erased_at', 'bigint', (column) => column.notNull())
        .execute()
      // Whoever still has an erased draft on a device could otherwise register it anew.
      await sql`create trigger erased_drafts_stay_erased before insert on drafts
        when exists (select 1 from erased_drafts where draft_id = new.id)
        begin select raise(ignore); end`.execute(db)
      await db.schema
        .createTable('heartbeat')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
      await sql`insert into heartbeat (at) values (0)`.execute(db)
    },
  },
  '007-passkeys': passkeyTable,
  '009-receipts': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('members').addColumn('has_at', 'bigint').execute()
    },
  },
  '013-signing': {
    up: async (db: Kysely<unknown>) => {
      for (const table of ['members', 'invitations']) {
        await db.schema.alterTable(table).addColumn('signing', 'text').execute()
      }
    },
  },
  '015-versions': versionTable,
  '017-agreement': agreementTable,
  '019-discussion': discussionTables,
  '021-mail': mailTable,
  '023-mail-new-address': mailNewAddressTable,
  '024-tidied': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('tidied')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
}

/** Brings the tables up to date; rejects when the database was written by a newer release. */
export const migrate = async <T>(db: Kysely<T>): Promise<void> => {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
}

import { Kysely, sql } from 'kysely'
import type { AccessStore } from './access-store.ts'
import type { AgreementStore } from './agreement-store.ts'
import type { DraftStore } from './draft-store.ts'
import type { MailStore } from './mail-store.ts'
import { createMaintenance, type Maintenance } from './maintenance.ts'
import { migrate } from './migrations.ts'
import { createSqlAccessStore } from './sql-access-store.ts'
import { createSqlAgreementStore } from './sql-agreement-store.ts'
import type { RecordStore } from './record-store.ts'
import { createSqlDraftStore } from './sql-draft-store.ts'
import type { RecoveryStore } from './recovery-store.ts'
import { createSqlMailStore } from './sql-mail-store.ts'
import { createSqlRecordStore } from './sql-record-store.ts'
import { createSqlRecoveryStore } from './sql-recovery-store.ts'
import { createSqlTeamStore } from './sql-team-store.ts'
import { createSqlVersionStore } from './sql-version-store.ts'
import { openDatabase, sqliteDialect } from './sqlite-dialect.ts'
import type { Tables } from './tables.ts'
import type { TeamStore } from './team-store.ts'
import type { VersionStore } from './version-store.ts'
import { openWriteThread } from './write-thread.ts'

/** Everything on the server's disk. */
export interface Store {
  drafts: DraftStore
  access: AccessStore
  team: TeamStore
  record: RecordStore
  recovery: RecoveryStore
  versions: VersionStore
  agreement: AgreementStore
  mail: MailStore
  maintenance: Maintenance
  /** Rejects when the database does not answer. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the SQLite file, or `:memory:`, and brings its tables up to date. Rejects when it cannot be read and written.
 * With `inThread` content is written in a thread of its own, for which there has to be a file.
 */
export const openStore = async (file: string, { inThread = false } = {}): Promise<Store> => {
  const database = openDatabase(file)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const drafts = createSqlDraftStore(db)
  const thread = inThread ? openWriteThread(file) : null
  return {
    drafts: thread ? { ...drafts, append: thread.append, replace: thread.replace } : drafts,
    access: createSqlAccessStore(db),
    team: createSqlTeamStore(db),
    record: createSqlRecordStore(db),
    recovery: createSqlRecoveryStore(db),
    versions: createSqlVersionStore(db),
    agreement: createSqlAgreementStore(db),
    mail: createSqlMailStore(db),
    maintenance: createMaintenance(db),
    check: async () => {
      await sql`select 1`.execute(db)
    },
    close: async () => {
      await thread?.close()
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {
        // The disk is full, say. What is in the log is read from there at the next start.
      }
      await db.destroy()
    },
  }
}

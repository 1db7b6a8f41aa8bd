import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { SqliteDialect, type SqliteDatabase } from 'kysely'

type Parameter = string | number | bigint | null | Uint8Array

/** Lets Kysely's SQLite dialect, made for better-sqlite3, speak to a database of node:sqlite's shape. */
export const sqliteDialect = (database: DatabaseSyncInstance): SqliteDialect =>
  new SqliteDialect({ database: adapt(database) })

/** Preparing a statement costs as much as running a short one. */
const maxKeptStatements = 200

/**
 * One that reads before it writes would be refused (SQLITE_BUSY_SNAPSHOT) where another connection has written in
 * between; this one waits for its turn.
 */
const beginning = 'begin immediate'

type Statement = ReturnType<SqliteDatabase['prepare']>

const adapt = (database: DatabaseSyncInstance): SqliteDatabase => {
  const kept = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as Parameter[])),
      run: (parameters) => statement.run(...(parameters as Parameter[])),
      iterate: (parameters) =>
        statement.iterate(...(parameters as Parameter[])) as IterableIterator<Record<string, unknown>>,
    }
  }
  return {
    close: () => database.close(),
    prepare: (words) => {
      const sql = words === 'begin' ? beginning : words
      const statement = kept.get(sql) ?? prepare(sql)
      if (kept.size >= maxKeptStatements) kept.clear()
      kept.set(sql, statement)
      return statement
    },
  }
}

/** How long a connection waits for another one by default, in ms; the thread meanwhile does nothing else. */
const usualWaitMs = 5000

/**
 * Opens the file so that a commit is on the disk when it returns (WAL with synchronous FULL) and deleted text is
 * overwritten (secure_delete). After 64 MB the WAL is copied into the file by whoever commits then, which takes tens of
 * ms: better done before, in a pause.
 */
export const openDatabase = (file: string, waitMs = usualWaitMs): DatabaseSyncInstance => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: waitMs })
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 16000;',
  )
  return database
}

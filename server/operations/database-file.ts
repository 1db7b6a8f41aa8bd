import { DatabaseSync } from '@photostructure/sqlite'
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The one file that holds everything; SQLite keeps two more beside it while it runs. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'einvernehmen.sqlite')

/** Writes a consistent copy of a database in use, without its free pages. Rejects when `target` exists. */
export const copyDatabase = (source: string, target: string): void => {
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 })
  try {
    database.prepare('vacuum into ?').run(target)
  } finally {
    database.close()
  }
  syncToDisk(target)
}

/** Throws, naming the reason, when the file is not a whole database of this project. */
export const checkDatabase = (file: string): void => {
  if (!existsSync(file)) throw new Error('there is no such file')
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = database.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    if (rows[0]?.integrity_check !== 'ok') throw new Error(`it is damaged: ${rows[0]?.integrity_check}`)
    const tables = database.prepare("select name from sqlite_master where type = 'table' and name = 'drafts'").all()
    if (tables.length === 0) throw new Error('it is a database, but not one of Einvernehmen')
  } finally {
    database.close()
  }
}

/** A power cut after this does not undo what was written, renamed or removed. */
export const syncToDisk = (file: string): void => {
  for (const each of [file, dirname(file)]) {
    const handle = openSync(each, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}

import { DatabaseSync } from '@photostructure/sqlite'
import { chmodSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { openStore } from '../store/open-store.ts'
import { checkDatabase, copyDatabase, databaseFile, syncToDisk } from './database-file.ts'
import { replacedFile } from './replaced-databases.ts'

/** What the present database knows that an older one must learn before it takes its place. */
interface Present {
  epoch: number
  erased: { draft_id: string; erased_at: number }[]
}

/**
 * Makes a copy of the backup ready to take the database's place: whole, with today's tables, in an epoch of its own and
 * without the drafts that were erased since. The present database is only read. Throws when the backup is unusable.
 */
export const prepareRestore = async (dataDir: string, backup: string, now: number): Promise<void> => {
  checkDatabase(backup)
  const prepared = preparedFile(dataDir)
  removeDatabase(prepared)
  copyDatabase(backup, prepared)
  chmodSync(prepared, 0o600)
  // Brings tables of an older release up to date.
  const store = await openStore(prepared)
  for (const draftId of await store.maintenance.listDrafts()) {
    await store.record.note(draftId, { event: 'restored', actorId: null, at: now })
  }
  await store.close()
  const present = readPresent(databaseFile(dataDir))
  const database = new DatabaseSync(prepared, { enableForeignKeyConstraints: true })
  try {
    database.exec('pragma secure_delete = on; begin')
    const erase = database.prepare('delete from drafts where id = ?')
    const remember = database.prepare('insert or ignore into erased_drafts (draft_id, erased_at) values (?, ?)')
    for (const { draft_id: id, erased_at: at } of present.erased) {
      erase.run(id)
      remember.run(id, at)
    }
    database
      .prepare('insert into epochs (number, begun_at) select max(?, max(number)) + 1, ? from epochs')
      .run(present.epoch, now)
    // Who unsubscribed since the backup must not be sent mails again.
    database.exec('delete from mail_wishes')
    database.exec('commit')
    database.exec('vacuum')
    database.exec('pragma wal_checkpoint(truncate)')
  } finally {
    database.close()
  }
  checkDatabase(prepared)
  syncToDisk(prepared)
}

/**
 * Puts the prepared database in the place of the present one, which must be closed and stays beside it under another
 * name. That name, or null when there was none. A crash at any point leaves one of the two.
 */
export const takeRestored = (dataDir: string, now: Date): string | null => {
  const [file, prepared] = [databaseFile(dataDir), preparedFile(dataDir)]
  if (!existsSync(prepared)) throw new Error('no restored database is ready')
  let aside: string | null = null
  if (existsSync(file)) {
    aside = replacedFile(dataDir, now)
    linkSync(file, aside)
    // Closed properly, it has none; a damaged one must not be mixed with the restored one.
    if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`)
    rmSync(`${file}-shm`, { force: true })
  }
  renameSync(prepared, file)
  syncToDisk(file)
  return aside
}

const preparedFile = (dataDir: string): string => `${databaseFile(dataDir)}.restoring`

const removeDatabase = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** A damaged database is a reason to restore, not to give up: what cannot be read counts as nothing. */
const readPresent = (file: string): Present => {
  if (!existsSync(file)) return { epoch: 0, erased: [] }
  let database: InstanceType<typeof DatabaseSync> | null = null
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
    const [row] = database.prepare('select max(number) as epoch from epochs').all() as { epoch: number }[]
    const erased = database.prepare('select draft_id, erased_at from erased_drafts').all() as Present['erased']
    return { epoch: row?.epoch ?? 0, erased }
  } catch {
    return { epoch: 0, erased: [] }
  } finally {
    database?.close()
  }
}

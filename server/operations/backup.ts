import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkDatabase, copyDatabase, databaseFile, syncToDisk } from './database-file.ts'

const dayMs = 86_400_000
const named = /^einvernehmen-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.sqlite$/

/**
 * Writes a checked backup into the folder while the server runs, and removes the folder's backups older than
 * `keepDays`. The new file. Throws when there is no database, or the copy cannot be written or is not whole.
 */
export const backUp = (dataDir: string, folder: string, keepDays: number, now: Date): string => {
  const source = databaseFile(dataDir)
  if (!existsSync(source)) throw new Error(`DATA_DIR: there is no database in ${dataDir}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `einvernehmen-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.sqlite`)
  const unfinished = `${file}.unfinished`
  if (existsSync(file)) throw new Error(`${file} exists already`)
  rmSync(unfinished, { force: true })
  try {
    copyDatabase(source, unfinished)
    chmodSync(unfinished, 0o600)
    checkDatabase(unfinished)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  syncToDisk(file)
  // Only after the new one is safe.
  for (const name of readdirSync(folder)) {
    const made = madeAt(name)
    if (made !== null && made < now.getTime() - keepDays * dayMs) rmSync(join(folder, name))
  }
  return file
}

const madeAt = (name: string): number | null => {
  const [, day, hours, minutes, seconds] = named.exec(name) ?? []
  return day === undefined ? null : Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
}

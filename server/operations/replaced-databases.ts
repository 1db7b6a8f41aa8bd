import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openStore } from '../store/open-store.ts'
import { databaseFile } from './database-file.ts'
import { createErasure, type Erasure } from './erasure.ts'

/* A restore keeps the database it replaces: beside the new one, under a name of its own. */

const dayMs = 86_400_000

/** As long as a backup is kept. */
export const replacedLifeDays = 35

const nameFor = (dataDir: string): string => `${databaseFile(dataDir)}.before-restore-`

/** The name under which a database that is replaced now is kept. */
export const replacedFile = (dataDir: string, now: Date): string =>
  `${nameFor(dataDir)}${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`

const listReplaced = (dataDir: string): { file: string; at: number }[] => {
  const begin = basename(nameFor(dataDir))
  return readdirSync(dataDir).flatMap((name) => {
    const [, day, hours, minutes, seconds] =
      /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(name.slice(begin.length)) ?? []
    if (!name.startsWith(begin) || day === undefined) return []
    return [{ file: join(dataDir, name), at: Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) }]
  })
}

/** Removes those that have had their time. How many. */
export const removeReplacedBefore = (dataDir: string, now: number): number => {
  const old = listReplaced(dataDir).filter(({ at }) => at < now - replacedLifeDays * dayMs)
  for (const { file } of old) for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  return old.length
}

/** Erases the same from all of them. Throws, naming the file, where one is too damaged for it: it must be deleted. */
export const eraseInReplaced = async (dataDir: string, work: (erasure: Erasure) => Promise<unknown>): Promise<void> => {
  for (const { file } of listReplaced(dataDir)) {
    try {
      await withErasure(file, work)
    } catch (error) {
      throw new Error(`${file}, kept from before a restore, may still hold it: delete that file`, { cause: error })
    }
  }
}

/** Erasing in a database that no server uses. */
export const withErasure = async <T>(file: string, work: (erasure: Erasure) => Promise<T>): Promise<T> => {
  const store = await openStore(file)
  const nobody = { empty: async () => () => {}, whenIdle: async () => {}, whenTidied: async () => {} }
  try {
    return await work(createErasure(store, nobody))
  } finally {
    await store.close()
  }
}

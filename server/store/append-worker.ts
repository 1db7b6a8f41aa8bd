import { Kysely } from 'kysely'
import { parentPort, workerData } from 'node:worker_threads'
import { unpackUpdates, type AppendAnswer, type PackedUpdates } from './append-message.ts'
import { createSqlDraftStore } from './sql-draft-store.ts'
import { openDatabase, sqliteDialect } from './sqlite-dialect.ts'
import type { Tables } from './tables.ts'

/** The thread of `openAppendThread`: each message is a commit, answered when it is on disk. `null` ends it. */
const db = new Kysely<Tables>({ dialect: sqliteDialect(openDatabase((workerData as { file: string }).file)) })
const drafts = createSqlDraftStore(db)

const append = async (packed: PackedUpdates): Promise<AppendAnswer> => {
  try {
    await drafts.append(unpackUpdates(packed))
    return { failure: null }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

const close = async (): Promise<void> => {
  await db.destroy()
  parentPort?.close()
}

const answer = async (packed: PackedUpdates): Promise<void> => {
  const appended = await append(packed)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(appended)
}

parentPort?.on('message', (message: PackedUpdates | null) => void (message === null ? close() : answer(message)))

import { Kysely, sql } from 'kysely'
import { parentPort, workerData } from 'node:worker_threads'
import { appendTo } from './append-updates.ts'
import { createSqlDraftStore } from './sql-draft-store.ts'
import { openDatabase, sqliteDialect } from './sqlite-dialect.ts'
import type { Tables } from './tables.ts'
import { unpackUpdates, type Order, type Report } from './write-message.ts'

/** The thread of `openWriteThread`: each order is answered when what it says is on disk. `null` ends it. */
const { file } = workerData as { file: string }
/** Nobody else waits for this thread: it can wait out a vacuum of all that a town writes. In ms. */
const longestWaitMs = 60_000
const database = openDatabase(file, longestWaitMs)
const db = new Kysely<Tables>({ dialect: sqliteDialect(database) })
const drafts = createSqlDraftStore(db)
let append: ReturnType<typeof appendTo> | null = null

const write = async (order: Order): Promise<void> => {
  if (order.replace) {
    const { documentId, uptoSeq, snapshot } = order.replace
    return drafts.replace(documentId, uptoSeq, snapshot)
  }
  append ??= appendTo(database)
  append(unpackUpdates(order.append))
}

const report = async (order: Order): Promise<Report> => {
  try {
    await write(order)
    return { id: order.id, failure: null }
  } catch (error) {
    return { id: order.id, failure: error instanceof Error ? error.message : String(error) }
  }
}

const answer = async (order: Order): Promise<void> => {
  const reported = await report(order)
  parentPort?.postMessage(reported)
}

/** After so many commits the WAL is copied into the file, as soon as nobody has written for so long. */
const commitsUntilCopied = 300
const pauseMs = 100

let commits = 0
const pause = setTimeout(() => {
  if (commits < commitsUntilCopied) return
  commits = 0
  // What does not get through now, because the disk is full or all is being closed, gets through the next time.
  sql`pragma wal_checkpoint(passive)`.execute(db).catch(() => null)
}, pauseMs).unref()

const underWay = new Set<Promise<void>>()

const take = async (order: Order): Promise<void> => {
  const answering = answer(order)
  underWay.add(answering)
  await answering
  underWay.delete(answering)
  commits += 1
  pause.refresh()
}

const close = async (): Promise<void> => {
  await Promise.all(underWay)
  await db.destroy()
  parentPort?.close()
}

parentPort?.on('message', (order: Order | null) => void (order === null ? close() : take(order)))

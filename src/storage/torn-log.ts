import { failureReason } from './storage-state.ts'
import { whenComplete } from './transaction.ts'
import { within } from './within.ts'

/*
 * Chromium keeps everything of a site in one LevelDB. A full disk tears the end of its log; once there is room it goes on
 * writing behind the torn end, says that all is well, and at its next start finds the log corrupt and deletes every database
 * of the site (Chromium 156, test/browser/device-full.long.ts: clean end or killed, one second or eight later). It begins
 * a new log, and drops the old one, once more has been written than its buffer holds. Nobody can ask it whether a browser
 * that ended with a full disk left such an end, so every page has a new log begun soon after it starts.
 */

/** Chromium's largest write buffer is 4 MiB; what is larger than 64 KiB does not go through the log. */
const rows = 96
const rowBytes = 60_000
const limitMs = 20_000
const ballastName = 'einvernehmen-log'

const torn = new WeakSet<IDBFactory>()
const mending = new WeakMap<IDBFactory, Promise<void>>()

/** Whether the browser has refused a write, and may forget everything of this site unless `mendLog` succeeds. */
export const mayBeTorn = (databases: IDBFactory | null): boolean => databases !== null && torn.has(databases)

/** Call with whatever a write was refused with. */
export const noteRefused = (databases: IDBFactory | null, error: unknown): void => {
  const reason = failureReason(error)
  if (databases !== null && (reason === 'full' || reason === 'unknown')) torn.add(databases)
}

/** Makes the browser begin a new log if its log may be torn. Rejects while there is no room for that: some 6 MB. */
export const mendLog = async (databases: IDBFactory | null): Promise<void> => {
  if (databases === null || !torn.has(databases)) return
  const work =
    mending.get(databases) ?? within(limitMs, writeBallast(databases)).finally(() => mending.delete(databases))
  mending.set(databases, work)
  await work
  torn.delete(databases)
}

/** A page that has just started has better things to do. */
const afterStartMs = 10_000

/** For every page that starts, in browsers with such a log: the one that is there may have ended on a full disk. */
export const renewLogSoon = (databases: IDBFactory | null): void => {
  const { navigator } = globalThis as { navigator?: object }
  if (databases === null || !('userAgentData' in (navigator ?? {}))) return
  // Without room the log stays as it is; once a write is refused, `mendLog` is due.
  setTimeout(() => void writeBallast(databases).catch(() => null), afterStartMs)
}

const writeBallast = async (databases: IDBFactory): Promise<void> => {
  const database = await open(databases)
  try {
    const filling = database.transaction('rows', 'readwrite')
    for (let key = 0; key < rows; key++) filling.objectStore('rows').put(new Uint8Array(rowBytes), key)
    await whenComplete(filling)
    // The first write into the new log.
    const clearing = database.transaction('rows', 'readwrite')
    clearing.objectStore('rows').clear()
    await whenComplete(clearing)
  } finally {
    database.close()
    databases.deleteDatabase(ballastName)
  }
}

const open = (databases: IDBFactory): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = databases.open(ballastName)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not open')))
  })

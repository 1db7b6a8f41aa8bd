import type { DraftId } from '../domain/draft-id.ts'

/*
 * One IndexedDB per draft. `updates` and `custom` are y-indexeddb's own stores, so that its functions read and compact
 * them; `outbox` beside them holds the person's own changes until the server has acknowledged them. One transaction
 * writes both, so neither can be there without the other.
 */
const updatesStore = 'updates'
const outboxStore = 'outbox'
const version = 1

export interface OutboxRow {
  update: Uint8Array
  /** When the change was made, in ms since 1970. */
  at: number
  /** Root names the change touched. */
  places: readonly string[]
}

/** What one transaction writes. `acknowledged` are outbox keys to delete. */
export interface Batch {
  updates: readonly Uint8Array[]
  outbox: ReadonlyMap<number, OutboxRow>
  acknowledged: readonly number[]
}

export const draftDatabaseName = (draftId: DraftId): string => `draft-${draftId}`

/** Opens the draft's database and makes it where it is missing (`isNew`). Rejects when the browser refuses. */
export const openDraftDatabase = (
  factory: IDBFactory,
  draftId: DraftId,
): Promise<{ database: IDBDatabase; isNew: boolean }> =>
  new Promise((resolve, reject) => {
    let isNew = false
    const request = factory.open(draftDatabaseName(draftId), version)
    request.addEventListener('upgradeneeded', () => {
      isNew = true
      request.result.createObjectStore(updatesStore, { autoIncrement: true })
      request.result.createObjectStore('custom')
      request.result.createObjectStore(outboxStore, { autoIncrement: true })
    })
    request.addEventListener('success', () => resolve({ database: request.result, isNew }))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not open')))
  })

/** Opens a database that is already there; null where there is none, and none is made. */
export const openExistingDraftDatabase = (factory: IDBFactory, draftId: DraftId): Promise<IDBDatabase | null> =>
  new Promise((resolve, reject) => {
    let isMissing = false
    const request = factory.open(draftDatabaseName(draftId), version)
    request.addEventListener('upgradeneeded', () => {
      isMissing = true
      request.transaction?.abort()
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      isMissing ? resolve(null) : reject(request.error ?? new Error('the database did not open')),
    )
  })

export const deleteDraftDatabase = (factory: IDBFactory, draftId: DraftId): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(draftDatabaseName(draftId))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('the database was not deleted')))
  })

/** Writes a batch in one transaction. Resolves when the browser has completed it, rejects with the reason it failed. */
export const writeBatch = (database: IDBDatabase, batch: Batch): Promise<void> => {
  const transaction = database.transaction([updatesStore, outboxStore], 'readwrite')
  const updates = transaction.objectStore(updatesStore)
  const outbox = transaction.objectStore(outboxStore)
  for (const update of batch.updates) updates.add(update)
  for (const [key, row] of batch.outbox) outbox.add(row, key)
  for (const key of batch.acknowledged) outbox.delete(key)
  return whenComplete(transaction)
}

/**
 * Puts one state and one waiting change in the place of all there is, in one transaction, made from what is stored at
 * that moment. Rejects, and nothing has changed, where `make` throws.
 */
export const replaceAll = (
  database: IDBDatabase,
  make: (updates: unknown[], outbox: OutboxRow[]) => { state: Uint8Array; waiting: readonly [number, OutboxRow] },
): Promise<void> => {
  const transaction = database.transaction([updatesStore, outboxStore], 'readwrite')
  const updates = transaction.objectStore(updatesStore)
  const outbox = transaction.objectStore(outboxStore)
  const there = updates.getAll()
  const waits = outbox.getAll()
  waits.addEventListener('success', () => {
    try {
      const { state, waiting } = make(there.result, waits.result.map(readRow))
      updates.clear()
      outbox.clear()
      updates.add(state)
      outbox.add(waiting[1], waiting[0])
    } catch {
      abort(transaction)
    }
  })
  return whenComplete(transaction)
}

/** The outbox in the order of its keys. A row that is not readable still counts as one waiting change. */
export const readOutbox = async (database: IDBDatabase): Promise<Map<number, OutboxRow>> => {
  const transaction = database.transaction(outboxStore, 'readonly')
  const store = transaction.objectStore(outboxStore)
  const keys = store.getAllKeys()
  const rows = store.getAll()
  await whenComplete(transaction)
  return new Map(keys.result.map((key, index) => [Number(key), readRow(rows.result[index])]))
}

export const readUpdates = async (database: IDBDatabase): Promise<unknown[]> => {
  const transaction = database.transaction(updatesStore, 'readonly')
  const rows = transaction.objectStore(updatesStore).getAll()
  await whenComplete(transaction)
  return rows.result
}

const readRow = (value: unknown): OutboxRow => {
  const { update, at, places } = (value ?? {}) as Record<string, unknown>
  return {
    update: update instanceof Uint8Array ? update : new Uint8Array([0, 0]),
    at: typeof at === 'number' ? at : 0,
    places: Array.isArray(places) ? places.filter((place) => typeof place === 'string') : [],
  }
}

/** A transaction that neither completes nor fails is given up, so that nobody waits for ever. */
const transactionLimitMs = 10_000

const whenComplete = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new Error('the database does not answer'))
      abort(transaction)
    }, transactionLimitMs)
    const settle = (act: () => void) => () => {
      clearTimeout(giveUp)
      act()
    }
    transaction.addEventListener('complete', settle(resolve))
    transaction.addEventListener(
      'abort',
      settle(() => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))),
    )
  })

/** So that it cannot complete later, after its batch was written by another connection. */
const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch {
    // It has ended after all, or its connection is gone.
  }
}

import { sealOutboxRow, type OutboxRow } from './outbox-row.ts'
import { customStore, outboxStore, updatesStore } from './store-names.ts'
import { whenComplete } from './transaction.ts'

/** A row that is not as it was written; `row` is null where the browser cannot even read it. */
export interface DamagedRow {
  store: typeof updatesStore | typeof outboxStore
  key: IDBValidKey
  row: unknown
}

/*
 * What is damaged lies in `custom`, y-indexeddb's store for whatever an app likes: a store of its own would make another
 * version of the database, which the release before could not open.
 */
const lackKey = 'lack'
const keyOf = (at: number, index: number): IDBValidKey => ['damaged', at, index]
const allKeys = (): IDBKeyRange => IDBKeyRange.bound(['damaged'], ['damaged', []])

/** Kept of each draft, the newest; more than a person's evening can damage. */
const maxKept = 1_000

/**
 * Moves damaged rows aside, where they are kept, and notes that something is missing until `noteMended`. In the outbox
 * comes in their place what `instead` holds for the key, so that nothing waiting is forgotten.
 */
export const moveAside = (
  database: IDBDatabase,
  rows: readonly DamagedRow[],
  instead: ReadonlyMap<number, OutboxRow>,
): Promise<void> => {
  const transaction = database.transaction([updatesStore, outboxStore, customStore], 'readwrite')
  const custom = transaction.objectStore(customStore)
  custom.put(true, lackKey)
  const at = Date.now()
  for (const [index, { store, key, row }] of rows.entries()) {
    // What cannot be read today may be readable tomorrow: it stays until the server has made good for it.
    if (row === null && store === updatesStore) continue
    custom.put({ store, key, row }, keyOf(at, index))
    if (store === updatesStore) transaction.objectStore(store).delete(key)
  }
  for (const [key, row] of instead) transaction.objectStore(outboxStore).put(sealOutboxRow(row), key)
  const kept = custom.getAllKeys(allKeys())
  kept.addEventListener('success', () => {
    for (const oldest of kept.result.slice(0, -maxKept)) custom.delete(oldest)
  })
  return whenComplete(transaction)
}

/** Part of a transaction that writes the whole document: nothing is missing any more, what nobody can read goes. */
export const noteMended = (transaction: IDBTransaction, unreadable: readonly IDBValidKey[]): void => {
  transaction.objectStore(customStore).delete(lackKey)
  for (const key of unreadable) transaction.objectStore(updatesStore).delete(key)
}

/** Whether something that was damaged has not been made good for yet. */
export const askLack = (transaction: IDBTransaction): IDBRequest<unknown> =>
  transaction.objectStore(customStore).get(lackKey)

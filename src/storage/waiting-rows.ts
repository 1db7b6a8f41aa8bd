import { readOutboxRow } from './outbox-row.ts'
import { outboxStore } from './store-names.ts'
import { whenComplete } from './transaction.ts'

/** One row of an outbox, as it is stored. */
export interface WaitingRow {
  seq: number
  update: Uint8Array
}

/** The rows of the outbox in their order, up to the first that is not as it was written: what follows may build on it. */
export const readWaitingRows = async (database: IDBDatabase): Promise<WaitingRow[]> => {
  const transaction = database.transaction(outboxStore, 'readonly')
  const store = transaction.objectStore(outboxStore)
  const keys = store.getAllKeys()
  const rows = store.getAll()
  await whenComplete(transaction)
  const waiting: WaitingRow[] = []
  for (const [index, key] of keys.result.entries()) {
    const { update } = readOutboxRow(rows.result[index])
    if (update === null) break
    waiting.push({ seq: Number(key), update })
  }
  return waiting
}

/** Drops rows that the server has on its disk. */
export const dropRows = (database: IDBDatabase, rows: readonly WaitingRow[]): Promise<void> => {
  const transaction = database.transaction(outboxStore, 'readwrite')
  for (const { seq } of rows) transaction.objectStore(outboxStore).delete(seq)
  return whenComplete(transaction)
}

import { askLack, type DamagedRow } from './damaged-rows.ts'
import { readOutboxRow, type OutboxRow } from './outbox-row.ts'
import { customStore, outboxStore, updatesStore } from './store-names.ts'
import { whenComplete } from './transaction.ts'

/** So many rows are asked for at a time: while they are applied, the browser reads the next. */
const rowsAtOnce = 2_000

/** Applies rows of `updates` in their order and returns which of them, by index, are not what was written. */
export type ApplyRows = (rows: readonly unknown[]) => readonly number[]

/** What lies in a draft's database beside its updates, which are applied as they are read. */
export class Stored {
  /** Without the rows that are damaged. */
  readonly outbox = new Map<number, OutboxRow>()
  readonly damaged: DamagedRow[] = []
  /** Something that was damaged earlier is still missing. */
  lacks = false
  rows = 0
  bytes = 0
  /** The largest row is what was compacted last. */
  largestBytes = 0
  readonly #apply: ApplyRows

  constructor(apply: ApplyRows) {
    this.#apply = apply
  }

  takeUpdates(rows: readonly unknown[], keys: readonly IDBValidKey[]): void {
    for (const index of this.#apply(rows)) this.#damage(updatesStore, keys[index], rows[index])
    this.rows += rows.length
    for (const row of rows) {
      const length = row instanceof Uint8Array ? row.length : 0
      this.bytes += length
      this.largestBytes = Math.max(this.largestBytes, length)
    }
  }

  takeOutbox(rows: readonly unknown[], keys: readonly IDBValidKey[]): void {
    for (const [index, value] of rows.entries()) {
      const { update, at, places } = readOutboxRow(value)
      if (update === null) this.#damage(outboxStore, keys[index], value)
      else this.outbox.set(Number(keys[index]), { update, at, places })
    }
  }

  #damage(store: DamagedRow['store'], key: IDBValidKey | undefined, row: unknown): void {
    if (key !== undefined) this.damaged.push({ store, key, row })
  }
}

/** Reads a draft's database. Rejects only where the database as a whole cannot be read. */
export const readStored = (database: IDBDatabase, apply: ApplyRows): Promise<Stored> =>
  // One value that the browser cannot read fails all that were asked for with it. To apply some twice does no harm.
  readAtOnce(database, new Stored(apply)).catch(() => readOneByOne(database, new Stored(apply)))

const everything = [updatesStore, outboxStore, customStore]

const readAtOnce = async (database: IDBDatabase, stored: Stored): Promise<Stored> => {
  const transaction = database.transaction(everything, 'readonly')
  const outbox = transaction.objectStore(outboxStore)
  const updates = transaction.objectStore(updatesStore)
  const lack = askLack(transaction)
  const waitingKeys = outbox.getAllKeys()
  const waiting = outbox.getAll()
  const readAfter = (last: IDBValidKey | undefined): void => {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true)
    const keys = updates.getAllKeys(range, rowsAtOnce)
    const rows = updates.getAll(range, rowsAtOnce)
    rows.addEventListener('success', () => {
      if (keys.result.length === rowsAtOnce) readAfter(keys.result.at(-1))
      stored.takeUpdates(rows.result, keys.result)
    })
  }
  readAfter(undefined)
  await whenComplete(transaction)
  stored.takeOutbox(waiting.result, waitingKeys.result)
  stored.lacks = lack.result !== undefined
  return stored
}

const readOneByOne = async (database: IDBDatabase, stored: Stored): Promise<Stored> => {
  for (const store of [updatesStore, outboxStore] as const) {
    const asking = database.transaction(store, 'readonly')
    const keys = asking.objectStore(store).getAllKeys()
    await whenComplete(asking)
    const reading = database.transaction(store, 'readonly')
    const rows = keys.result.map((key) => reading.objectStore(store).get(key) as IDBRequest<unknown>)
    // A value that cannot be read must not end the reading of the others.
    for (const row of rows) row.addEventListener('error', (event) => event.preventDefault())
    await whenComplete(reading)
    const values = rows.map((row) => (row.error === null ? row.result : null))
    if (store === updatesStore) stored.takeUpdates(values, keys.result)
    else stored.takeOutbox(values, keys.result)
  }
  const asking = database.transaction(customStore, 'readonly')
  const lack = askLack(asking)
  await whenComplete(asking)
  stored.lacks = lack.result !== undefined
  return stored
}

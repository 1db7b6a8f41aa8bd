import { askLack, type DamagedRow } from './damaged-rows.ts'
import { readOutboxRow, type OutboxRow } from './outbox-row.ts'
import { customStore, outboxStore, updatesStore } from './store-names.ts'
import { whenComplete } from './transaction.ts'

/** Rows with so many keys are one request, all made at once: while some are applied, the browser reads the next. */
const keysAtOnce = 2_000
const mostRequests = 100

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

  /** Returns which of them, by index, are damaged: whoever has their keys names them. */
  takeUpdates(rows: readonly unknown[]): readonly number[] {
    this.rows += rows.length
    for (const row of rows) {
      const length = row instanceof Uint8Array ? row.length : 0
      this.bytes += length
      this.largestBytes = Math.max(this.largestBytes, length)
    }
    return this.#apply(rows)
  }

  damagedUpdates(indices: readonly number[], rows: readonly unknown[], keys: readonly IDBValidKey[]): void {
    for (const index of indices) this.#damage(updatesStore, keys[index], rows[index])
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
  const readRange = (range: IDBKeyRange): void => {
    const rows = updates.getAll(range)
    rows.addEventListener('success', () => {
      const damaged = stored.takeUpdates(rows.result)
      if (damaged.length === 0) return
      const keys = updates.getAllKeys(range)
      keys.addEventListener('success', () => stored.damagedUpdates(damaged, rows.result, keys.result))
    })
  }
  const first = updates.openKeyCursor()
  const last = updates.openKeyCursor(null, 'prev')
  last.addEventListener('success', () => {
    if (first.result && last.result) for (const range of rangesFrom(first.result.key, last.result.key)) readRange(range)
  })
  await whenComplete(transaction)
  stored.takeOutbox(waiting.result, waitingKeys.result)
  stored.lacks = lack.result !== undefined
  return stored
}

/** What together holds all keys between two; y-indexeddb counts them up, and compaction leaves gaps. */
const rangesFrom = (first: IDBValidKey, last: IDBValidKey): IDBKeyRange[] => {
  if (typeof first !== 'number' || typeof last !== 'number') return [IDBKeyRange.bound(first, last)]
  const keys = Math.max(keysAtOnce, Math.ceil((last - first) / mostRequests))
  const ranges: IDBKeyRange[] = []
  for (let from = first; from <= last; from += keys) ranges.push(IDBKeyRange.bound(from, from + keys, false, true))
  return ranges
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
    if (store === updatesStore) stored.damagedUpdates(stored.takeUpdates(values), values, keys.result)
    else stored.takeOutbox(values, keys.result)
  }
  const asking = database.transaction(customStore, 'readonly')
  const lack = askLack(asking)
  await whenComplete(asking)
  stored.lacks = lack.result !== undefined
  return stored
}

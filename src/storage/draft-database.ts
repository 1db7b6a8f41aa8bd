import type { DocumentId } from '../domain/document-id.ts'
import { noteMended } from './damaged-rows.ts'
import { readOutboxRow, sealOutboxRow, type OutboxRow } from './outbox-row.ts'
import { openRow, sealRow } from './row-checksum.ts'
import { customStore, outboxStore, updatesStore } from './store-names.ts'
import { abort, whenComplete } from './transaction.ts'

/*
 * One IndexedDB per document: a draft's text, and its discussion. `updates` and `custom` are y-indexeddb's own stores, in
 * its format; `outbox` beside them holds the person's own changes until the server has acknowledged them. One transaction
 * writes both, so neither can be there without the other. Every row carries a checksum which the release before passes
 * over (row-checksum.ts).
 */
const version = 1

const emptyUpdate = new Uint8Array([0, 0])

/** What one transaction writes. `acknowledged` are outbox keys to delete. */
export interface Batch {
  updates: readonly Uint8Array[]
  outbox: ReadonlyMap<number, OutboxRow>
  acknowledged: readonly number[]
  /** All there is and all that waits: what another tab wrote of the same may be there. Otherwise a key taken is a failure. */
  isWhole?: boolean
  /** Set when `updates` hold the whole document after something was damaged (see damaged-rows.ts). */
  mended?: { unreadable: readonly IDBValidKey[] }
}

export const draftDatabaseName = (documentId: DocumentId): string => `draft-${documentId}`

/** Opens the draft's database and makes it where it is missing (`isNew`). Rejects when the browser refuses. */
export const openDraftDatabase = (
  factory: IDBFactory,
  documentId: DocumentId,
): Promise<{ database: IDBDatabase; isNew: boolean }> =>
  new Promise((resolve, reject) => {
    let isNew = false
    const request = factory.open(draftDatabaseName(documentId), version)
    request.addEventListener('upgradeneeded', () => {
      isNew = true
      request.result.createObjectStore(updatesStore, { autoIncrement: true })
      request.result.createObjectStore(customStore)
      request.result.createObjectStore(outboxStore, { autoIncrement: true })
    })
    request.addEventListener('success', () => resolve({ database: request.result, isNew }))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not open')))
  })

/** Opens a database that is already there; null where there is none, and none is made. */
export const openExistingDraftDatabase = (factory: IDBFactory, documentId: DocumentId): Promise<IDBDatabase | null> =>
  new Promise((resolve, reject) => {
    let isMissing = false
    const request = factory.open(draftDatabaseName(documentId), version)
    request.addEventListener('upgradeneeded', () => {
      isMissing = true
      request.transaction?.abort()
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      isMissing ? resolve(null) : reject(request.error ?? new Error('the database did not open')),
    )
  })

export const deleteDraftDatabase = (factory: IDBFactory, documentId: DocumentId): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(draftDatabaseName(documentId))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('the database was not deleted')))
  })

/** Writes a batch in one transaction. Resolves when the browser has completed it, rejects with the reason it failed. */
export const writeBatch = (database: IDBDatabase, batch: Batch): Promise<void> => {
  const stores = batch.mended ? [updatesStore, outboxStore, customStore] : [updatesStore, outboxStore]
  const transaction = database.transaction(stores, 'readwrite')
  const updates = transaction.objectStore(updatesStore)
  const outbox = transaction.objectStore(outboxStore)
  for (const update of batch.updates) updates.add(sealRow(update))
  for (const [key, row] of batch.outbox) {
    if (batch.isWhole) outbox.put(sealOutboxRow(row), key)
    else outbox.add(sealOutboxRow(row), key)
  }
  for (const key of batch.acknowledged) outbox.delete(key)
  if (batch.mended) noteMended(transaction, batch.mended.unreadable)
  // Not left to the browser, which would first tell this page of every row.
  transaction.commit()
  return whenComplete(transaction)
}

/**
 * Puts one state and one waiting change in the place of all there is, in one transaction, made from what is stored at
 * that moment. Rejects, and nothing has changed, where `make` throws or a row is not as it was written.
 */
export const replaceAll = (
  database: IDBDatabase,
  make: (held: readonly Uint8Array[]) => { state: Uint8Array; waiting: readonly [number, OutboxRow] },
): Promise<void> => {
  const transaction = database.transaction([updatesStore, outboxStore], 'readwrite')
  const updates = transaction.objectStore(updatesStore)
  const outbox = transaction.objectStore(outboxStore)
  const there = updates.getAll()
  const waits = outbox.getAll()
  waits.addEventListener('success', () => {
    try {
      const held = [...there.result.map(openRow), ...waits.result.map((row) => readOutboxRow(row).update)]
      const { state, waiting } = make(held.map(mustBeWhole))
      updates.clear()
      outbox.clear()
      updates.add(sealRow(state))
      outbox.add(sealOutboxRow(waiting[1]), waiting[0])
    } catch {
      abort(transaction)
    }
  })
  return whenComplete(transaction)
}

const mustBeWhole = (update: Uint8Array | null): Uint8Array => {
  if (update === null) throw new TypeError('a row is no update')
  return update
}

/** The updates that are as they were written, in their order. */
export const readUpdates = async (database: IDBDatabase): Promise<Uint8Array[]> => {
  const transaction = database.transaction(updatesStore, 'readonly')
  const rows = transaction.objectStore(updatesStore).getAll()
  await whenComplete(transaction)
  return rows.result.map(openRow).filter((update) => update !== null)
}

/** The outbox in the order of its keys. A row that is damaged still counts as one waiting change. */
export const readOutbox = async (database: IDBDatabase): Promise<Map<number, OutboxRow>> => {
  const transaction = database.transaction(outboxStore, 'readonly')
  const store = transaction.objectStore(outboxStore)
  const keys = store.getAllKeys()
  const rows = store.getAll()
  await whenComplete(transaction)
  return new Map(
    keys.result.map((key, index) => {
      const row = readOutboxRow(rows.result[index])
      return [Number(key), { ...row, update: row.update ?? emptyUpdate }]
    }),
  )
}

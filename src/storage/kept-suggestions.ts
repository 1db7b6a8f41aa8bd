import * as v from 'valibot'
import type { DraftId } from '../domain/draft-id.ts'
import { thisDevice, type Device } from './device.ts'
import { whenComplete } from './transaction.ts'
import { within } from './within.ts'

/*
 * What somebody is typing as a suggestion and has not said yet, kept with each change, in a database of its own beside
 * the draft's: an app of an earlier release does not know it.
 */
const openLimitMs = 4_000

const store = 'typed'

const rowSchema = v.object({
  /** The page it is typed on, and the section. */
  page: v.string(),
  section: v.string(),
  /** What is to be said, as JSON of entries without who and when. */
  entries: v.string(),
})
export type KeptSuggestion = v.InferOutput<typeof rowSchema>

/** Nothing here rejects. */
export interface KeptSuggestions {
  list(): Promise<KeptSuggestion[]>
  /** False where the browser did not take it. */
  write(row: KeptSuggestion): Promise<boolean>
  remove(row: Pick<KeptSuggestion, 'page' | 'section'>): Promise<void>
  close(): void
}

const databaseName = (draftId: DraftId): string => `suggested-${draftId}`

const openDatabase = (factory: IDBFactory, draftId: DraftId): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = factory.open(databaseName(draftId), 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(store, { keyPath: ['page', 'section'] }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the suggestions did not open')))
  })

export const openKeptSuggestions = (draftId: DraftId, { databases }: Device = thisDevice()): KeptSuggestions => {
  let opening: Promise<IDBDatabase | null> | null = null
  const connect = async (): Promise<IDBDatabase | null> => {
    const database = databases && (await within(openLimitMs, openDatabase(databases, draftId)).catch(() => null))
    const forget = (): void => {
      opening = null
    }
    if (database === null) forget()
    database?.addEventListener('close', forget)
    database?.addEventListener('versionchange', () => {
      forget()
      database.close()
    })
    return database
  }
  const ask = async <T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T | null> => {
    try {
      const database = await (opening ??= connect())
      if (database === null) return null
      const transaction = database.transaction(store, mode)
      const request = work(transaction.objectStore(store))
      await whenComplete(transaction)
      return request.result
    } catch {
      return null
    }
  }
  return {
    list: async () =>
      ((await ask<unknown[]>('readonly', (rows) => rows.getAll())) ?? []).flatMap((row) => {
        const parsed = v.safeParse(rowSchema, row)
        return parsed.success ? [parsed.output] : []
      }),
    write: async (row) => (await ask('readwrite', (rows) => rows.put(row))) !== null,
    remove: async ({ page, section }) => {
      await ask('readwrite', (rows) => rows.delete([page, section]))
    },
    close: () => {
      void opening?.then((database) => database?.close())
      opening = null
    },
  }
}

/** Takes them off this device; nothing where there are none. */
export const removeKeptSuggestions = (draftId: DraftId, { databases }: Device = thisDevice()): Promise<void> =>
  new Promise((resolve, reject) => {
    if (databases === null) return resolve()
    const request = databases.deleteDatabase(databaseName(draftId))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('the suggestions were not deleted')))
  })

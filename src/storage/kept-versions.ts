import * as v from 'valibot'
import type { DraftId } from '../domain/draft-id.ts'
import { versionSchema } from '../domain/version.ts'
import { thisDevice, type Device } from './device.ts'
import { openVersionsDatabase, versionsStore } from './versions-database.ts'
import { whenComplete } from './transaction.ts'
import { within } from './within.ts'

/*
 * Versions of a draft on this device, in a database of their own beside the draft's: an app of an earlier release does
 * not know it, and nothing of the draft depends on it.
 */
const openLimitMs = 4_000

const keptVersionSchema = v.object({
  ...versionSchema.entries,
  /** The whole draft as one Yjs update; null while only the server has it. */
  state: v.nullable(v.custom<Uint8Array>((value) => value instanceof Uint8Array)),
  /** Made here, and the server has not got it yet. */
  isWaiting: v.boolean(),
  /** Made by this device for itself: the server is never told. */
  isOwn: v.boolean(),
})
export type KeptVersion = v.InferOutput<typeof keptVersionSchema>

/** Nothing here rejects: what the browser does not take lasts as long as this is open. */
export interface KeptVersions {
  list(): Promise<KeptVersion[]>
  /** False where they are kept only until this is closed. */
  write(versions: readonly KeptVersion[]): Promise<boolean>
  remove(ids: readonly string[]): Promise<void>
  close(): void
}

export const openKeptVersions = (draftId: DraftId, { databases }: Device = thisDevice()): KeptVersions => {
  const inMemory = new Map<string, KeptVersion>()
  let opening: Promise<IDBDatabase | null> | null = null

  const connect = async (): Promise<IDBDatabase | null> => {
    const database =
      databases && (await within(openLimitMs, openVersionsDatabase(databases, draftId)).catch(() => null))
    const forget = (): void => {
      opening = null
    }
    if (database === null) forget()
    database?.addEventListener('close', forget)
    // Somebody wants to delete it, or a newer app to renew it.
    database?.addEventListener('versionchange', () => {
      forget()
      database.close()
    })
    return database
  }

  /** Null where the browser refuses. */
  const ask = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T> | null) => {
    try {
      const database = await (opening ??= connect())
      if (database === null) return null
      const transaction = database.transaction(versionsStore, mode)
      const request = work(transaction.objectStore(versionsStore))
      await whenComplete(transaction)
      return { result: request?.result ?? null }
    } catch {
      return null
    }
  }

  return {
    list: async () => {
      const stored = await ask<unknown[]>('readonly', (store) => store.getAll())
      const kept = (stored?.result ?? []).flatMap((row) => {
        const parsed = v.safeParse(keptVersionSchema, row)
        return parsed.success ? [parsed.output] : []
      })
      return [...kept.filter(({ id }) => !inMemory.has(id)), ...inMemory.values()]
    },
    write: async (versions) => {
      const written = await ask('readwrite', (store) => {
        for (const version of versions) store.put(version)
        return null
      })
      for (const version of versions) {
        if (written) inMemory.delete(version.id)
        else inMemory.set(version.id, version)
      }
      return written !== null
    },
    remove: async (ids) => {
      for (const id of ids) inMemory.delete(id)
      await ask('readwrite', (store) => {
        for (const id of ids) store.delete(id)
        return null
      })
    },
    close: () => {
      void opening?.then((database) => database?.close())
      opening = null
    },
  }
}

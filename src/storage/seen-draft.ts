import * as v from 'valibot'
import { meanwhileSchema } from '../domain/meanwhile.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { Device } from './device.ts'
import { openExistingDraftDatabase } from './draft-database.ts'
import { noteRefused } from './torn-log.ts'

const seenDraftSchema = v.object({
  /** The whole draft as its person last saw it with the others there, as a Yjs update; null before that ever was. */
  state: v.nullable(v.custom<Uint8Array>((value) => value instanceof Uint8Array)),
  /** When that was, in ms since 1970. */
  at: v.number(),
  /** Yjs client ids under which this device has written since. */
  ids: v.array(v.number()),
  /** What others changed while this person was away and that they have not looked at. */
  meanwhile: v.fallback(v.nullable(meanwhileSchema), null),
})
export type SeenDraft = v.InferOutput<typeof seenDraftSchema>

/** What somebody has seen of one draft, beside its text in the draft's own database. Nothing here rejects. */
export interface SeenDraftStore {
  /** Null where nothing readable is kept. */
  read(): Promise<SeenDraft | null>
  write(seen: SeenDraft): Promise<void>
  close(): void
}

/** In y-indexeddb's store for whatever an app wants to keep. */
const [storeName, key] = ['custom', 'seen']

export const openSeenDraftStore = (draftId: DraftId, { databases }: Device): SeenDraftStore => {
  let opening: Promise<IDBDatabase | null> | null = null
  let isClosed = false

  /** Stays open, so that a page that is being closed can still write. */
  const open = async (): Promise<IDBDatabase | null> => {
    const database = databases && (await openExistingDraftDatabase(databases, draftId).catch(() => null))
    const forget = (): void => {
      opening = null
    }
    database?.addEventListener('close', forget)
    database?.addEventListener('versionchange', () => {
      forget()
      database.close()
    })
    if (database === null) forget()
    return database
  }

  const request = async (work: (store: IDBObjectStore) => IDBRequest, mode: IDBTransactionMode): Promise<unknown> => {
    if (isClosed) return null
    const database = await (opening ??= open())
    if (database === null) return null
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(storeName, mode)
        const asked = work(transaction.objectStore(storeName))
        transaction.addEventListener('complete', () => resolve(asked.result))
        transaction.addEventListener('abort', () => {
          noteRefused(databases, transaction.error)
          resolve(null)
        })
      } catch {
        // The connection is gone: what somebody has seen is not worth more than trying again the next time.
        opening = null
        resolve(null)
      }
    })
  }

  return {
    read: async () => {
      const parsed = v.safeParse(seenDraftSchema, await request((store) => store.get(key), 'readonly'))
      return parsed.success ? parsed.output : null
    },
    write: async (seen) => {
      await request((store) => store.put(seen, key), 'readwrite')
    },
    close: () => {
      isClosed = true
      void opening?.then((database) => database?.close())
    },
  }
}

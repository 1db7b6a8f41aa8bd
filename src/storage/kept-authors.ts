import * as v from 'valibot'
import type { DraftId } from '../domain/draft-id.ts'
import { personSchema } from '../domain/person.ts'
import { thisDevice, type Device } from './device.ts'
import { whenComplete } from './transaction.ts'
import { authorsStore, openVersionsDatabase } from './versions-database.ts'
import { within } from './within.ts'

const openLimitMs = 4_000

const keptAuthorSchema = v.object({
  clientId: v.number(),
  /** Missing in what an earlier release kept. */
  memberId: v.optional(v.string()),
  organisation: personSchema.entries.organisation,
  sector: personSchema.entries.sector,
})
export type KeptAuthor = v.InferOutput<typeof keptAuthorSchema>

/** Whose organisation wrote under which Yjs client id, as the server once said. Nothing here rejects. */
export interface KeptAuthors {
  list(): Promise<KeptAuthor[]>
  write(authors: readonly KeptAuthor[]): Promise<void>
  close(): void
}

/** Where the browser refuses, nothing is kept: the server is asked again the next time. */
export const openKeptAuthors = (draftId: DraftId, { databases }: Device = thisDevice()): KeptAuthors => {
  const connect = async (): Promise<IDBDatabase | null> => {
    const database =
      databases && (await within(openLimitMs, openVersionsDatabase(databases, draftId)).catch(() => null))
    database?.addEventListener('versionchange', () => database.close())
    return database
  }
  const opening = connect()
  return {
    list: async () => {
      try {
        const transaction = (await opening)?.transaction(authorsStore)
        if (!transaction) return []
        const request = transaction.objectStore(authorsStore).getAll() as IDBRequest<unknown[]>
        await whenComplete(transaction)
        return request.result.flatMap((row) => {
          const parsed = v.safeParse(keptAuthorSchema, row)
          return parsed.success ? [parsed.output] : []
        })
      } catch {
        return []
      }
    },
    write: async (authors) => {
      try {
        const transaction = (await opening)?.transaction(authorsStore, 'readwrite')
        if (!transaction) return
        for (const author of authors) transaction.objectStore(authorsStore).put(author)
        await whenComplete(transaction)
      } catch {
        // Asked again the next time.
      }
    },
    close: () => void opening.then((database) => database?.close()),
  }
}

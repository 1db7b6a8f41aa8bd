import type { DocumentId } from '../domain/document-id.ts'
import { thisDevice, type Device } from './device.ts'
import { draftDatabaseName, openExistingDraftDatabase, readOutbox, readUpdates } from './draft-database.ts'
import type { OutboxRow } from './outbox-row.ts'

/** What is in a draft's database and is as it was written. Yjs may still find a row from before the checksums unreadable. */
export interface StoredDraft {
  rows: readonly Uint8Array[]
  outbox: ReadonlyMap<number, OutboxRow>
}

/** Reads one document of a draft without opening it; nothing where it is not on this device. Rejects where the browser refuses. */
export const readStoredDraft = async (
  documentId: DocumentId,
  { databases }: Device = thisDevice(),
): Promise<StoredDraft | null> => {
  const database = databases && (await openExistingDraftDatabase(databases, documentId))
  if (!database) return null
  try {
    const outbox = await readOutbox(database)
    return { rows: await readUpdates(database), outbox }
  } finally {
    database.close()
  }
}

/** The ids of the documents that have a database here; none where the browser does not tell. */
export const listDraftDatabases = async ({ databases }: Device = thisDevice()): Promise<string[]> => {
  const prefix = draftDatabaseName('' as DocumentId)
  const all = databases && 'databases' in databases ? await databases.databases() : []
  return all.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}

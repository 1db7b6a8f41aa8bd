import type { DraftId } from '../domain/draft-id.ts'
import { thisDevice, type Device } from './device.ts'
import { openExistingDraftDatabase, readOutbox, readUpdates, type OutboxRow } from './draft-database.ts'

/** What is in a draft's database, row by row as it stands there; some of it may be spoiled. */
export interface StoredDraft {
  rows: readonly unknown[]
  outbox: ReadonlyMap<number, OutboxRow>
}

/** Reads a draft without opening it; nothing where it is not on this device. Rejects where the browser refuses. */
export const readStoredDraft = async (
  draftId: DraftId,
  { databases }: Device = thisDevice(),
): Promise<StoredDraft | null> => {
  const database = databases && (await openExistingDraftDatabase(databases, draftId))
  if (!database) return null
  try {
    const outbox = await readOutbox(database)
    return { rows: await readUpdates(database), outbox }
  } finally {
    database.close()
  }
}

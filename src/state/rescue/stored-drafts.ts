import { isDraftId, type DraftId } from '../../domain/draft-id.ts'
import { listDraftDatabases } from '../../storage/stored-draft.ts'
import { within } from '../../storage/within.ts'
import type { Desk } from '../desk.ts'

/** A browser that does not answer is not waited for longer. */
const patienceMs = 5_000

/** The drafts that lie on this device, by what it remembers of them and by their databases alone. Never rejects. */
export const listStoredDrafts = async ({
  deviceStore,
  surroundings,
}: Desk): Promise<{ draftId: DraftId; title: string }[]> => {
  const titles = new Map<DraftId, string>()
  for (const name of await within(patienceMs, listDraftDatabases(surroundings.device)).catch(() => [])) {
    if (isDraftId(name)) titles.set(name, '')
  }
  const records = await within(patienceMs, deviceStore.listDrafts()).catch(() => [])
  for (const { draftId, title } of records) titles.set(draftId, title)
  return Array.from(titles, ([draftId, title]) => ({ draftId, title }))
}

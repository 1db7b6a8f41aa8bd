import { documentsOf } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { Device } from '../storage/device.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import { within } from '../storage/within.ts'
import type { Desk } from './desk.ts'

/** A browser that does not answer is not waited for longer. */
const limitMs = 3_000

/**
 * How much of a draft the server has not got, as a person counts: changes, what was said, versions, agreement. What cannot
 * be read may be waiting: that counts as one change.
 */
export const countWaiting = async ({ drafts, deviceStore, surroundings }: Desk, draftId: DraftId): Promise<number> => {
  const live = await drafts.get(draftId)
  if (live) return live.facts().waiting
  const { actsWaiting = 0, versionsWaiting = 0 } = (await deviceStore.readDraft(draftId)) ?? {}
  const stored = await within(limitMs, countStored(draftId, surroundings.device)).catch(() => 1)
  return stored + actsWaiting + versionsWaiting
}

/** What waits in a draft's documents on this device, changes that only another tab has stored among it. */
export const countStored = async (draftId: DraftId, device: Device): Promise<number> => {
  const [text = [], talk = []] = await Promise.all(documentsOf(draftId).map((id) => readWaiting(id, device)))
  return countChanges(text) + talk.length
}

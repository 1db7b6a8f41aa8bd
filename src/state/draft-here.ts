import type { DraftId } from '../domain/draft-id.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'

/** Whether the draft's text was ever on this device: brought by the server, or begun here. */
export const hasText = async ({ deviceStore, surroundings, drafts }: Desk, draftId: DraftId): Promise<boolean> => {
  if (drafts.get(draftId) !== null) return true
  const record = await deviceStore.readDraft(draftId)
  if (record === null) return false
  if (!record.registered || record.lastContactAt !== null) return true
  return (await readWaiting(draftId, surroundings.device)).length > 0
}

/**
 * Begins to read a draft of this device before any screen asks for it. Costs nothing where it is not here; if no screen
 * takes it up, it is closed again after a moment.
 */
export const readAhead = async (desk: Desk, draftId: DraftId): Promise<void> => {
  if (!(await hasText(desk, draftId))) return
  const held = await desk.hold(draftId)
  if (held.ok) await desk.drafts.release(draftId)
}

import type { DraftId } from '../domain/draft-id.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'

/** Whether the draft's text was ever on this device, which has this record of it: brought by the server, or begun here. */
export const hasText = async (
  { surroundings, drafts }: Desk,
  draftId: DraftId,
  record: DraftRecord | null,
): Promise<boolean> => {
  const live = await drafts.get(draftId)
  if (live) return wasBrought(live.record()) || live.storage.waiting().length > 0
  if (record === null) return false
  return wasBrought(record) || (await readWaiting(draftId, surroundings.device)).length > 0
}

const wasBrought = ({ registered, lastContactAt }: DraftRecord): boolean => !registered || lastContactAt !== null

/**
 * Begins to read a draft of this device before any screen asks for it. Costs nothing where it is not here; if no screen
 * takes it up, it is closed again after a moment.
 */
export const readAhead = async (desk: Desk, draftId: DraftId): Promise<void> => {
  const held = await desk.hold(draftId)
  if (held.ok) await desk.drafts.release(draftId)
}

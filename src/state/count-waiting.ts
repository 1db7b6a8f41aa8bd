import { discussionOf } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { countChanges } from '../storage/count-changes.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'

/** How much of a draft the server has not got, as a person counts: changes, what was said, versions, agreement. */
export const countWaiting = async ({ drafts, deviceStore, surroundings }: Desk, draftId: DraftId): Promise<number> => {
  const live = await drafts.get(draftId)
  if (live) return live.facts().waiting
  const [text, talk, record] = await Promise.all([
    readWaiting(draftId, surroundings.device),
    readWaiting(discussionOf(draftId), surroundings.device),
    deviceStore.readDraft(draftId),
  ])
  const { actsWaiting = 0, versionsWaiting = 0 } = record ?? {}
  return countChanges(text) + talk.length + actsWaiting + versionsWaiting
}

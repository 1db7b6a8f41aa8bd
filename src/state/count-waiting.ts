import { discussionOf } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { countChanges } from '../storage/count-changes.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'

/** How many changes of a draft the server has not got, as a person counts, what is said about it included. */
export const countWaiting = async ({ drafts, surroundings }: Desk, draftId: DraftId): Promise<number> => {
  const live = await drafts.get(draftId)
  if (live) return live.facts().waiting
  const [text, talk] = await Promise.all([
    readWaiting(draftId, surroundings.device),
    readWaiting(discussionOf(draftId), surroundings.device),
  ])
  return countChanges(text) + talk.length
}

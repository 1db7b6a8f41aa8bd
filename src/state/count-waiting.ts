import { discussionOf } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { countChanges } from '../storage/count-changes.ts'
import { within } from '../storage/within.ts'
import { readWaiting } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'

/** A browser that does not answer is not waited for longer. */
const limitMs = 3_000

/** How much of a draft the server has not got, as a person counts: changes, what was said, versions, agreement. What cannot be read may be waiting: that counts as one change. */
export const countWaiting = async ({ drafts, deviceStore, surroundings }: Desk, draftId: DraftId): Promise<number> => {
  const live = await drafts.get(draftId)
  if (live) return live.facts().waiting
  const { actsWaiting = 0, versionsWaiting = 0 } = (await deviceStore.readDraft(draftId)) ?? {}
  const documents = Promise.all([draftId, discussionOf(draftId)].map((id) => readWaiting(id, surroundings.device)))
  const said = await within(limitMs, documents)
    .then(([text = [], talk = []]) => countChanges(text) + talk.length)
    .catch(() => 1)
  return said + actsWaiting + versionsWaiting
}

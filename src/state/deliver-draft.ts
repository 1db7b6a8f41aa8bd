import type { DraftId } from '../domain/draft-id.ts'
import type { Desk } from './desk.ts'
import type { DraftDiscussion } from './discussion/draft-discussion.ts'
import type { LiveDraft } from './live-draft.ts'

/** A line that brings nothing for this long is left for later. */
const limitMs = 30_000

/** Opens a draft without a screen until nothing waits. False when something still does: not reached, or refused. */
export const deliverDraft = async (desk: Desk, draftId: DraftId): Promise<boolean> => {
  const held = await desk.hold(draftId)
  if (!held.ok) return false
  // The status counts what waits of it too.
  const discussion = await held.value.discussion().catch(() => null)
  const isDelivered = await whenDelivered(held.value, discussion)
  if (isDelivered && held.value.record().versionsWaiting) {
    await held.value.versions().then((versions) => versions.whenDelivered())
  }
  if (isDelivered && held.value.record().actsWaiting) {
    await held.value.agreement().then((agreement) => agreement.whenDelivered())
  }
  const isAll = isDelivered && held.value.facts().waiting === 0
  await desk.drafts.release(draftId)
  return isAll
}

/** Resolves once the server has both documents; versions and agreement are sent after them. */
const whenDelivered = (live: LiveDraft, discussion: DraftDiscussion | null): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (isDelivered: boolean) => {
      clearTimeout(limit)
      stop()
      resolve(isDelivered)
    }
    const look = () => {
      const { connection, waiting } = live.documentFacts()
      if (connection.name === 'refused') settle(false)
      const isHeard = discussion === null || live.record().talkHeardAt
      if (connection.name === 'live' && waiting === 0 && isHeard) settle(true)
    }
    const limit = setTimeout(() => settle(false), limitMs)
    const stop = live.onFacts(look)
    look()
  })

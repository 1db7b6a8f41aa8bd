import { isDraftId, type DraftId } from '../domain/draft-id.ts'

const prefix = 'deliver-'

/** Under this tag the page asks the browser to have a draft's outbox delivered in the background (Background Sync). */
export const deliveryTag = (draftId: DraftId): string => prefix + draftId

/** Null for any other tag. */
export const draftIdOfTag = (tag: string): DraftId | null => {
  const id = tag.startsWith(prefix) ? tag.slice(prefix.length) : null
  return isDraftId(id) ? id : null
}

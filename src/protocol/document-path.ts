import { discussionOf, draftOf, isDiscussion, type DocumentId } from '../domain/document-id.ts'
import { isDraftId } from '../domain/draft-id.ts'

const discussionPart = '/discussion'

/** How addresses name a document: `<draftId>` its content, `<draftId>/discussion` what is said about it. */
export const documentPath = (documentId: DocumentId): string =>
  isDiscussion(documentId) ? draftOf(documentId) + discussionPart : documentId

/** The document that an address names; null where it names none. */
export const documentAt = (path: string): DocumentId | null => {
  const isTalk = path.endsWith(discussionPart)
  const draftId = isTalk ? path.slice(0, -discussionPart.length) : path
  if (!isDraftId(draftId)) return null
  return isTalk ? discussionOf(draftId) : draftId
}

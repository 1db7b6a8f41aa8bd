import { isDraftId, type DraftId } from './draft-id.ts'

declare const brand: unique symbol
/** Names the discussion of a draft, which is a document of its own. */
export type DiscussionId = string & { readonly [brand]: 'DiscussionId' }

/** Names one shared document: a draft's content goes by the draft's own id. */
export type DocumentId = DraftId | DiscussionId

const ending = '.discussion'

export const discussionOf = (draftId: DraftId): DiscussionId => (draftId + ending) as DiscussionId

export const isDiscussion = (documentId: DocumentId): documentId is DiscussionId => documentId.endsWith(ending)

/** The draft that a document belongs to. */
export const draftOf = (documentId: DocumentId): DraftId =>
  isDiscussion(documentId) ? (documentId.slice(0, -ending.length) as DraftId) : documentId

/** Both documents of a draft. */
export const documentsOf = (draftId: DraftId): readonly DocumentId[] => [draftId, discussionOf(draftId)]

export const isDocumentId = (value: unknown): value is DocumentId =>
  typeof value === 'string' && isDraftId(value.endsWith(ending) ? value.slice(0, -ending.length) : value)

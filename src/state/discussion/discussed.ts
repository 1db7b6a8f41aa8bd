import type { Application } from '../../domain/application.ts'
import type { DiscussionSheet } from '../../domain/discussion-sheet.ts'
import type { DraftDiscussion } from './draft-discussion.ts'

/** A draft that is talked about. These reject when the part of the app that knows what is said cannot be had. */
export interface Discussed {
  discussion(): Promise<DraftDiscussion>
  /** What is said about it, for documents of this application; null where there is nothing to take along. */
  discussionFor(application: Application, withSettled: boolean): Promise<DiscussionSheet | null>
}

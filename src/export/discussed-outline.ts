import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { Application } from '../domain/application.ts'
import type { DiscussionSheet, SheetThread } from '../domain/discussion-sheet.ts'
import { annotate } from './annotate.ts'
import { discussionBlocks } from './discussion-blocks.ts'
import type { DocumentWords } from './document-words.ts'
import { outlineOf, type Outline } from './outline.ts'

/** What Word needs to show comments and proposals at their place. */
export interface DiscussedOutline {
  outline: Outline
  application: Application
  comments: readonly SheetThread[]
}

/** The outline with the discussion in it; suggestions that have no place in the text are listed at its end. */
export const discussedOutline = (
  application: Application,
  words: DocumentWords,
  sheet: AgreementSheet | null,
  discussion: DiscussionSheet,
): DiscussedOutline => {
  const { application: annotated, comments, unplaced } = annotate(application, discussion)
  const appendix =
    unplaced.length > 0 ? discussionBlocks({ threads: unplaced }, application, words, words.discussion.unplaced) : []
  return { outline: outlineOf(annotated, words, sheet, appendix), application, comments }
}

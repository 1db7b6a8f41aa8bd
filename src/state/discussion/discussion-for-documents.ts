import { createAnchorReader, wordsOf } from '../../document/anchor.ts'
import { textName } from '../../document/names.ts'
import type { Application } from '../../domain/application.ts'
import { discussionSheet, type DiscussionSheet, type FindPassage } from '../../domain/discussion-sheet.ts'
import type { LiveDraft } from '../live-draft.ts'

/**
 * What is said about a draft, for documents of an application; null where there is nothing to take along. Passages are
 * found only where the application reads as the draft does: a frozen package may not. Rejects as `LiveDraft.discussion`.
 */
export const discussionForDocuments = async (
  live: LiveDraft,
  { sections }: Application,
  withSettled: boolean,
): Promise<DiscussionSheet | null> => {
  const discussion = await live.discussion()
  const readers = new Map(
    sections.flatMap(({ id, lines }) => {
      const text = live.doc.getText(textName(id))
      const said = lines.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
      const words = wordsOf(text)
      return words === said || words === `${said}\n` ? [[id, createAnchorReader(text)] as const] : []
    }),
  )
  const find: FindPassage = ({ section, ...anchor }) => {
    const place = readers.get(section)?.(anchor) ?? null
    return place === null || place.isGone ? null : { from: place.from, to: place.to }
  }
  return discussionSheet(discussion.view.getState(), find, withSettled)
}

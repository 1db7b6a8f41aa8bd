import * as Y from 'yjs'
import { createDiscussionReader } from '../../src/document/discussion.ts'
import { entriesName } from '../../src/document/names.ts'
import type { Mention } from '../../src/domain/discussion-entry.ts'
import { openContent, type ContentLog } from './compact-content.ts'

/** Something that was said: by whom, about which section, and whom it names. Never what. */
export interface News {
  kind: 'comment' | 'suggestion'
  /** Null where it is about a field or the whole draft. */
  section: string | null
  memberId: string
  mentions: readonly Mention[]
}

/** What is in a discussion and was not when it had this state vector; null for all of it. */
export const readNews = (log: ContentLog, since: Uint8Array | null): { news: News[]; vector: Uint8Array } => {
  const doc = openContent(log)
  const known = since ? Y.decodeStateVector(since) : new Map<number, number>()
  const isNew = (id: string): boolean => {
    // oxlint-disable-next-line no-underscore-dangle -- the name is Yjs's; its public reading tells no ids
    const item = doc.getMap(entriesName)._map.get(id)
    return item !== undefined && item.id.clock >= (known.get(item.id.client) ?? 0)
  }
  const { threads } = createDiscussionReader(doc)()
  const news = threads.flatMap((thread): News[] => {
    const section = thread.kind === 'suggestion' ? thread.proposed.section : sectionOf(thread.subject)
    return [thread.opening, ...thread.replies].flatMap(({ id, by, mentions, isWithdrawn }, index) =>
      isNew(id) && !isWithdrawn
        ? [{ kind: index === 0 ? thread.kind : 'comment', section, memberId: by.member, mentions }]
        : [],
    )
  })
  const vector = Y.encodeStateVector(doc)
  doc.destroy()
  return { news, vector }
}

const sectionOf = (subject: { on: string; section?: string }): string | null => subject.section ?? null

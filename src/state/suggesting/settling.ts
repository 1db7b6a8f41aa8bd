import type { StoreApi } from 'zustand/vanilla'
import { textName } from '../../document/names.ts'
import { acceptChanged, acceptSuggestions, isInTwice, isTakenBack, takeOut } from '../../document/settle-suggestions.ts'
import { createStandingReader, type Standing } from '../../document/suggestion.ts'
import type { EntryId, NewEntry } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { DraftView } from '../draft-view.ts'
import type { LiveDraft } from '../live-draft.ts'
import { openSuggestions } from './drawn-suggestions.ts'

export type { Standing }

/** Makes an edit of the section's text that its editor takes back on its own. */
export type AsOneEdit = (edit: () => void) => void

/** Deciding on suggestions. Acts that this person may not do do nothing. */
export interface Settling {
  /** Whether this person may write a section's text now, and so take suggestions into it. */
  mayAccept(sectionId: string): boolean
  mayDecline(): boolean
  /** How it stands to the text now; null where its place cannot be told any more. */
  standing(suggestion: Suggestion): Standing | null
  /** Takes in those whose words stand as they did, of one section. Returns those about which somebody has to decide. */
  accept(sectionId: string, ids: readonly EntryId[], asOneEdit: AsOneEdit): readonly EntryId[]
  /** False, and nothing has happened, where the text is not as it was `seen` any more, or others have decided. */
  acceptChanged(suggestion: Suggestion, how: 'replace' | 'both', seen: Standing | null, asOneEdit: AsOneEdit): boolean
  decline(id: EntryId, words: string): void
  reopen(id: EntryId): void
  /** Its words are out of the text again, so that it can be opened again. */
  isTakenBack(suggestion: Suggestion): boolean
  /** Accepted by two at the same time: its words stand there twice. */
  isInTwice(suggestion: Suggestion): boolean
  /** Takes out what the later of the two wrote. */
  takeOutOne(suggestion: Suggestion, asOneEdit: AsOneEdit): void
}

export const createSettling = (live: LiveDraft, discussion: DraftDiscussion, draft: StoreApi<DraftView>): Settling => {
  const textOf = (sectionId: string) => live.doc.getText(textName(sectionId))
  const maySettle = () => discussion.view.getState().maySettle && draft.getState().mayWrite
  const mayAccept = (sectionId: string): boolean =>
    maySettle() && draft.getState().sections.find(({ section }) => section.id === sectionId)?.whyNot === null
  const say = (entries: readonly NewEntry[]): void => void (entries.length > 0 && discussion.addAll(entries))
  return {
    mayAccept,
    mayDecline: maySettle,
    standing: ({ proposed }) => createStandingReader(textOf(proposed.section))(proposed),
    accept: (sectionId, ids, asOneEdit) => {
      if (!mayAccept(sectionId)) return ids
      const wanted = new Set(ids)
      const open = openSuggestions(discussion.view.getState().threads).filter(
        ({ id, proposed }) => wanted.has(id) && proposed.section === sectionId,
      )
      let left: readonly EntryId[] = []
      asOneEdit(() => {
        const result = acceptSuggestions(textOf(sectionId), open)
        left = result.left
        say(result.accepted.map(({ id, wrote }) => ({ type: 'accepted', of: id, wrote: [...wrote] })))
      })
      return left
    },
    acceptChanged: ({ id, proposed }, how, seen, asOneEdit) => {
      const text = textOf(proposed.section)
      const isOpen = openSuggestions(discussion.view.getState().threads).some((each) => each.id === id)
      const now = createStandingReader(text)(proposed)
      if (!mayAccept(proposed.section) || !isOpen || now?.now !== seen?.now) return false
      asOneEdit(() => {
        const wrote = acceptChanged(text, proposed, how)
        say([{ type: 'accepted', of: id, wrote: [...wrote] }])
      })
      return true
    },
    decline: (id, words) => {
      if (maySettle()) say([{ type: 'declined', of: id, words: words.trim() }])
    },
    reopen: (id) => {
      if (maySettle()) say([{ type: 'reopened', of: id }])
    },
    isTakenBack: ({ state, proposed, wrote }) =>
      state === 'accepted' && isTakenBack(textOf(proposed.section), proposed, wrote),
    isInTwice: ({ proposed, acceptances }) =>
      acceptances.length > 1 &&
      isInTwice(
        textOf(proposed.section),
        acceptances.map(({ wrote }) => wrote),
      ),
    takeOutOne: ({ proposed, acceptances }, asOneEdit) => {
      const later = acceptances.at(-1)
      if (!later || !mayAccept(proposed.section)) return
      asOneEdit(() => takeOut(textOf(proposed.section), later.wrote))
    },
  }
}

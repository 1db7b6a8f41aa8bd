import type * as Y from 'yjs'
import { createStandingReader } from '../../document/suggestion.ts'
import { isSameAuthor } from '../../domain/discussion-entry.ts'
import type { Suggestion, Thread } from '../../domain/discussion.ts'
import type { ShownSuggestion } from '../../editor/suggesting/draw-suggestions.ts'
import type { DraftView } from '../draft-view.ts'

export const openSuggestions = (threads: readonly Thread[]): Suggestion[] =>
  threads.filter((thread): thread is Suggestion => thread.kind === 'suggestion' && thread.state === 'open')

export const acceptedSuggestions = (threads: readonly Thread[]): Suggestion[] =>
  threads.filter((thread): thread is Suggestion => thread.kind === 'suggestion' && thread.state === 'accepted')

/** Those of the open ones that this person made. */
export const ownSuggestions = (threads: readonly Thread[], me: DraftView['me']): Suggestion[] => {
  const author = { ...me, member: me.memberId ?? '' }
  return openSuggestions(threads).filter(({ opening }) => isSameAuthor(opening.by, author))
}

/** Where open suggestions are in a section's text as it is now, and how they are to be drawn there. */
export const placeSuggestions = (text: Y.Text, sectionId: string, open: readonly Suggestion[]): ShownSuggestion[] => {
  const here = open.filter(({ proposed }) => proposed.section === sectionId)
  if (here.length === 0) return []
  const read = createStandingReader(text)
  return here.flatMap(({ id, opening: { by }, proposed }): ShownSuggestion[] => {
    const standing = read(proposed)
    if (standing === null) return []
    const { name, from, to } = standing
    const change = name === 'applies' ? proposed.change : null
    return [{ id, from, to, change, sector: by.sector, label: `${by.name} · ${by.organisation}` }]
  })
}

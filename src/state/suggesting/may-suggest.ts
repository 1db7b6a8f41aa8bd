import type { DraftView } from '../draft-view.ts'

/** Whether this person may type suggestions there: whoever may write, whoever may discuss, but in no frozen package. */
export const maySuggestIn = (
  { sections, frozen, isOfNewerApp, me, resting, lost }: DraftView,
  sectionId: string,
): boolean => {
  const whyNot = sections.find(({ section }) => section.id === sectionId)?.whyNot
  if (whyNot === undefined || frozen !== null || isOfNewerApp || resting || lost !== null) return false
  return whyNot === null || whyNot.name === 'last-edit' || (whyNot.name === 'reader' && me.role === 'commenter')
}

/**
 * Whether a section is shown for suggesting: by choice, or because its text may not be written. Where suggestions are
 * hidden it reads as it is.
 */
export const isSuggestedIn = (
  view: DraftView,
  { isChosen, areShown }: { isChosen: boolean; areShown: boolean },
  sectionId: string,
): boolean =>
  maySuggestIn(view, sectionId) &&
  (isChosen || (areShown && view.sections.some(({ section, whyNot }) => section.id === sectionId && whyNot !== null)))

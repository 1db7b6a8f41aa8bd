import { useStore } from 'zustand'
import type { DraftDiscussion } from '../../state/discussion/draft-discussion.ts'
import { openSuggestions } from '../../state/suggesting/drawn-suggestions.ts'
import { useShowSuggestions, useSuggestionsShown } from '../draft/suggestions-shown.ts'
import { CheckField } from '../elements/check-field.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'

/** Whether suggestions stand in the text; nothing where there are none to show. */
export const ShownInText = ({ discussion }: { discussion: DraftDiscussion }) => {
  const words = useWordsOf(suggestingWords)
  const areShown = useSuggestionsShown()
  const show = useShowSuggestions()
  const hasSome = useStore(discussion.view, ({ threads }) => openSuggestions(threads).length > 0)
  if (areShown && !hasSome) return null
  return <CheckField label={words.inText} checked={areShown} onChange={show} />
}

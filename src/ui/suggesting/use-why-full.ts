import { useStore } from 'zustand'
import { takesTalk } from '../../domain/discussion-limits.ts'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'

/** Why the discussion takes no more suggestions; null where it does. */
export const useWhyFull = (part: DraftSuggesting): string | null => {
  const words = useWordsOf(suggestingWords).mode
  const room = useStore(part.discussion.view, (view) => view.room)
  if (takesTalk(room)) return null
  return room === 'acts-of-own' ? words.fullOfOwn : words.full
}

import { Suspense } from 'react'
import type { DraftSuggesting } from '../../../state/suggesting/draft-suggesting.ts'
import { createPart, Nothing } from '../../part.tsx'
import { useScreenView } from '../screen.ts'

// The text is there first; suggestions in it follow, and nobody is kept from writing where that part cannot be had.
const Drawn = createPart(() =>
  import('../../suggesting/suggestions.tsx').then(
    (module) => module.Suggestions,
    () => Nothing,
  ),
)
const Mode = createPart(() =>
  import('../../suggesting/suggestions.tsx').then(
    (module) => module.Mode,
    () => Nothing,
  ),
)

/** Null until it is here. */
export const useSuggestingPart = (): DraftSuggesting | null =>
  useScreenView(({ suggesting }) => suggesting?.part ?? null)

/** Suggestions in the texts on the page. */
export const Suggestions = () => <Suspense>{<Drawn />}</Suspense>

/** Writing or suggesting: a choice where both are possible, else why it is only one. */
export const SuggestingMode = () => <Suspense>{<Mode />}</Suspense>

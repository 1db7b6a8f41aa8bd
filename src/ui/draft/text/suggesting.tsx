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
  import('../../suggesting/mode.tsx').then(
    (module) => module.Mode,
    () => Nothing,
  ),
)
const Hint = createPart(() =>
  import('../../suggesting/mode-hint.tsx').then(
    (module) => module.ModeHint,
    () => Nothing,
  ),
)

/** Null until it is here. */
export const useSuggestingPart = (): DraftSuggesting | null =>
  useScreenView(({ suggesting }) => suggesting?.part ?? null)

/** Suggestions in the texts on the page. */
export const Suggestions = () => <Suspense>{<Drawn />}</Suspense>

/** Writing or suggesting, where both are possible. */
export const SuggestingMode = () => <Suspense>{<Mode />}</Suspense>

/** What becomes of what is typed, where that is not the text. */
export const SuggestingHint = () => <Suspense>{<Hint />}</Suspense>

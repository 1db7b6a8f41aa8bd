import { sectionFilters } from '../../../domain/section-filter.ts'
import { isShown, noWork } from '../../../domain/section-work.ts'
import type { CallSection } from '../../../domain/call.ts'
import { usePreferences } from '../../app-context.tsx'
import { SegmentedChoice } from '../../elements/segmented-choice.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { useIsDistributed } from '../section-view.ts'
import css from './rail.module.css'

/** The sections this person wants to see. */
export const useShownSections = (): readonly CallSection[] => {
  const chosen = usePreferences(({ sections }) => sections)
  const filter = useIsDistributed() ? chosen : 'all'
  return useDraftView(({ call, work, me, partners }) =>
    call.sections.filter(({ id }) => isShown(filter, work.get(id) ?? noWork, me, partners)),
  )
}

/** Which sections the list shows, remembered on this device. */
export const RailFilter = () => {
  const words = useWording().draft.filter
  const preferences = usePreferences((all) => all)
  if (!useIsDistributed()) return null
  return (
    <div className={css.filter}>
      <SegmentedChoice
        legend={words.label}
        legendHidden
        choices={sectionFilters.map((value) => ({ value, label: words[value] }))}
        value={preferences.sections}
        onChange={(chosen) => preferences.setSections(chosen)}
      />
    </div>
  )
}

import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useWording } from '../../wording/use-wording.ts'
import { factsPlace, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { useGoToPlace } from '../go-to-place.ts'
import css from './phone-steps.module.css'

/** Where the phone shows one place at a time: on to the next and back to the one before. */
export const PhoneSteps = () => {
  const { draft } = useWording()
  const goTo = useGoToPlace()
  const place = useScreenView((screen) => screen.place)
  const all = useDraftView(({ call }) => [
    { place: factsPlace, title: '' },
    ...call.sections.map(({ id, title }) => ({ place: id, title })),
  ])
  const here = all.findIndex((each) => each.place === place)
  const before = all[here - 1]
  const after = all[here + 1]
  return (
    <nav className={css.steps} aria-label={draft.sections}>
      {before && (
        <button type="button" className={css.step} onClick={() => goTo(before.place, { focus: false })}>
          <ChevronLeft size={20} strokeWidth={1.75} />
          <span>
            <small>{draft.section.previous}</small>
            {before.title || draft.facts}
          </span>
        </button>
      )}
      {after && (
        <button type="button" className={css.step} data-side="end" onClick={() => goTo(after.place, { focus: false })}>
          <span>
            <small>{draft.section.next}</small>
            {after.title}
          </span>
          <ChevronRight size={20} strokeWidth={1.75} />
        </button>
      )}
    </nav>
  )
}

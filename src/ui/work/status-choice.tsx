import { sectionStatuses, type SectionStatus } from '../../domain/section-work.ts'
import type { Progress } from '../../domain/section-progress.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useSectionPart } from '../draft/section-view.ts'
import { ProgressRing } from '../elements/progress-ring.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { workWords } from '../wording/work.ts'
import css from './work.module.css'

const rings: Record<SectionStatus, { progress: Progress; share: number }> = {
  open: { progress: 'empty', share: 0 },
  'in-progress': { progress: 'begun', share: 0.5 },
  'for-review': { progress: 'begun', share: 0.75 },
  released: { progress: 'done', share: 1 },
}

/** How far a section is, by shape and word. The browser's own list changes it, by keyboard and finger alike. */
export const StatusChoice = ({ sectionId, title }: { sectionId: string; title: string }) => {
  const words = useWordsOf(workWords).status
  const names = useWording().draft.status
  const draft = useDraft()
  const status = useSectionPart(sectionId, 'status') ?? 'open'
  const isEmpty = (useSectionPart(sectionId, 'count') ?? 0) === 0
  const mayWrite = useDraftView((view) => view.mayWrite)
  const ring = <ProgressRing {...rings[status]} dotted={status === 'for-review'} size={16} named={false} />
  if (!mayWrite) {
    return (
      <span className={css.chip}>
        {ring}
        <span>{names[status]}</span>
      </span>
    )
  }
  return (
    <span className={css.chip} data-choice>
      {ring}
      <select
        aria-label={words.of(title)}
        title={isEmpty ? words.empty : undefined}
        value={status}
        onChange={({ target }) => draft.work.setStatus(sectionId, target.value as SectionStatus)}
      >
        {sectionStatuses.map((each) => (
          <option key={each} value={each} disabled={isEmpty && (each === 'for-review' || each === 'released')}>
            {names[each]}
          </option>
        ))}
      </select>
    </span>
  )
}

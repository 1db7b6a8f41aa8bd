import Circle from 'lucide-react/icons/circle'
import CircleCheck from 'lucide-react/icons/circle-check'
import { classNames } from '../../elements/class-names.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { useSectionPart } from '../section-view.ts'
import css from './section-done.module.css'

/** Ticks a section as done and opens it again. An empty section cannot be done; those who only read see the tick. */
export const SectionDone = ({ sectionId, title }: { sectionId: string; title: string }) => {
  const draft = useDraft()
  const words = useWording().draft.section
  const progress = useSectionPart(sectionId, 'progress') ?? 'empty'
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isDone = progress === 'done'
  if (!mayWrite && !isDone) return null
  const Icon = isDone ? CircleCheck : Circle
  return (
    <p className={css.row}>
      {mayWrite ? (
        <button
          type="button"
          className={classNames(css.toggle, isDone && css.done)}
          aria-pressed={isDone}
          aria-label={words.doneOf(title)}
          aria-disabled={progress === 'empty' || undefined}
          title={progress === 'empty' ? words.emptyNotDone : isDone ? words.reopen : undefined}
          onClick={() => {
            if (progress !== 'empty') draft.setSectionDone(sectionId, !isDone)
          }}
        >
          <Icon size={18} strokeWidth={1.75} />
          <span>{isDone ? words.isDone : words.markDone}</span>
        </button>
      ) : (
        <span className={classNames(css.toggle, css.done)}>
          <Icon size={18} strokeWidth={1.75} />
          <span>{words.isDone}</span>
        </span>
      )}
    </p>
  )
}

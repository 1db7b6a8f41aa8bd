import { Suspense, useState } from 'react'
import Users from 'lucide-react/icons/users-round'
import { duties, noWork, type SectionWork } from '../../domain/section-work.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { createPart } from '../part.tsx'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { workWords } from '../wording/work.ts'
import { AssigneeName, useAssigneeName } from './assignee.tsx'
import { StatusChoice } from './status-choice.tsx'
import css from './work.module.css'

const ClosedLine = createPart(() => import('./closed-line.tsx').then((module) => module.ClosedLine))
const DutiesDialog = createPart(() => import('./duties-dialog.tsx').then((module) => module.DutiesDialog))

interface WorkLineProps {
  sectionId: string
  title: string
  /** Of the sentence that says why a section is closed. */
  closedId: string
}

/** How far a section is, who does what in it, and why it may be closed. */
export const WorkLine = ({ sectionId, title, closedId }: WorkLineProps) => {
  const words = useWordsOf(workWords).duty
  const format = useFormat()
  const nameOf = useAssigneeName()
  const [isOpen, setOpen] = useState(false)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const { duties: given, closing } = useDraftView(({ work }) => work.get(sectionId) ?? noWork)
  const said = duties.flatMap((duty) => {
    const names = given[duty].flatMap((assignee) => nameOf(assignee) ?? [])
    return names.length === 0 ? [] : [words.says[duty](format.list(names))]
  })
  return (
    <>
      <div className={css.line}>
        <StatusChoice sectionId={sectionId} title={title} />
        {mayWrite ? (
          <button
            type="button"
            className={css.duties}
            aria-label={words.changeOf(title, said.join('; '))}
            onClick={() => setOpen(true)}
          >
            {said.length === 0 ? (
              <>
                <Users size={16} strokeWidth={1.75} />
                <span>{words.nobody}</span>
              </>
            ) : (
              <Duties given={given} />
            )}
          </button>
        ) : (
          said.length > 0 && (
            <span className={css.duties}>
              <Duties given={given} />
            </span>
          )
        )}
      </div>
      <Suspense>
        {closing && <ClosedLine sectionId={sectionId} title={title} closing={closing} id={closedId} />}
      </Suspense>
      <Suspense>
        {isOpen && <DutiesDialog sectionId={sectionId} title={title} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}

const Duties = ({ given }: { given: SectionWork['duties'] }) => {
  const words = useWordsOf(workWords).duty
  const nameOf = useAssigneeName()
  return duties.map((duty) => {
    const known = given[duty].filter((assignee) => nameOf(assignee) !== null)
    return (
      known.length > 0 && (
        <span key={duty} className={css.duty}>
          <span className={css.does}>{words.names[duty]}</span>
          {known.map((assignee) => (
            <AssigneeName key={`${assignee.partnerId}\n${assignee.person}`} assignee={assignee} />
          ))}
        </span>
      )
    )
  })
}

import { useId } from 'react'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { isRealDay } from '../../domain/iso-day.ts'
import type { PlannedStep, StepSaid } from '../../domain/time-plan.ts'
import { Button } from '../elements/button.tsx'
import { CheckField } from '../elements/check-field.tsx'
import { useOwnTyping } from '../draft/facts/use-own-typing.ts'
import { planWords } from '../wording/plan.ts'
import { useWordsOf } from '../wording/words-of.ts'
import field from '../elements/field.module.css'
import css from './plan.module.css'

interface PlanStepProps {
  step: PlannedStep
  isOver: boolean
  mayWrite: boolean
  onChange: (change: Partial<StepSaid>) => void
}

/** One step: what it is, its day, how far away, and whether it is done. */
export const PlanStep = ({ step, isOver, mayWrite, onChange }: PlanStepProps) => {
  const words = useWordsOf(planWords)
  const titleId = useId()
  const { milestone, day, isMoved, isDone, daysLeft, conflict } = step
  const { title, what } = words.steps[milestone]
  const typing = useOwnTyping(day, (typed) => {
    // While a year is typed the browser's calendar reports 0002, 0020, 0202.
    if (!isRealDay(typed) || typed < '1000') return false
    onChange({ day: typed })
    return true
  })
  return (
    <li className={css.step} data-done={isDone} aria-labelledby={titleId}>
      <div>
        <h3 id={titleId} className={css.name}>
          {title}
        </h3>
        <p className={css.hint}>{what}</p>
        {conflict && (
          <p className={css.conflict}>
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" /> {words.conflicts[conflict]}
          </p>
        )}
      </div>
      <div className={css.day}>
        <input
          type="date"
          className={field.control}
          aria-label={words.dayOf(title)}
          value={typing.text}
          readOnly={!mayWrite}
          onChange={(event) => typing.change(event.target.value)}
          onBlur={typing.blur}
        />
        {!isDone && !isOver && <p className={css.hint}>{words.inDays(daysLeft)}</p>}
        {isMoved && mayWrite && (
          <Button kind="quiet" aria-label={words.proposedFor(title)} onClick={() => onChange({ day: null })}>
            {words.proposed}
          </Button>
        )}
      </div>
      <CheckField
        label={
          <>
            <span aria-hidden="true">{words.done}</span>
            <span className="visually-hidden">{words.doneOf(title)}</span>
          </>
        }
        checked={isDone}
        disabled={!mayWrite}
        onChange={(checked) => onChange({ isDone: checked })}
      />
    </li>
  )
}

import { useState } from 'react'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import CalendarSync from 'lucide-react/icons/calendar-sync'
import type { Call } from '../../domain/call.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { planSteps, respread } from '../../domain/time-plan.ts'
import { clockIn } from '../../domain/time-zone.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { downloadFile } from '../elements/download-file.ts'
import { useNow } from '../elements/use-now.ts'
import { CertaintyButton } from '../draft/certainty-button.tsx'
import { sayExtended, useCompletenessWords } from '../draft/completeness/words.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { planWords } from '../wording/plan.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { PlanStep } from './plan-step.tsx'
import css from './plan.module.css'

/** The days that lead to the deadline: proposed by the call's window, moved and ticked by the team. */
export const PlanDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWordsOf(planWords)
  const { draft: draftWords } = useWording()
  const draft = useDraft()
  const call = useDraftView((view) => view.call)
  const plan = useDraftView((view) => view.plan)
  const title = useDraftView((view) => view.title) || draftWords.untitled
  const mayWrite = useDraftView((view) => view.mayWrite)
  const [said, setSaid] = useState('')
  const now = useNow()
  const today = clockIn(call.window.timeZone, now).day
  const steps = planSteps(call.window, plan, today)
  const isOver = deadlineOf(call, now).name === 'over'
  const isLate = steps.some(({ isDone, daysLeft, conflict }) => !isDone && (daysLeft < 0 || conflict !== null))

  const spread = () => {
    const days = respread(call.window, plan, today)
    draft.changePlan(new Map([...days].map(([milestone, day]) => [milestone, { day }])))
    setSaid(words.respreadDone)
  }
  const toCalendar = async () => {
    try {
      const { calendarFile } = await import('./calendar-file.ts')
      const { draftId } = draft.view.getState()
      const events = steps.map(({ milestone, day }) => ({
        id: `${milestone}.${draftId}`,
        day,
        title: words.eventTitle(words.steps[milestone].title, title),
        what: words.steps[milestone].what,
      }))
      const { closes, timeOfDay } = call.window
      const what = timeOfDay === null ? call.title : `${call.title}${words.at(timeOfDay)}`
      events.push({ id: `deadline.${draftId}`, day: closes, title: words.eventDeadline(title), what })
      downloadFile(`${words.title} ${title}`, '.ics', [calendarFile(title, events)], 'text/calendar;charset=utf-8')
    } catch {
      setSaid(words.failed)
    }
  }

  return (
    <Dialog
      title={words.title}
      width="medium"
      onClose={onClose}
      footer={
        <>
          {mayWrite && !isOver && isLate && (
            <Button size="large" icon={CalendarSync} title={words.respreadHint} onClick={spread}>
              {words.respread}
            </Button>
          )}
          <Button size="large" icon={CalendarPlus} onClick={() => void toCalendar()}>
            {words.calendar}
          </Button>
        </>
      }
    >
      <DeadlineLine call={call} isOver={isOver} />
      <p className={css.hint}>{mayWrite ? words.hint : words.readOnly}</p>
      <ol className={css.steps}>
        {steps.map((step) => (
          <PlanStep
            key={step.milestone}
            step={step}
            isOver={isOver}
            mayWrite={mayWrite}
            onChange={(change) => draft.changePlan(new Map([[step.milestone, change]]))}
          />
        ))}
      </ol>
      <p className={css.hint}>{words.calendarHint}</p>
      <output className={css.said}>{said}</output>
    </Dialog>
  )
}

const DeadlineLine = ({ call, isOver }: { call: Call; isOver: boolean }) => {
  const words = useWordsOf(planWords)
  const { draft } = useWording()
  const format = useFormat()
  const { closes, timeOfDay, certainty, remark } = call.window
  const extended = sayExtended(call.window, useCompletenessWords(), format)
  return (
    <div className={css.deadline}>
      <p>
        <strong>{words.deadline(format.day(closes) + (timeOfDay === null ? '' : words.at(timeOfDay)))}</strong>{' '}
        <CertaintyButton label={draft.deadline} certainty={certainty} source={remark} />
      </p>
      {extended !== null && <p className={css.hint}>{extended}</p>}
      {isOver && <p className={css.hint}>{words.over}</p>}
    </div>
  )
}

import type { Call } from '../../domain/call.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { useNow } from '../elements/use-now.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import css from './draft-card.module.css'

/** How long there is; a call that is over says so and lets people write all the same. */
export const DeadlinePanel = ({ call, mayWrite }: { call: Call; mayWrite: boolean }) => {
  const { deadline: words } = useWording().shelf
  const format = useFormat()
  const deadline = deadlineOf(call, useNow())
  return (
    <div>
      <p className={css.label}>{words.title}</p>
      <p className={css.figure}>
        {deadline.name === 'open' && words.daysLeft(deadline.daysLeft, format.number(deadline.daysLeft))}
        {deadline.name === 'not-open' && words.notOpen}
        {deadline.name === 'over' && words.over}
      </p>
      <p className={css.label}>
        {deadline.name === 'not-open' ? words.opens(format.day(deadline.opens)) : format.day(deadline.closes)}
        {deadline.name === 'open' && call.window.timeOfDay && `, ${call.window.timeOfDay}`}
      </p>
      {deadline.name === 'over' && mayWrite && <p className={css.label}>{words.overHint}</p>}
    </div>
  )
}

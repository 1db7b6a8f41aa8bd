import type { Deadline } from '../../../domain/deadline.ts'
import { useFormat } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { sayExtended, useCompletenessWords } from './words.ts'
import css from './completeness.module.css'

/** The deadline by the call's own calendar, with what it was before. It keeps nobody from writing. */
export const DeadlineWords = ({ deadline }: { deadline: Deadline }) => {
  const words = useCompletenessWords()
  const format = useFormat()
  const window = useDraftView(({ call }) => call.window)
  const { closes, timeOfDay, timeZone } = window
  return (
    <p className={css.words}>
      {words.ends(format.day(closes), timeOfDay, timeZone)}.{' '}
      {deadline.name === 'not-open' && words.opens(format.day(deadline.opens))}
      {deadline.name === 'open' && words.left(deadline.daysLeft)}
      {deadline.name === 'over' && words.over} {sayExtended(window, words, format)}
    </p>
  )
}

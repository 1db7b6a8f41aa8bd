import { useId } from 'react'
import type { Call } from '../../domain/call.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { unreachable } from '../elements/unreachable.ts'
import { useNow } from '../elements/use-now.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import css from './start-page.module.css'

interface CallChoiceProps {
  calls: readonly Call[]
  value: string
  onChange: (callId: string) => void
}

/** The calls one can start from, as cards of a radio group. */
export const CallChoice = ({ calls, value, onChange }: CallChoiceProps) => {
  const { start: words } = useWording()
  const name = useId()
  return (
    <fieldset>
      <legend className={css.legend}>{words.call}</legend>
      <div className={css.calls}>
        {calls.map((call) => (
          <label key={call.id} className={css.call}>
            <input type="radio" name={name} checked={value === call.id} onChange={() => onChange(call.id)} />
            <span className={css.callName}>{call.shortTitle}</span>
            <span className={css.callMeta}>
              {call.programme} · {call.title}
            </span>
            <CallDeadline call={call} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const CallDeadline = ({ call }: { call: Call }) => {
  const { start: words, shelf } = useWording()
  const format = useFormat()
  const deadline = deadlineOf(call, useNow())
  const scope = words.scope(call.sections.length, format.number(call.sections.length))
  const when = () => {
    switch (deadline.name) {
      case 'open': {
        const left = shelf.deadline.daysLeft(deadline.daysLeft, format.number(deadline.daysLeft))
        return words.deadline.open(format.day(deadline.closes), left)
      }
      case 'not-open':
        return words.deadline.notOpen(format.day(deadline.opens), format.day(deadline.closes))
      case 'over':
        return words.deadline.over(format.day(deadline.closes))
      default:
        return unreachable(deadline)
    }
  }
  return (
    <span className={css.callMeta}>
      {when()} · {scope}
    </span>
  )
}

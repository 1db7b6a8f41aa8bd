import { useEffect, useState } from 'react'
import type { Call } from '../../../domain/call.ts'
import { deadlineOf } from '../../../domain/deadline.ts'
import { useNow } from '../../elements/use-now.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'

/** "noch 22 Tage", "letzter Tag", "abgelaufen": short enough for a bar. Empty in the first frame: a calendar takes time. */
export const useDeadlineWords = (call: Call): string => {
  const { draft } = useWording()
  const format = useFormat()
  const now = useNow()
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true))
    return () => clearTimeout(timer)
  }, [])
  if (!isDrawn) return ''
  const deadline = deadlineOf(call, now)
  if (deadline.name === 'not-open') return draft.opensOn(format.shortDay(deadline.opens))
  if (deadline.name === 'over') return draft.over
  return deadline.daysLeft === 0 ? draft.lastDay : draft.daysLeft(deadline.daysLeft)
}

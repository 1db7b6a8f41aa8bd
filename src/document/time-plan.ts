import type * as Y from 'yjs'
import { isRealDay } from '../domain/iso-day.ts'
import { milestones, type Milestone, type StepSaid, type TimePlan } from '../domain/time-plan.ts'
import { editTogether, setField } from './edit-expression.ts'
import { fieldsName, planKey } from './names.ts'

/** The steps of which somebody has said something. A day that is none counts as unsaid. */
export const readTimePlan = (doc: Y.Doc): TimePlan => {
  const fields = doc.getMap(fieldsName)
  const said = new Map<Milestone, StepSaid>()
  for (const milestone of milestones) {
    const day = fields.get(planKey(milestone, 'day'))
    const isDone = fields.get(planKey(milestone, 'done')) === true
    const real = typeof day === 'string' && isRealDay(day) ? day : null
    if (real !== null || isDone) said.set(milestone, { day: real, isDone })
  }
  return said
}

/** Says something of steps, as one change; a day of null goes back to the proposal. */
export const changeTimePlan = (doc: Y.Doc, changes: ReadonlyMap<Milestone, Partial<StepSaid>>): void =>
  editTogether(doc, () => {
    for (const [milestone, { day, isDone }] of changes) {
      if (day !== undefined) setField(doc, planKey(milestone, 'day'), day)
      if (isDone !== undefined) setField(doc, planKey(milestone, 'done'), isDone || null)
    }
  })

import type { Call } from './call.ts'
import { dayNumber, isoDay } from './iso-day.ts'

/** What lies between a beginning and a submitted application, in this order. */
export const milestones = ['first-draft', 'feedback', 'leadership', 'last-edit', 'agreement', 'submission'] as const
export type Milestone = (typeof milestones)[number]

/** What a team has said of a step; `day` is an ISO day, null where it goes by the proposal. */
export interface StepSaid {
  day: string | null
  isDone: boolean
}
export type TimePlan = ReadonlyMap<Milestone, StepSaid>

export interface PlannedStep {
  milestone: Milestone
  /** ISO day. */
  day: string
  /** The team chose the day. */
  isMoved: boolean
  isDone: boolean
  /** Days from today; negative when it is past. */
  daysLeft: number
  /** What does not fit: it lies after the deadline, or before a step that comes earlier. */
  conflict: 'after-deadline' | 'out-of-order' | null
}

/** Days before the deadline. Councils meet monthly and invite weeks ahead; nobody should submit on the last day. */
const usualLead: Record<Milestone, number> = {
  'first-draft': 42,
  feedback: 28,
  leadership: 21,
  'last-edit': 10,
  agreement: 5,
  submission: 2,
}
const usualSpan = 49

type Window = Pick<Call['window'], 'opens' | 'closes'>

/**
 * Days for all steps, backward from the end of the call's window. Where there is less time than usual from `from` on (an
 * ISO day), everything moves together; without it the whole window counts. Never before `from`, never after the deadline.
 */
export const proposeDays = ({ opens, closes }: Window, from: string = opens): ReadonlyMap<Milestone, string> => {
  const [start, end] = [dayNumber(from), dayNumber(closes)]
  const span = Math.max(0, end - start)
  const shrink = Math.min(1, span / usualSpan)
  return new Map(
    milestones.map((milestone) => {
      const lead = Math.min(span, Math.ceil(usualLead[milestone] * shrink))
      return [milestone, isoDay(end - lead)]
    }),
  )
}

/** The plan as it stands on `today`, an ISO day in the call's time zone. */
export const planSteps = (window: Window, said: TimePlan, today: string): PlannedStep[] => {
  const proposed = proposeDays(window)
  let latest = ''
  return milestones.map((milestone) => {
    const { day: chosen, isDone } = said.get(milestone) ?? { day: null, isDone: false }
    const day = chosen ?? proposed.get(milestone) ?? window.closes
    const conflict = day > window.closes ? 'after-deadline' : day < latest ? 'out-of-order' : null
    if (day > latest) latest = day
    return {
      milestone,
      day,
      isMoved: chosen !== null,
      isDone,
      daysLeft: dayNumber(day) - dayNumber(today),
      conflict: isDone ? null : conflict,
    }
  })
}

/** Days for the steps that are still open, so that they fit between `today` and the deadline. Empty when it is over. */
export const respread = (window: Window, said: TimePlan, today: string): ReadonlyMap<Milestone, string> => {
  if (today > window.closes) return new Map()
  const days = proposeDays(window, today)
  return new Map([...days].filter(([milestone]) => said.get(milestone)?.isDone !== true))
}

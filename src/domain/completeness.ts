import type { Call } from './call.ts'
import { checkFacts } from './check-facts.ts'
import { checkPartners } from './check-partners.ts'
import { checkSections } from './check-sections.ts'
import { checkTicks } from './check-ticks.ts'
import { deadlineOf, type Deadline } from './deadline.ts'
import type { Check, DraftContents } from './finding.ts'

export interface Completeness {
  deadline: Deadline
  /** Groups of rules this call has, in the order of a page. */
  checks: readonly Check[]
  /** How many findings keep the application from being complete. */
  blocking: number
}

/** Holds a draft against every rule of its call at `nowMs`. Plain reading: nothing it is given can make it throw. */
export const evaluateCompleteness = (call: Call, draft: DraftContents, nowMs: number): Completeness => {
  const ticks = checkTicks(call, draft)
  const checks = [checkFacts(call, draft), checkPartners(call, draft.partners), ...checkSections(call, draft), ...ticks]
  const asked = checks.filter(({ all, findings }) => all > 0 || findings.length > 0)
  const blocking = asked.flatMap(({ findings }) => findings).filter(({ blocks }) => blocks).length
  return { deadline: deadlineOf(call, nowMs), checks: asked, blocking }
}

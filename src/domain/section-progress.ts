import type { Call, CallSection, CallSector } from './call.ts'
import type { Sector } from './sector.ts'

/** How far a section is: nothing written, begun, or ticked as done by its writers. */
export type Progress = 'empty' | 'begun' | 'done'

export const sectionProgress = (count: number, isDone: boolean): Progress =>
  count === 0 ? 'empty' : isDone ? 'done' : 'begun'

export const requiredSections = (call: Call): CallSection[] => call.sections.filter((section) => section.required)

/** Which compulsory sectors are still without an organisation. Empty when all are there. */
export const missingSectors = (call: Call, present: readonly Sector[]): CallSector[] =>
  call.partners.sectors.filter((sector) => sector.required && !present.includes(sector.id))

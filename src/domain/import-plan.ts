import type { Call, CallSection } from './call.ts'
import { countCharacters } from './character-count.ts'
import { linesForSection, type ImportPart } from './import-parts.ts'
import { plainText, type Line } from './line.ts'

/** Behind what a section says already, or in its place. */
export type TakingIn = 'append' | 'replace'

/** What a person has decided about imported parts so far. */
export interface ImportPlan {
  parts: readonly ImportPart[]
  /** The section each part goes to, by the part's id; what stands not here stays aside. */
  places: Readonly<Record<number, string>>
  /** Where nothing was said, text is appended. */
  how: Readonly<Record<string, TakingIn>>
}

/** Parts go where they were recognised. */
export const planImport = (parts: readonly ImportPart[]): ImportPlan => ({
  parts,
  places: Object.fromEntries(parts.flatMap(({ id, match }) => (match ? [[id, match.sectionId]] : []))),
  how: {},
})

export const place = (plan: ImportPlan, partId: number, sectionId: string | null): ImportPlan => {
  const { [partId]: _, ...others } = plan.places
  return { ...plan, places: sectionId === null ? others : { ...others, [partId]: sectionId } }
}

/** One section as it would be. */
export interface PlannedSection {
  section: CallSection
  /** Its place among the sections, from 1. */
  number: number
  parts: readonly ImportPart[]
  /** What comes in. */
  lines: readonly Line[]
  how: TakingIn
  hadText: boolean
  /** What the section will count by the call's rule. */
  count: number
}

/** The sections that something goes to, in the call's order. `written` is what stands in each now. */
export const plannedSections = (
  { parts, places, how }: ImportPlan,
  { sections, counting }: Pick<Call, 'sections' | 'counting'>,
  written: (sectionId: string) => readonly Line[],
): PlannedSection[] =>
  sections.flatMap((section, index) => {
    const own = parts.filter(({ id }) => places[id] === section.id)
    const lines = own.flatMap((part) => linesForSection(part, section, index + 1))
    if (lines.length === 0) return []
    const before = written(section.id)
    const hadText = before.some(({ runs }) => runs.length > 0)
    const chosen = hadText ? (how[section.id] ?? 'append') : 'append'
    const after = chosen === 'append' && hadText ? [...before, ...lines] : lines
    const count = countCharacters(plainText(after), counting)
    return [{ section, number: index + 1, parts: own, lines, how: chosen, hadText, count }]
  })

/** The same parts under other ids, in their order, with what was decided about each. */
export const withParts = (plan: ImportPlan, parts: readonly ImportPart[]): ImportPlan => {
  const places = parts.flatMap(({ id }, index): [number, string][] => {
    const sectionId = plan.places[plan.parts[index]?.id ?? NaN]
    return sectionId === undefined ? [] : [[id, sectionId]]
  })
  return { ...plan, parts, places: Object.fromEntries(places) }
}

/** What is left once some parts have found their place. */
export const withoutParts = (plan: ImportPlan, taken: readonly ImportPart[]): ImportPlan => ({
  ...plan,
  parts: plan.parts.filter((part) => !taken.includes(part)),
})

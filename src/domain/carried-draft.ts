import { factText, type Application, type ApplicationFact } from './application.ts'
import type { Call, CallField } from './call.ts'
import { factProblem, readFact, type FactValue } from './fact.ts'
import { matchHeading } from './heading-match.ts'
import type { ImportPart } from './import-parts.ts'
import type { Line } from './line.ts'
import { paragraph } from './line-writing.ts'
import type { Partner } from './partner.ts'

/** What of one application may go into another. Declarations and agreements were made for the one alone. */
export type CarriedDraft = Pick<Application, 'title' | 'call' | 'facts' | 'partners' | 'sections'>

export interface CarriedFact {
  field: CallField
  value: FactValue
  /** What the other draft says there already. */
  there: FactValue | null
}

export interface CarriedPartner extends Omit<Partner, 'id'> {
  /** The same organisation in the other draft, which then only gets what it lacks. */
  thereId: string | null
}

/** A draft laid out for another one: what has its place there, and all else as a last part without one. */
export interface CarryOver {
  facts: CarriedFact[]
  partners: CarriedPartner[]
  parts: ImportPart[]
}

/** What the draft that takes over says already. */
export interface Receiving {
  call: Call
  facts: ReadonlyMap<string, FactValue>
  partners: readonly Partner[]
}

/**
 * Facts go where a field has the same id, else the same name, and in both cases the same kind; sections where one has the
 * same id, else where the title means one. What fits nowhere is text in a last part; what is there already is left out.
 */
export const carryOver = (
  draft: CarriedDraft,
  { call, facts: there, partners: partnersThere }: Receiving,
  words: { yes: string; no: string },
): CarryOver => {
  const rest: Line[] = []
  const keep = (about: string, fact: ApplicationFact) =>
    rest.push(paragraph(`${about}${fact.label}: ${factText(fact, words)}`))

  const facts: CarriedFact[] = []
  for (const fact of draft.facts) {
    if (fact.value === null) continue
    const field = fieldFor(fact, call.fields)
    if (!field || facts.some((each) => each.field === field)) keep('', fact)
    else facts.push({ field, value: fact.value, there: there.get(field.id) ?? null })
  }

  const partners = draft.partners
    .filter(({ name }) => name.trim() !== '')
    .map((partner): CarriedPartner => {
      const same = partnersThere.find(({ name }) => isSameName(name, partner.name)) ?? null
      const isKnown = call.partners.sectors.some(({ id }) => id === partner.sector)
      if (!isKnown && !same && partner.sectorLabel !== '') {
        rest.push(paragraph(`${partner.name}: ${partner.sectorLabel}`))
      }
      const about = new Map<string, FactValue>()
      for (const fact of partner.facts) {
        if (fact.value === null) continue
        const field = fieldFor(fact, call.partners.fields)
        const said = field && same?.facts.get(field.id)
        if (said === fact.value) continue
        if (!field || said !== undefined || about.has(field.id)) keep(`${partner.name}: `, fact)
        else about.set(field.id, fact.value)
      }
      const { name, supports } = partner
      const lead = partner.lead && partnersThere.every((each) => !each.lead)
      return { name, sector: isKnown ? partner.sector : null, lead, supports, facts: about, thereId: same?.id ?? null }
    })

  const parts: ImportPart[] = draft.sections
    .filter(({ lines }) => lines.some(({ runs }) => runs.length > 0))
    .map(({ id, title, lines }, index) => {
      const same = call.sections.find((section) => section.id === id)
      const match = same ? ({ sectionId: id, by: 'title' } as const) : matchHeading(title, call.sections)
      return { id: index, heading: title, lines, match }
    })
  if (rest.length > 0) parts.push({ id: draft.sections.length, heading: '', lines: rest, match: null })
  return {
    facts: facts.filter(({ value, there: said }) => value !== said),
    partners: partners.filter(({ thereId, facts: about }) => thereId === null || about.size > 0),
    parts,
  }
}

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const fieldFor = (fact: ApplicationFact, fields: readonly CallField[]): CallField | undefined => {
  const fits = (field: CallField): boolean => {
    const value = field.kind === fact.kind ? readFact(field, fact.value) : null
    const problem = value === null ? null : factProblem(field, value)
    return value !== null && problem !== 'no-choice' && problem !== 'no-day'
  }
  return (
    fields.find((field) => field.id === fact.id && fits(field)) ??
    fields.find((field) => isSameName(field.label, fact.label) && fits(field))
  )
}

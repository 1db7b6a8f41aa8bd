import type { Call, CallField } from './call.ts'
import { factProblem, type FactValue } from './fact.ts'
import { leastCertain, type Called, type Check, type DraftContents, type Finding } from './finding.ts'
import { partnerKey, submittersOf, type Partner } from './partner.ts'

/** The call's fields, and what it asks about each organisation that submits. */
export const checkFacts = (call: Call, { facts, rivals, partners }: DraftContents): Check => {
  const own = factFindings(call.fields, facts, null)
  const disputed = [null, ...submittersOf(partners)].flatMap((partner) =>
    (partner === null ? call.fields : call.partners.fields)
      .filter(({ id }) => (rivals.get(partner === null ? id : partnerKey(partner.id, id))?.length ?? 0) > 0)
      .map((field): Finding => {
        return { what: { name: 'fact-disputed', field, partner }, blocks: false, certainty: field.certainty }
      }),
  )
  const asked = call.fields.filter(({ id, required }) => required || facts.has(id))
  const open = new Set(own.map(({ what }) => 'field' in what && what.field.id))
  return {
    name: 'facts',
    done: asked.filter(({ id }) => !open.has(id)).length,
    all: asked.length,
    findings: [...own, ...disputed, ...partnerFindings(call, partners)],
    certainty: leastCertain(call.fields.filter(({ required }) => required).map(({ certainty }) => certainty)),
  }
}

/** What is missing or wrong in these fields; `partner` is whose they are. */
const factFindings = (
  fields: readonly CallField[],
  facts: ReadonlyMap<string, FactValue>,
  partner: Called | null,
): Finding[] =>
  fields.flatMap((field): Finding[] => {
    const { id, certainty, required, onViolation } = field
    const value = facts.get(id)
    if (value === undefined) {
      return required ? [{ what: { name: 'fact-missing', field, partner }, blocks: true, certainty }] : []
    }
    const problem = factProblem(field, value)
    if (problem === null) return []
    const what = { name: 'fact-wrong', field, partner, value, problem } as const
    return [{ what, blocks: onViolation === 'block', certainty }]
  })

const partnerFindings = (call: Call, partners: readonly Partner[]): Finding[] =>
  submittersOf(partners).flatMap((partner) => factFindings(call.partners.fields, partner.facts, partner))

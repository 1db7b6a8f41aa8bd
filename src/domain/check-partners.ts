import type { Call } from './call.ts'
import type { Check, Finding } from './finding.ts'
import { submittersOf, type Partner } from './partner.ts'
import { missingSectors } from './section-progress.ts'

/** Who submits: enough organisations, of every compulsory side, one of them leading. */
export const checkPartners = (call: Call, partners: readonly Partner[]): Check => {
  const { minimum, certainty } = call.partners
  const submitters = submittersOf(partners)
  const leading = partners.filter(({ lead }) => lead)
  const sectors = missingSectors(
    call,
    submitters.flatMap(({ sector }) => sector ?? []),
  )
  const findings: Finding[] = [
    ...sectors.map((sector): Finding => ({ what: { name: 'sector-missing', sector }, blocks: true, certainty })),
    // A missing side is an organisation to be found as well: nobody is told twice.
    ...(minimum - submitters.length > sectors.length
      ? [{ what: { name: 'partners-too-few', count: submitters.length, minimum } as const, blocks: true, certainty }]
      : []),
    ...partners
      .filter(({ name }) => name.trim() === '')
      .map((partner): Finding => ({
        what: { name: 'partner-nameless', partner },
        blocks: !partner.supports,
        certainty,
      })),
    ...submitters
      .filter(({ sector }) => sector === null)
      .map((partner): Finding => ({ what: { name: 'partner-without-side', partner }, blocks: true, certainty })),
    ...(submitters.length > 0 && leading.length === 0
      ? [{ what: { name: 'nobody-leads' } as const, blocks: true, certainty }]
      : []),
    ...(leading.length > 1
      ? [{ what: { name: 'several-lead', partners: leading } as const, blocks: true, certainty }]
      : []),
  ]
  // More compulsory sides than organisations: then it takes one of each.
  const all = Math.max(minimum, call.partners.sectors.filter(({ required }) => required).length)
  const lacking = Math.max(sectors.length, all - submitters.length)
  return { name: 'partners', done: all - lacking, all, findings, certainty }
}

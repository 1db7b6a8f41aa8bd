import type { FactValue, Partner } from '../../../document/read-expression.ts'
import type { Call, CallField, CallSector } from '../../../domain/call.ts'
import { submittersOf } from '../../../domain/partner.ts'
import { missingSectors } from '../../../domain/section-progress.ts'

/** What the call asks for and nobody has filled in yet. */
export interface MissingFacts {
  fields: readonly CallField[]
  sectors: readonly CallSector[]
  /** How many organisations are still needed to reach the minimum. */
  organisations: number
}

export const missingFacts = (
  call: Call,
  facts: ReadonlyMap<string, FactValue>,
  partners: readonly Partner[],
): MissingFacts => {
  const named = submittersOf(partners)
  return {
    fields: call.fields.filter((field) => field.required && !facts.has(field.id)),
    sectors: missingSectors(
      call,
      named.flatMap((partner) => partner.sector ?? []),
    ),
    organisations: Math.max(0, call.partners.minimum - named.length),
  }
}

/** How many single things are missing: fields, and organisations of the right sectors. */
export const countMissing = (missing: MissingFacts): number =>
  missing.fields.length + Math.max(missing.sectors.length, missing.organisations)

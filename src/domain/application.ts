import type { Call, CallField, FieldKind } from './call.ts'
import type { FactValue } from './fact.ts'
import type { Line } from './line.ts'
import type { Sector } from './sector.ts'

/**
 * What the partners wrote, as plain values: the one thing every document is made from. The call's words are in it, so
 * that a document needs nothing else.
 */
export interface Application {
  /** What the draft is called, its place as a rule. Empty while nobody filled it in. */
  title: string
  call: Pick<Call, 'id' | 'programme' | 'shortTitle' | 'title' | 'documentWord'>
  /** Every field of the call, in its order. */
  facts: ApplicationFact[]
  /** Leading ones first. */
  partners: ApplicationPartner[]
  /** What the call asks them to declare, in its order. */
  declarations: ApplicationDeclaration[]
  /** Every section of the call, in its order. */
  sections: ApplicationSection[]
}

export interface ApplicationFact {
  id: string
  label: string
  kind: FieldKind
  unit?: string
  required: boolean
  /** Null while nobody filled it in. */
  value: FactValue | null
}

export interface ApplicationPartner {
  id: string
  name: string
  sector: Sector | null
  /** The sector as the call names it; empty where it does not know it. */
  sectorLabel: string
  lead: boolean
  /** Stands behind the application without submitting it. */
  supports: boolean
  /** What the call asks about each organisation. */
  facts: ApplicationFact[]
}

export interface ApplicationDeclaration {
  id: string
  title: string
  /** One tick for all, or each organisation's own: then whose there are, by the partners' ids. */
  perPartner: boolean
  isMade: boolean
  by: string[]
}

export interface ApplicationSection {
  id: string
  title: string
  required: boolean
  maxCharacters: number
  lines: Line[]
}

export const factOf = (
  { id, label, kind, unit, required }: CallField,
  value: ApplicationFact['value'],
): ApplicationFact => ({ id, label, kind, ...(unit !== undefined && { unit }), required, value })

/** A call is in German, and so is what is handed in: 23.418 · 35.000 Euro · 31.12.2022. Empty for what is not there. */
export const factText = (
  { kind, unit, value }: Pick<ApplicationFact, 'kind' | 'unit' | 'value'>,
  words: { yes: string; no: string },
): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    return [value.toLocaleString('de-DE', { maximumFractionDigits: 20 }), unit].filter(Boolean).join(' ')
  }
  return kind === 'date' ? germanDay(value) : value
}

/** 31.12.2022; what is no ISO day stays as it stands. */
export const germanDay = (isoDay: string): string => isoDay.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')

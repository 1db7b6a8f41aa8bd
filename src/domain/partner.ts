import type { FactValue } from './fact.ts'
import type { Sector } from './sector.ts'

/** An organisation in the application. */
export interface Partner {
  id: string
  name: string
  /** Null while nobody chose one, or when a newer app wrote one this app does not know. */
  sector: Sector | null
  /** Leads the application (Federführung). */
  lead: boolean
  /** Stands behind the application without submitting it: counts for no rule. */
  supports: boolean
  /** What the call asks about each organisation, by field id. */
  facts: ReadonlyMap<string, FactValue>
}

/** Under which key something about a partner stands: its name, sector, lead, role, or a field the call asks about each. */
export const partnerKey = (partnerId: string, part: string): string => `partner/${partnerId}/${part}`

/** Whether two spellings name one organisation: people write capitals and spaces as they like. */
export const isSameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

const plainName = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('de')

/** The organisations that submit together. */
export const submittersOf = <T extends Pick<Partner, 'name' | 'lead' | 'supports'>>(partners: readonly T[]): T[] =>
  partners.filter(({ name, lead, supports }) => name.trim() !== '' && (lead || !supports))

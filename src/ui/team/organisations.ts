import type { Partner } from '../../document/read-expression.ts'
import type { Invitation } from '../../domain/draft-access.ts'
import { isSameName } from '../../domain/partner.ts'
import type { Member } from '../../domain/person.ts'
import type { Sector } from '../../domain/sector.ts'

/** The people of one organisation: those who joined and those who are invited. */
export interface Organisation {
  name: string
  sector: Sector | null
  lead: boolean
  members: readonly Member[]
  invitations: readonly Invitation[]
}

/** Organisations that submit, in their order, also those nobody belongs to yet; then the others people come from. */
export const groupByOrganisation = (
  partners: readonly Pick<Partner, 'name' | 'sector' | 'lead'>[],
  members: readonly Member[],
  invitations: readonly Invitation[],
): readonly Organisation[] => {
  const groups: { name: string; sector: Sector | null; lead: boolean; members: Member[]; invitations: Invitation[] }[] =
    partners
      .filter(
        ({ name }, index) => name.trim() !== '' && partners.findIndex((each) => isSameName(each.name, name)) === index,
      )
      .map(({ name, sector, lead }) => ({ name, sector, lead, members: [], invitations: [] }))
  const groupOf = (person: { organisation: string; sector: Sector }) => {
    const known = groups.find(({ name }) => isSameName(name, person.organisation))
    if (known) return known
    const added = { name: person.organisation, sector: person.sector, lead: false, members: [], invitations: [] }
    groups.push(added)
    return added
  }
  for (const member of members) groupOf(member).members.push(member)
  for (const invitation of invitations) groupOf(invitation).invitations.push(invitation)
  return groups
}

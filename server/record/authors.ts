import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Author } from '../../src/protocol/team-http.ts'
import type { Store } from '../store/open-store.ts'

/** Who writes under these client ids in a draft, former members too. Ids nobody has written under are left out. */
export const readAuthors = async (
  { drafts, access }: Pick<Store, 'drafts' | 'access'>,
  draftId: DraftId,
  clientIds: readonly number[],
): Promise<Author[]> => {
  const memberIds = await drafts.authors(draftId)
  const people = [...(await access.listFormerMembers(draftId)), ...(await access.listMembers(draftId))]
  const byId = new Map(people.map((person) => [person.id, person]))
  return [...new Set(clientIds)].flatMap((clientId) => {
    const person = byId.get(memberIds.get(clientId) ?? '')
    if (!person) return []
    const { id: memberId, name, organisation, sector } = person
    return [{ clientId, memberId, name, organisation, sector }]
  })
}

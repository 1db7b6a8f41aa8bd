import { refused, accepted, type Outcome } from '../../src/domain/refusal.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { may } from '../../src/domain/role.ts'
import type { AuditPage } from '../../src/protocol/team-http.ts'
import type { Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'

/** One page of a draft's audit trail for its owners, newest first. The whole chain is checked each time. */
export const readAuditPage = async (
  { record, access }: Pick<Store, 'record' | 'access'>,
  { draftId, member }: Membership,
  before: number,
  length: number,
): Promise<Outcome<AuditPage>> => {
  if (!may(member.role, 'lead')) return refused('not-allowed')
  const { entries, brokenAt } = await record.readTrail(draftId)
  const page = entries.filter(({ seq }) => seq < before).slice(-length)
  const named = new Set(page.flatMap(({ actorId, subjectId }) => [actorId, subjectId]))
  const members = await access.listFormerMembers(draftId)
  const invited = [...(await record.listInvited(draftId))].map(([id, person]) => ({ id, ...person }))
  return accepted({
    entries: page.toReversed(),
    people: [...members, ...invited].flatMap(({ id, name, organisation }) =>
      named.has(id) ? [{ id, name, organisation }] : [],
    ),
    head: entries.at(-1)?.hash ?? '',
    length: entries.length,
    brokenAt,
  })
}

/** What other rooms may write into a trail. */
export interface AuditTrail {
  /** Only the reason, and each reason of a member at most once an hour. */
  noteRefusedUpdate(draftId: DraftId, memberId: string, reason: string): Promise<void>
}

const hourMs = 3_600_000
const maxRemembered = 10_000

export const createAuditTrail = ({ record }: Pick<Store, 'record'>, now: () => number = Date.now): AuditTrail => {
  const lately = new Map<string, number>()
  return {
    noteRefusedUpdate: async (draftId, memberId, reason) => {
      const key = `${draftId} ${memberId} ${reason}`
      const at = now()
      if (at - (lately.get(key) ?? -hourMs) < hourMs) return
      lately.delete(key)
      lately.set(key, at)
      const [oldest] = lately.keys()
      if (lately.size > maxRemembered && oldest !== undefined) lately.delete(oldest)
      await record.note(draftId, { event: 'update-refused', actorId: memberId, detail: reason, at })
    },
  }
}

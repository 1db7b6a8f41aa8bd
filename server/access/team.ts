import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may, type Role } from '../../src/domain/role.ts'
import type { Signing } from '../../src/domain/signing.ts'
import type { Membership } from '../store/access-store.ts'
import type { TeamStore } from '../store/team-store.ts'
import type { AccessChanges } from './access-changes.ts'

/** What the owners of a draft decide about its people. Whoever is connected learns of it at once. */
export interface Team {
  confirm(me: Membership, memberId: string): Promise<Outcome<null>>
  changeRole(me: Membership, memberId: string, role: Role): Promise<Outcome<null>>
  /** Says who may agree for the organisation they were invited for; null for nobody. */
  changeSigning(me: Membership, memberId: string, signing: Signing | null): Promise<Outcome<null>>
  /** Owners remove members and turn away who waits; everyone may leave by themselves. */
  remove(me: Membership, memberId: string): Promise<Outcome<null>>
  setConfirmsWriters(me: Membership, confirms: boolean): Promise<Outcome<null>>
}

export const createTeam = (store: TeamStore, changes: AccessChanges, now: () => number = Date.now): Team => ({
  confirm: async ({ draftId, member }, memberId) =>
    may(member.role, 'lead') ? store.confirm(draftId, memberId, member.id, now()) : refused('not-allowed'),

  changeRole: async ({ draftId, member }, memberId, role) => {
    if (!may(member.role, 'lead')) return refused('not-allowed')
    const changed = await store.changeRole(draftId, memberId, role, member.id, now())
    if (changed.ok) changes.announce({ name: 'role', draftId, memberId, role })
    return changed
  },

  changeSigning: async ({ draftId, member }, memberId, signing) => {
    if (!may(member.role, 'lead')) return refused('not-allowed')
    const changed = await store.changeSigning(draftId, memberId, signing, member.id, now())
    if (changed.ok) changes.announce({ name: 'record', draftId })
    return changed
  },

  remove: async ({ draftId, member }, memberId) => {
    if (!may(member.role, 'lead') && member.id !== memberId) return refused('not-allowed')
    const removed = await store.remove(draftId, memberId, member.id, now())
    if (removed.ok) changes.announce({ name: 'removed', draftId, memberId })
    return removed
  },

  setConfirmsWriters: async ({ draftId, member }, confirms) => {
    if (!may(member.role, 'lead')) return refused('not-allowed')
    await store.setConfirmsWriters(draftId, confirms, member.id, now())
    return accepted(null)
  },
})

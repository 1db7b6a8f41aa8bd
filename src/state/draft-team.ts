import type { HeldBackChange } from '../domain/held-back.ts'
import { refused, type Outcome } from '../domain/refusal.ts'
import type { Role } from '../domain/role.ts'
import type { Signing } from '../domain/signing.ts'
import type { WaysBack } from '../sync/recovery-api.ts'
import type { AuditPage, OwnSession } from '../sync/team-api.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'

/** What people decide about a draft's members and see of its record. Everything here needs the server. */
export interface DraftTeam {
  changeRole(memberId: string, role: Role): Promise<Outcome<null>>
  /** Says who may agree for the organisation they were invited for; null for nobody. */
  changeSigning(memberId: string, signing: Signing | null): Promise<Outcome<null>>
  /** Removes a member, or turns away who waits. */
  remove(memberId: string): Promise<Outcome<null>>
  /** Ends one's own membership; the copy on this device stays until `removeFromDevice`. `last-owner` as everywhere. */
  leave(): Promise<Outcome<null>>
  confirm(memberId: string): Promise<Outcome<null>>
  setConfirmsWriters(confirms: boolean): Promise<Outcome<null>>
  readAudit(before?: number): Promise<Outcome<AuditPage>>
  listHeldBack(): Promise<Outcome<HeldBackChange[]>>
  acceptHeldBack(id: string): Promise<Outcome<null>>
  dropHeldBack(id: string): Promise<Outcome<null>>
  listSessions(): Promise<Outcome<OwnSession[]>>
  endSession(publicId: string): Promise<Outcome<null>>
  endOtherSessions(): Promise<Outcome<null>>
  /** One's own, as somebody who leads. */
  readWaysBack(): Promise<Outcome<WaysBack>>
  /** The code is shown this once and takes the place of an older one. */
  makeRecoveryCode(): Promise<Outcome<string>>
  /** `already-there` when this authenticator has one, `not-allowed` when the person or the browser called it off. */
  makePasskey(): Promise<Outcome<null>>
  removePasskey(id: string): Promise<Outcome<null>>
}

/** Asks the server, and after each change who belongs to the draft now. */
export const createDraftTeam = ({ api: { team, recovery } }: Desk, live: LiveDraft): DraftTeam => {
  const { draftId } = live
  const thenLook = async (done: Promise<Outcome<null>>): Promise<Outcome<null>> => {
    const answer = await done
    await live.refreshAccess()
    return answer
  }
  return {
    changeRole: (memberId, role) => thenLook(team.changeRole(draftId, memberId, role)),
    changeSigning: (memberId, signing) => thenLook(team.changeSigning(draftId, memberId, signing)),
    remove: (memberId) => thenLook(team.remove(draftId, memberId)),
    leave: async () => {
      const me = live.record().access?.me
      if (!me) return refused('unreachable')
      live.membership.isLeaving = true
      const left = await team.remove(draftId, me.id)
      live.membership.isLeaving = left.ok
      return left
    },
    confirm: (memberId) => thenLook(team.confirm(draftId, memberId)),
    setConfirmsWriters: (confirmsWriters) => thenLook(team.changeSettings(draftId, { confirmsWriters })),
    readAudit: (before) => team.readAudit(draftId, before),
    listHeldBack: () => team.listHeldBack(draftId),
    acceptHeldBack: (id) => thenLook(team.acceptHeldBack(draftId, id)),
    dropHeldBack: (id) => thenLook(team.dropHeldBack(draftId, id)),
    listSessions: () => team.listSessions(),
    endSession: (publicId) => team.endSession(publicId),
    endOtherSessions: () => team.endOtherSessions(),
    readWaysBack: () => recovery.readWaysBack(draftId),
    makeRecoveryCode: () => recovery.makeCode(draftId),
    makePasskey: async () => {
      const offer = await recovery.offerPasskey(draftId)
      if (!offer.ok) return offer
      const { createPasskey } = await import('./passkeys.ts')
      const { name } = live.record().me
      const made = await createPasskey(offer.value, [live.summary().title, name].filter(Boolean).join(' · '), name)
      return made.ok ? recovery.addPasskey(draftId, made.value) : made
    },
    removePasskey: (id) => recovery.removePasskey(draftId, id),
  }
}

import type { DraftAccess } from '../domain/draft-access.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import { may } from '../domain/role.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'
import { findLoss, handOver, unsentOf, type LostAccess } from './lost-access.ts'

/** Who this person is in a draft by what the server says: asked, remembered on this device, and acted upon. */
export class DraftMembership {
  /** Whoever leaves by themselves is not told that their access has ended. */
  isLeaving = false
  readonly #desk: Desk
  readonly #live: LiveDraft

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
  }

  /** Asks the server who belongs to the draft. Refused with `unreachable` before the server knows it. */
  async refresh(): Promise<Outcome<DraftAccess>> {
    const { registered, draftId } = this.#live.record()
    if (!registered) return refused('unreachable')
    const answer = await this.#desk.api.readAccess(draftId)
    if (answer.ok) await this.#takeAccess(answer.value)
    else if (answer.refusal === 'removed') await this.#takeRemoval()
    return answer
  }

  /** What this device could no longer send because the right to write ended; null while it has not. */
  lost(): LostAccess | null {
    const loss = this.isLeaving ? null : findLoss(this.#live)
    const { said, acts } = unsentOf(this.#live)
    const isAllText = said + acts === 0
    return loss && { ...loss, handedOver: isAllText && (this.#live.record().handedOver ?? false) }
  }

  /** Lets the server know a draft that was started on this device. */
  async register(): Promise<Outcome<unknown>> {
    const { draftId, callId, me, registered } = this.#live.record()
    if (registered) return accepted(null)
    // Any answer brings this browser a token first. A registration whose answer is lost can then be repeated as the same
    // person; without one, the second try would be a stranger's.
    const greeting = await this.#desk.api.listMyDrafts()
    if (!greeting.ok) return greeting
    const answer = await this.#desk.api.registerDraft({ draftId, callId, person: me })
    if (answer.ok) await this.#takeAccess(answer.value)
    return answer
  }

  /** A device that may no longer write gives what waits to the owners instead of a socket that would refuse it. */
  async fetchTicket(): Promise<Outcome<string>> {
    const answer = await this.#desk.api.team.ticket(this.#live.draftId)
    if (!answer.ok) return answer
    const { ticket, role } = answer.value
    const isWaiting = this.#live.storage.waiting().length > 0
    if (isWaiting && this.#live.record().handedOutAt && (await this.#goOnAfterOthers())) return refused('unreachable')
    if (may(role, 'write-content') || !isWaiting) return accepted(ticket)
    await this.refresh()
    return refused('not-allowed')
  }

  /** True where others have brought from a file what waits here: the page begins anew with what they made of it. */
  async #goOnAfterOthers(): Promise<boolean> {
    const { goOnAfterOthers } = await import('./rescue/go-on-after-others.ts')
    return goOnAfterOthers(this.#desk, this.#live)
  }

  async #takeRemoval(): Promise<void> {
    await this.#remember({ removed: true })
    await this.#giveUpWriting()
  }

  async #giveUpWriting(): Promise<void> {
    if (this.#live.record().handedOver || !(await handOver(this.#desk, this.#live))) return
    // The server takes it once: after a reload there is nobody left to ask.
    await this.#remember({ handedOver: true })
  }

  async #remember(change: Partial<DraftRecord>): Promise<void> {
    this.#live.change(change)
    await this.#desk.deviceStore.changeDraft(this.#live.draftId, change)
  }

  async #takeAccess(access: DraftAccess): Promise<void> {
    const couldWrite = may(this.#live.record().access?.me.role ?? 'owner', 'write-content')
    const { name, organisation, sector } = access.me
    const mayWrite = may(access.me.role, 'write-content')
    const known = { access, registered: true, removed: false, me: { name, organisation, sector } }
    await this.#remember({ ...known, ...(mayWrite && { handedOver: false }) })
    if (!mayWrite && (couldWrite || this.lost() !== null)) await this.#giveUpWriting()
  }
}

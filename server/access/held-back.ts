import type { DraftId } from '../../src/domain/draft-id.ts'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import type { HeldBackChange } from '../../src/domain/held-back.ts'
import type { Member } from '../../src/domain/person.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import type { KnownMembership, Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'
import { handOverLimitMs } from './membership.ts'
import { createRecordId } from './tokens.ts'

/** How long owners have to look at what is held back. */
const heldBackLifeMs = 30 * 86_400_000

/** At most this much waits in one draft, so that nobody fills the disk with what nobody reads. */
const maxHeldBack = 50
const maxHeldBackBytes = maxDraftBytes

/**
 * When somebody's right to write ends while a device of theirs is offline, the server cannot know what was written
 * before: it does not trust the device's clock. So every device hands over once, at its first contact after the change,
 * what it had not sent. That is held back for the owners to read, accept or drop. Everything later is refused.
 */
export interface HeldBackChanges {
  /** `not-allowed` when the right to write never ended or the device has handed over before; `invalid` when the draft would not take it. */
  handOver(sessionId: string, from: KnownMembership, update: Uint8Array): Promise<Outcome<null>>
  list(me: Membership): Promise<Outcome<HeldBackChange[]>>
  /** Writes it into the draft in its author's name. `invalid` when the draft no longer takes it; then it stays. */
  accept(me: Membership, id: string): Promise<Outcome<null>>
  drop(me: Membership, id: string): Promise<Outcome<null>>
}

/** Looks at a change beside the draft it was made for, without writing it. */
export interface LateChanges {
  /** `nothing` when the draft has all of it, `unusable` when the rules for updates will never let it in. */
  judge(draftId: DraftId, change: Uint8Array): Promise<'news' | 'nothing' | 'unusable'>
  /** Empty where it cannot be shown. */
  inWords(draftId: DraftId, change: Uint8Array): Promise<Pick<HeldBackChange, 'sections' | 'facts'>>
}

/** Writes an update into a draft as a member's; false when the rules for updates refuse it. */
export type WriteUpdate = (draftId: DraftId, author: Member, update: Uint8Array) => Promise<boolean>

export const createHeldBackChanges = (
  { record, access }: Pick<Store, 'record' | 'access'>,
  late: LateChanges,
  writeUpdate: WriteUpdate,
  now: () => number = Date.now,
): HeldBackChanges => {
  const find = async ({ draftId, member }: Membership, id: string) => {
    if (!may(member.role, 'lead')) return refused('not-allowed')
    const held = (await record.listHeldBack(draftId, now())).find((each) => each.id === id)
    return held ? accepted(held) : refused('absent')
  }

  const isFull = async (draftId: DraftId, more: number, at: number): Promise<boolean> =>
    (await record.countHeldBack(draftId, at)) >= maxHeldBack ||
    (await record.sizeHeldBack(draftId)) + more > maxHeldBackBytes

  return {
    handOver: async (sessionId, { draftId, member, lostWritingAt }, update) => {
      const at = now()
      if (lostWritingAt === null || at - lostWritingAt > handOverLimitMs) return refused('not-allowed')
      const found = await late.judge(draftId, update)
      if (found === 'unusable') return refused('invalid')
      const isEmpty = found === 'nothing'
      if (!isEmpty && (await isFull(draftId, update.length, at))) return refused('busy')
      const held = { id: createRecordId(), memberId: member.id, bytes: update, at, expiresAt: at + heldBackLifeMs }
      return (await record.handOver(draftId, sessionId, isEmpty ? null : held, at))
        ? accepted(null)
        : refused('not-allowed')
    },

    list: async ({ draftId, member }) => {
      if (!may(member.role, 'lead')) return refused('not-allowed')
      const authors = new Map((await access.listFormerMembers(draftId)).map(({ id, name }) => [id, name]))
      const changes: HeldBackChange[] = []
      for (const { id, memberId, bytes, at, expiresAt } of await record.listHeldBack(draftId, now())) {
        const name = authors.get(memberId) ?? ''
        changes.push({ id, memberId, name, at, expiresAt, ...(await late.inWords(draftId, bytes)) })
      }
      return accepted(changes)
    },

    accept: async (me, id) => {
      const held = await find(me, id)
      if (!held.ok) return held
      const { memberId, bytes } = held.value
      const author = (await access.listFormerMembers(me.draftId)).find((member) => member.id === memberId)
      if (!author || !(await writeUpdate(me.draftId, author, bytes))) return refused('invalid')
      const note = { event: 'held-back-accepted', actorId: me.member.id, subjectId: memberId, at: now() } as const
      return (await record.removeHeldBack(me.draftId, id, note)) ? accepted(null) : refused('absent')
    },

    drop: async (me, id) => {
      const held = await find(me, id)
      if (!held.ok) return held
      const { memberId } = held.value
      const note = { event: 'held-back-dropped', actorId: me.member.id, subjectId: memberId, at: now() } as const
      return (await record.removeHeldBack(me.draftId, id, note)) ? accepted(null) : refused('absent')
    },
  }
}

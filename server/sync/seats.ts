import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Role } from '../../src/domain/role.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { AccessChange } from '../access/access-changes.ts'
import type { Ticket } from '../access/tickets.ts'

/** Somebody who is in a room or on the way into it. What they may do is as it stands now, not as when they came. */
export interface Seat {
  readonly ticket: Ticket
  role(): Role
  /** The close code once the access has ended. */
  ended(): number | null
  /** Called at each change: after one of anybody's role or place in the draft, and once when the own access ends. */
  onChange: (() => void) | null
}

/** All seats of this process, found by what can change them. */
export interface Seats {
  take(ticket: Ticket): Seat
  leave(seat: Seat): void
  apply(change: AccessChange): void
}

export const createSeats = (): Seats => {
  const byDraft = new Map<DraftId, Set<Seat>>()
  const bySession = new Map<string, Set<Seat>>()
  const changeSeat = new WeakMap<Seat, (change: AccessChange) => void>()

  return {
    take: (ticket) => {
      let role = ticket.member.role
      let ended: number | null = null
      const seat: Seat = { ticket, role: () => role, ended: () => ended, onChange: null }
      changeSeat.set(seat, (change) => {
        if (change.name === 'role') role = change.role
        else if (change.name !== 'record')
          ended = change.name === 'removed' ? closeCode.notAllowed : closeCode.signedOut
        seat.onChange?.()
      })
      addTo(byDraft, ticket.draftId, seat)
      addTo(bySession, ticket.sessionId, seat)
      return seat
    },

    leave: (seat) => {
      removeFrom(byDraft, seat.ticket.draftId, seat)
      removeFrom(bySession, seat.ticket.sessionId, seat)
    },

    apply: (change) => {
      const touched = change.name === 'session-ended' ? bySession.get(change.sessionId) : byDraft.get(change.draftId)
      for (const seat of touched ? [...touched] : []) {
        const isOwn =
          change.name === 'session-ended' || (change.name !== 'record' && seat.ticket.member.id === change.memberId)
        if (isOwn) changeSeat.get(seat)?.(change)
        // The others see another list of people, or of what they agreed to.
        else seat.onChange?.()
      }
    },
  }
}

const addTo = <Key>(groups: Map<Key, Set<Seat>>, key: Key, seat: Seat): void => {
  const group = groups.get(key) ?? new Set()
  groups.set(key, group.add(seat))
}

const removeFrom = <Key>(groups: Map<Key, Set<Seat>>, key: Key, seat: Seat): void => {
  const group = groups.get(key)
  group?.delete(seat)
  if (group?.size === 0) groups.delete(key)
}

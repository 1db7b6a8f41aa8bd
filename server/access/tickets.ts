import type { DocumentId } from '../../src/domain/document-id.ts'
import type { Membership } from '../store/access-store.ts'
import type { AccessChange } from './access-changes.ts'
import { createToken } from './tokens.ts'

/** A ticket is good for one socket within this time. */
export const ticketLifeMs = 60_000

/** Tickets one session can have at a time; the oldest gives way. A browser with many tabs reconnecting needs as many. */
const maxPerSession = 64

/** Whom a ticket lets in, as found when it was asked for. */
export interface Ticket extends Membership {
  /** What it opens: the content of the draft, or its discussion. */
  documentId: DocumentId
  sessionId: string
}

/**
 * The one-time tickets of this process. A socket's handshake is a GET that a browser sends with cookies from any page;
 * the ticket has to be fetched by a POST first, which only our own pages can do. It says at once who comes, so that a
 * socket costs no look into the database, and whoever gets hold of it has one socket of one session for a minute at most.
 */
export interface Tickets {
  issue(ticket: Ticket): string
  /** Uses it up. Null when it was never issued to this session, was used, has expired or lost its ground since. */
  redeem(token: string, sessionId: string): Ticket | null
  /** Takes back the tickets a change makes wrong; their holders fetch others. */
  revoke(change: AccessChange): void
}

export const createTickets = (now: () => number = Date.now): Tickets => {
  /** By session, the one that was given a ticket last at the end; so the outdated ones are at the front. */
  const bySession = new Map<string, Map<string, Ticket & { expiresAt: number }>>()

  const sweep = (): void => {
    for (const [sessionId, tickets] of bySession) {
      const newest = [...tickets.values()].at(-1)
      if (newest && newest.expiresAt > now()) return
      bySession.delete(sessionId)
    }
  }

  return {
    issue: (ticket) => {
      sweep()
      const token = createToken()
      const tickets = bySession.get(ticket.sessionId) ?? new Map<string, Ticket & { expiresAt: number }>()
      tickets.set(token, { ...ticket, expiresAt: now() + ticketLifeMs })
      const [oldest] = tickets.keys()
      if (tickets.size > maxPerSession && oldest) tickets.delete(oldest)
      bySession.delete(ticket.sessionId)
      bySession.set(ticket.sessionId, tickets)
      return token
    },

    redeem: (token, sessionId) => {
      const tickets = bySession.get(sessionId)
      const ticket = tickets?.get(token)
      tickets?.delete(token)
      return ticket && ticket.expiresAt > now() ? ticket : null
    },

    revoke: (change) => {
      if (change.name === 'session-ended') {
        bySession.delete(change.sessionId)
        return
      }
      if (change.name === 'record') return
      for (const tickets of bySession.values()) {
        for (const [token, { draftId, member }] of tickets) {
          if (draftId === change.draftId && member.id === change.memberId) tickets.delete(token)
        }
      }
    },
  }
}

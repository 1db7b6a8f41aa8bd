import * as v from 'valibot'
import type { DocumentId } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { HeldBackChange } from '../domain/held-back.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import type { Role } from '../domain/role.ts'
import type { Signing } from '../domain/signing.ts'
import { documentPath } from '../protocol/document-path.ts'
import {
  auditPageSchema,
  authorsSchema,
  heldBackListSchema,
  sessionsSchema,
  ticketSchema,
  type AuditPage,
  type Author,
  type DraftSettings,
  type IssuedTicket,
  type OwnSession,
} from '../protocol/team-http.ts'
import type { Ask } from './ask.ts'

export type { AuditPage, OwnSession } from '../protocol/team-http.ts'

/** Who may do what in a draft, and what the server vouches for. Refusals and silence as everywhere in `HttpApi`. */
export interface TeamApi {
  /** For the next socket of one of the draft's documents. */
  ticket(documentId: DocumentId): Promise<Outcome<IssuedTicket>>
  confirm(draftId: DraftId, memberId: string): Promise<Outcome<null>>
  changeRole(draftId: DraftId, memberId: string, role: Role): Promise<Outcome<null>>
  changeSigning(draftId: DraftId, memberId: string, signing: Signing | null): Promise<Outcome<null>>
  /** Removes a member, turns away who waits, or leaves oneself. */
  remove(draftId: DraftId, memberId: string): Promise<Outcome<null>>
  changeSettings(draftId: DraftId, settings: DraftSettings): Promise<Outcome<null>>
  listSessions(): Promise<Outcome<OwnSession[]>>
  endSession(publicId: string): Promise<Outcome<null>>
  endOtherSessions(): Promise<Outcome<null>>
  /** Newest first; `before` is the number of the last line one has. */
  readAudit(draftId: DraftId, before?: number): Promise<Outcome<AuditPage>>
  /** Who writes under these Yjs client ids, at most 500 of them. */
  readAuthors(draftId: DraftId, clientIds: readonly number[]): Promise<Outcome<Author[]>>
  /** What this device had not sent when its right to write ended; once. */
  handOver(draftId: DraftId, update: Uint8Array): Promise<Outcome<null>>
  listHeldBack(draftId: DraftId): Promise<Outcome<HeldBackChange[]>>
  acceptHeldBack(draftId: DraftId, id: string): Promise<Outcome<null>>
  dropHeldBack(draftId: DraftId, id: string): Promise<Outcome<null>>
}

export const createTeamApi = (ask: Ask): TeamApi => {
  const act = async (
    ...request: [method: Parameters<Ask>[1], path: string, body?: unknown]
  ): Promise<Outcome<null>> => {
    const answer = await ask(v.unknown(), ...request)
    return answer.ok ? accepted(null) : answer
  }
  const at = (draftId: DraftId, ...parts: string[]) => ['drafts', draftId, ...parts.map(encodeURIComponent)].join('/')

  return {
    ticket: (documentId) => ask(ticketSchema, 'POST', `drafts/${documentPath(documentId)}/ticket`),
    confirm: (draftId, memberId) => act('POST', at(draftId, 'members', memberId, 'confirm')),
    changeRole: (draftId, memberId, role) => act('PATCH', at(draftId, 'members', memberId), { role }),
    changeSigning: (draftId, memberId, signing) => act('PUT', at(draftId, 'members', memberId, 'signing'), { signing }),
    remove: (draftId, memberId) => act('DELETE', at(draftId, 'members', memberId)),
    changeSettings: (draftId, settings) => act('PUT', at(draftId, 'settings'), settings),
    listSessions: async () => {
      const listed = await ask(sessionsSchema, 'GET', 'sessions')
      return listed.ok ? accepted(listed.value.sessions) : listed
    },
    endSession: (publicId) => act('DELETE', `sessions/${encodeURIComponent(publicId)}`),
    endOtherSessions: () => act('DELETE', 'sessions'),
    readAudit: (draftId, before) =>
      ask(auditPageSchema, 'GET', `${at(draftId, 'audit')}${before === undefined ? '' : `?before=${before}`}`),
    readAuthors: async (draftId, clientIds) => {
      const answer = await ask(authorsSchema, 'POST', at(draftId, 'authors'), { clientIds })
      return answer.ok ? accepted(answer.value.authors) : answer
    },
    handOver: (draftId, update) => act('POST', at(draftId, 'hand-over'), update),
    listHeldBack: async (draftId) => {
      const listed = await ask(heldBackListSchema, 'GET', at(draftId, 'held-back'))
      return listed.ok ? accepted(listed.value.changes) : listed
    },
    acceptHeldBack: (draftId, id) => act('POST', at(draftId, 'held-back', id, 'accept')),
    dropHeldBack: (draftId, id) => act('DELETE', at(draftId, 'held-back', id)),
  }
}

import * as v from 'valibot'
import { readCall, type Call } from '../domain/call.ts'
import {
  draftAccessSchema,
  invitationViewSchema,
  type DraftAccess,
  type InvitationView,
  type Invite,
} from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import {
  callsSchema,
  madeInvitationSchema,
  myDraftsSchema,
  type Look,
  type MadeInvitation,
  type MyDrafts,
  type Redeem,
  type RegisterDraft,
} from '../protocol/http.ts'
import { createAsk, type Ask } from './ask.ts'
import { createRecoveryApi, type RecoveryApi } from './recovery-api.ts'
import { createTeamApi, type TeamApi } from './team-api.ts'

/** A draft of this session as the server lists it. */
export type MyDraft = MyDrafts['drafts'][number]

/** What the server answers outside the socket. Nothing throws; a server that cannot be reached is `unreachable`. */
export interface HttpApi {
  listCalls(): Promise<Outcome<Call[]>>
  listMyDrafts(): Promise<Outcome<MyDraft[]>>
  registerDraft(body: RegisterDraft): Promise<Outcome<DraftAccess>>
  readAccess(draftId: DraftId): Promise<Outcome<DraftAccess>>
  invite(draftId: DraftId, invite: Invite): Promise<Outcome<MadeInvitation>>
  withdrawInvitation(draftId: DraftId, invitationId: string): Promise<Outcome<null>>
  lookAtInvitation(body: Look): Promise<Outcome<InvitationView>>
  redeemInvitation(body: Redeem): Promise<Outcome<DraftAccess>>
  team: TeamApi
  recovery: RecoveryApi
  /** For what comes with a part of the app of its own. */
  ask: Ask
}

export const openHttpApi = (origin: string, send: typeof fetch = globalThis.fetch): HttpApi => {
  const ask = createAsk(origin, send)
  const draftPath = (draftId: DraftId) => `drafts/${draftId}`
  return {
    listCalls: async () => {
      const answer = await ask(callsSchema, 'GET', 'calls')
      return answer.ok ? accepted(answer.value.calls.flatMap(readableCall)) : answer
    },
    listMyDrafts: async () => {
      const answer = await ask(myDraftsSchema, 'GET', 'drafts')
      return answer.ok ? accepted(answer.value.drafts) : answer
    },
    registerDraft: (body) => ask(draftAccessSchema, 'POST', 'drafts', body),
    readAccess: (draftId) => ask(draftAccessSchema, 'GET', draftPath(draftId)),
    invite: (draftId, invite) => ask(madeInvitationSchema, 'POST', `${draftPath(draftId)}/invitations`, invite),
    withdrawInvitation: async (draftId, invitationId) => {
      const path = `${draftPath(draftId)}/invitations/${encodeURIComponent(invitationId)}`
      const answer = await ask(v.unknown(), 'DELETE', path)
      return answer.ok ? accepted(null) : answer
    },
    lookAtInvitation: (body) => ask(invitationViewSchema, 'POST', 'invitations/look', body),
    redeemInvitation: (body) => ask(draftAccessSchema, 'POST', 'invitations/redeem', body),
    team: createTeamApi(ask),
    recovery: createRecoveryApi(ask),
    ask,
  }
}

const readableCall = (json: unknown): Call[] => {
  const read = readCall(json)
  return read.ok ? [read.call] : []
}

import { Hono } from 'hono'
import type { Call } from '../../src/domain/call.ts'
import type { InvitationView } from '../../src/domain/draft-access.ts'
import { isDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { lookSchema, redeemSchema } from '../../src/protocol/http.ts'
import { lookAtInvitation, redeemInvitation } from '../access/invitations.ts'
import { readAccess } from '../access/membership.ts'
import { hashToken } from '../access/tokens.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import type { DraftSummary } from './draft-summary.ts'
import type { Variables } from './session.ts'

/** /api/invitations: what stands on an invitation, and joining by it. Secrets come in bodies only. */
export const createInvitationRoutes = (
  store: Store,
  calls: ReadonlyMap<string, Call>,
  readSummary: (draftId: DraftId, call: Call | undefined) => Promise<DraftSummary>,
): Hono<{ Variables: Variables }> => {
  const routes = new Hono<{ Variables: Variables }>()

  routes.post('/look', async (c) => {
    const body = await readBody(c, lookSchema)
    if (!body.ok) return refuse(c, body.refusal)
    const { draftId, secret } = body.value
    if (!isDraftId(draftId)) return refuse(c, 'invitation-unusable')
    const looked = await lookAtInvitation(store.access, { draftId, secret }, Date.now())
    if (!looked.ok) return refuse(c, looked.refusal)
    const { invitation, callId, inviter } = looked.value
    const { title, organisations } = await readSummary(draftId, calls.get(callId))
    const view: InvitationView = {
      draftId,
      callId,
      title,
      inviter: toPerson(inviter),
      invited: { ...toPerson(invitation), role: invitation.role },
      organisations: withMembers(organisations, await store.access.listMembers(draftId)),
      expiresAt: invitation.expiresAt,
    }
    return c.json(view)
  })

  routes.post('/redeem', async (c) => {
    const body = await readBody(c, redeemSchema)
    if (!body.ok) return refuse(c, body.refusal)
    const { draftId, secret, name } = body.value
    if (!isDraftId(draftId)) return refuse(c, 'invitation-unusable')
    const now = Date.now()
    // Looked at first, so that a useless secret makes no session.
    const looked = c.get('sessionId') === null ? await lookAtInvitation(store.access, { draftId, secret }, now) : null
    if (looked?.ok === false) {
      await store.access.noteRefusedInvitation(draftId, hashToken(secret), now)
      return refuse(c, looked.refusal)
    }
    const redeemed = await redeemInvitation(store.access, await c.get('beginSession')(), { draftId, secret, name }, now)
    return redeemed.ok ? c.json(await readAccess(store, redeemed.value, now)) : refuse(c, redeemed.refusal)
  })

  return routes
}

const toPerson = ({ name, organisation, sector }: Person): Person => ({ name, organisation, sector })

/** The partners in the draft, and the organisations of its members that nobody entered as partners yet. */
const withMembers = (
  partners: DraftSummary['organisations'],
  members: readonly Person[],
): InvitationView['organisations'] => {
  const byName = new Map(partners.map((partner) => [partner.name, partner]))
  for (const { organisation, sector } of members) {
    if (!byName.has(organisation)) byName.set(organisation, { name: organisation, sector })
  }
  return [...byName.values()]
}

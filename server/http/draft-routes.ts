import { Hono } from 'hono'
import type { Call } from '../../src/domain/call.ts'
import { inviteSchema } from '../../src/domain/draft-access.ts'
import { isDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import { registerDraftSchema, type MadeInvitation, type MyDrafts } from '../../src/protocol/http.ts'
import { makeInvitation, withdrawInvitation } from '../access/invitations.ts'
import { readAccess, registerDraft } from '../access/membership.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import type { DraftSummary } from './draft-summary.ts'
import { findMember, type Env } from './find-member.ts'

/** /api/drafts: the drafts of this browser, starting one, and who belongs to it. */
export const createDraftRoutes = (
  store: Store,
  calls: ReadonlyMap<string, Call>,
  readSummary: (draftId: DraftId, call: Call | undefined) => Promise<DraftSummary>,
  findEnd: (draftId: DraftId, now: number) => Promise<number | null>,
): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const sessionId = c.get('sessionId')
    const memberships = sessionId === null ? [] : await store.access.listMemberships(sessionId)
    const drafts: MyDrafts['drafts'] = []
    for (const { draftId, callId, member } of memberships) {
      const { title } = await readSummary(draftId, calls.get(callId))
      drafts.push({ draftId, callId, title, me: member })
    }
    return c.json({ drafts } satisfies MyDrafts)
  })

  routes.post('/', async (c) => {
    const body = await readBody(c, registerDraftSchema)
    if (!body.ok) return refuse(c, body.refusal)
    const { draftId, callId, person } = body.value
    if (!isDraftId(draftId) || !calls.has(callId)) return refuse(c, 'invalid')
    const now = Date.now()
    const registered = await registerDraft(
      store.access,
      await c.get('beginSession')(),
      { draftId, callId, person },
      now,
    )
    if (!registered.ok) return refuse(c, registered.refusal)
    const { membership, isNew } = registered.value
    return c.json(await readAccess(store, membership, now), isNew ? 201 : 200)
  })

  routes.get('/:draftId', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const { me } = asking.value
    const now = Date.now()
    return c.json({ ...(await readAccess(store, me, now)), endsAt: await findEnd(me.draftId, now) })
  })

  routes.post('/:draftId/invitations', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const invite = await readBody(c, inviteSchema)
    if (!invite.ok) return refuse(c, invite.refusal)
    const made = await makeInvitation(store.access, asking.value.me, invite.value, Date.now())
    return made.ok ? c.json(made.value satisfies MadeInvitation, 201) : refuse(c, made.refusal)
  })

  routes.delete('/:draftId/invitations/:invitationId', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const withdrawn = await withdrawInvitation(store.access, asking.value.me, c.req.param('invitationId'), Date.now())
    return withdrawn.ok ? c.body(null, 204) : refuse(c, withdrawn.refusal)
  })

  return routes
}

import { Hono } from 'hono'
import type { Call } from '../../src/domain/call.ts'
import { inviteSchema } from '../../src/domain/draft-access.ts'
import { isDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import { accepted } from '../../src/domain/refusal.ts'
import { registerDraftSchema, type MyDrafts } from '../../src/protocol/http.ts'
import { makeInvitation, withdrawInvitation } from '../access/invitations.ts'
import { readAccess, registerDraft } from '../access/membership.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import type { DraftSummary } from './draft-summary.ts'
import { answerMembers, type Env } from './find-member.ts'

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

  const answer = answerMembers(store.access)

  routes.get('/:draftId', (c) =>
    answer(c, async ({ me }) => {
      const now = Date.now()
      return accepted({ ...(await readAccess(store, me, now)), endsAt: await findEnd(me.draftId, now) })
    }),
  )

  routes.post('/:draftId/invitations', (c) =>
    answer(
      c,
      async ({ me }) => {
        const invite = await readBody(c, inviteSchema)
        return invite.ok ? makeInvitation(store.access, me, invite.value, Date.now()) : invite
      },
      201,
    ),
  )

  routes.delete('/:draftId/invitations/:invitationId', (c) =>
    answer(c, ({ me }) => withdrawInvitation(store.access, me, c.req.param('invitationId'), Date.now())),
  )

  return routes
}

import { Hono } from 'hono'
import { accepted } from '../../src/domain/refusal.ts'
import { askAuthorsSchema, auditPageLength } from '../../src/protocol/team-http.ts'
import type { HeldBackChanges } from '../access/held-back.ts'
import { readAuditPage } from '../record/audit-trail.ts'
import { readAuthors } from '../record/authors.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { answerMembers, findAnyone, type Env } from './find-member.ts'
import { createRateLimit } from './rate-limit.ts'

/** Each is read beside the whole draft; a device tries again at each contact until it is taken. */
const handedOverPerHour = 60
const hourMs = 3_600_000

/** Below /api/drafts/:draftId: the audit trail, who wrote what, and changes that came too late. */
export const createRecordRoutes = (store: Store, heldBack: HeldBackChanges): Hono<Env> => {
  const routes = new Hono<Env>()
  const answer = answerMembers(store.access)
  const handOverLimit = createRateLimit(handedOverPerHour, hourMs)

  routes.get('/:draftId/audit', (c) => {
    const before = Number(c.req.query('before') ?? Infinity)
    const newest = Number.isNaN(before) ? Infinity : before
    return answer(c, ({ me }) => readAuditPage(store, me, newest, auditPageLength))
  })

  routes.post('/:draftId/authors', (c) =>
    answer(c, async ({ me }) => {
      const asked = await readBody(c, askAuthorsSchema)
      return asked.ok ? accepted({ authors: await readAuthors(store, me.draftId, asked.value.clientIds) }) : asked
    }),
  )

  routes.post('/:draftId/hand-over', async (c) => {
    const asking = await findAnyone(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const { sessionId, me } = asking.value
    const now = Date.now()
    if (handOverLimit.waitMs(sessionId, now) > 0) return refuse(c, 'busy')
    handOverLimit.spend(sessionId, now)
    const done = await heldBack.handOver(sessionId, me, new Uint8Array(await c.req.arrayBuffer()))
    return done.ok ? c.body(null, 204) : refuse(c, done.refusal)
  })

  routes.get('/:draftId/held-back', (c) =>
    answer(c, async ({ me }) => {
      const changes = await heldBack.list(me)
      return changes.ok ? accepted({ changes: changes.value }) : changes
    }),
  )

  routes.post('/:draftId/held-back/:id/accept', (c) => answer(c, ({ me }) => heldBack.accept(me, c.req.param('id'))))

  routes.delete('/:draftId/held-back/:id', (c) => answer(c, ({ me }) => heldBack.drop(me, c.req.param('id'))))

  return routes
}

import { Hono } from 'hono'
import { auditPageLength } from '../../src/protocol/team-http.ts'
import type { HeldBackChanges } from '../access/held-back.ts'
import { readAuditPage } from '../record/audit-trail.ts'
import type { Store } from '../store/open-store.ts'
import { refuse } from './answers.ts'
import { findAnyone, findMember, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: the audit trail, and changes that came too late. */
export const createRecordRoutes = (store: Store, heldBack: HeldBackChanges): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/:draftId/audit', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const before = Number(c.req.query('before') ?? Infinity)
    const page = await readAuditPage(store, asking.value.me, Number.isNaN(before) ? Infinity : before, auditPageLength)
    return page.ok ? c.json(page.value) : refuse(c, page.refusal)
  })

  routes.post('/:draftId/hand-over', async (c) => {
    const asking = await findAnyone(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const { sessionId, me } = asking.value
    const done = await heldBack.handOver(sessionId, me, new Uint8Array(await c.req.arrayBuffer()))
    return done.ok ? c.body(null, 204) : refuse(c, done.refusal)
  })

  routes.get('/:draftId/held-back', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const changes = await heldBack.list(asking.value.me)
    return changes.ok ? c.json({ changes: changes.value }) : refuse(c, changes.refusal)
  })

  routes.post('/:draftId/held-back/:id/accept', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const done = await heldBack.accept(asking.value.me, c.req.param('id'))
    return done.ok ? c.body(null, 204) : refuse(c, done.refusal)
  })

  routes.delete('/:draftId/held-back/:id', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const done = await heldBack.drop(asking.value.me, c.req.param('id'))
    return done.ok ? c.body(null, 204) : refuse(c, done.refusal)
  })

  return routes
}

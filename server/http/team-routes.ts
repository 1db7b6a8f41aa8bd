import { Hono, type Context } from 'hono'
import type { Outcome } from '../../src/domain/refusal.ts'
import { changeRoleSchema, settingsSchema, type IssuedTicket } from '../../src/protocol/team-http.ts'
import type { Team } from '../access/team.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { findMember, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: tickets for sockets, members, settings. */
export const createTeamRoutes = (store: Store, team: Team, tickets: Tickets): Hono<Env> => {
  const routes = new Hono<Env>()

  const act = async (c: Context<Env>, work: (me: Membership) => Promise<Outcome<null>>): Promise<Response> => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const done = await work(asking.value.me)
    return done.ok ? c.body(null, 204) : refuse(c, done.refusal)
  }

  routes.post('/:draftId/ticket', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const { sessionId, me } = asking.value
    const { draftId, callId, member } = me
    const ticket = tickets.issue({ draftId, callId, member, sessionId })
    return c.json({ ticket, role: member.role } satisfies IssuedTicket, 201)
  })

  routes.post('/:draftId/members/:memberId/confirm', (c) => act(c, (me) => team.confirm(me, c.req.param('memberId'))))

  routes.patch('/:draftId/members/:memberId', (c) =>
    act(c, async (me) => {
      const body = await readBody(c, changeRoleSchema)
      return body.ok ? team.changeRole(me, c.req.param('memberId'), body.value.role) : body
    }),
  )

  routes.delete('/:draftId/members/:memberId', (c) => act(c, (me) => team.remove(me, c.req.param('memberId'))))

  routes.put('/:draftId/settings', (c) =>
    act(c, async (me) => {
      const body = await readBody(c, settingsSchema)
      return body.ok ? team.setConfirmsWriters(me, body.value.confirmsWriters) : body
    }),
  )

  return routes
}

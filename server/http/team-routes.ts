import { Hono, type Context } from 'hono'
import { discussionOf, type DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { accepted } from '../../src/domain/refusal.ts'
import {
  changeRoleSchema,
  changeSigningSchema,
  settingsSchema,
  type IssuedTicket,
} from '../../src/protocol/team-http.ts'
import type { Team } from '../access/team.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Store } from '../store/open-store.ts'
import { readBody } from './answers.ts'
import { answerMembers, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: tickets for sockets, members, settings. */
export const createTeamRoutes = (store: Store, team: Team, tickets: Tickets): Hono<Env> => {
  const routes = new Hono<Env>()

  const answer = answerMembers(store.access)

  const issue = (c: Context<Env>, documentIn: (draftId: DraftId) => DocumentId) =>
    answer(
      c,
      async ({ sessionId, me: { draftId, callId, member } }) => {
        const ticket = tickets.issue({ draftId, callId, member, sessionId, documentId: documentIn(draftId) })
        return accepted({ ticket, role: member.role } satisfies IssuedTicket)
      },
      201,
    )

  routes.post('/:draftId/ticket', (c) => issue(c, (draftId) => draftId))
  routes.post('/:draftId/discussion/ticket', (c) => issue(c, discussionOf))

  routes.post('/:draftId/members/:memberId/confirm', (c) =>
    answer(c, ({ me }) => team.confirm(me, c.req.param('memberId'))),
  )

  routes.patch('/:draftId/members/:memberId', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, changeRoleSchema)
      return body.ok ? team.changeRole(me, c.req.param('memberId'), body.value.role) : body
    }),
  )

  routes.put('/:draftId/members/:memberId/signing', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, changeSigningSchema)
      return body.ok ? team.changeSigning(me, c.req.param('memberId'), body.value.signing) : body
    }),
  )

  routes.delete('/:draftId/members/:memberId', (c) => answer(c, ({ me }) => team.remove(me, c.req.param('memberId'))))

  routes.put('/:draftId/settings', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, settingsSchema)
      return body.ok ? team.setConfirmsWriters(me, body.value.confirmsWriters) : body
    }),
  )

  return routes
}

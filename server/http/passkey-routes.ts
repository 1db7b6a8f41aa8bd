import { Hono } from 'hono'
import { refused } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import { passkeyProofSchema, passkeyVowSchema } from '../../src/protocol/passkey-http.ts'
import { readAccess } from '../access/membership.ts'
import { relyingParty } from '../access/origin.ts'
import type { Passkeys } from '../access/passkeys.ts'
import { sessionLabel } from '../access/session-label.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { answerMembers, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: an owner makes and removes passkeys. */
export const createPasskeyRoutes = (store: Store, passkeys: Passkeys, publicOrigin: string | null): Hono<Env> => {
  const routes = new Hono<Env>()

  const answer = answerMembers(store.access)

  routes.post('/:draftId/passkeys/offer', (c) => answer(c, ({ me }) => passkeys.offer(me), 201))

  routes.post('/:draftId/passkeys', (c) =>
    answer(c, async ({ me }) => {
      const party = relyingParty(c.req.header('origin'), publicOrigin)
      const body = await readBody(c, passkeyVowSchema)
      if (!party || !body.ok) return refused(may(me.member.role, 'lead') ? 'invalid' : 'not-allowed')
      return passkeys.add(me, party, body.value, sessionLabel(c.req.header('user-agent')))
    }),
  )

  routes.delete('/:draftId/passkeys/:id', (c) => answer(c, ({ me }) => passkeys.remove(me, c.req.param('id'))))

  return routes
}

/** /api/recovery/passkey: an owner comes back with a passkey. */
export const createPasskeySignIn = (store: Store, passkeys: Passkeys, publicOrigin: string | null): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.post('/question', (c) => c.json({ challenge: passkeys.ask() }, 201))

  routes.post('/', async (c) => {
    const party = relyingParty(c.req.header('origin'), publicOrigin)
    const body = await readBody(c, passkeyProofSchema)
    if (!body.ok || !party) return refuse(c, 'invalid')
    // A proof of no use makes no session.
    const proven = await passkeys.prove(party, body.value)
    if (!proven.ok) return refuse(c, proven.refusal)
    const back = await passkeys.use(proven.value, await c.get('beginSession')())
    return back.ok ? c.json(await readAccess(store, back.value, Date.now())) : refuse(c, back.refusal)
  })

  return routes
}

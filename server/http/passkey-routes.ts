import { Hono } from 'hono'
import { passkeyProofSchema, passkeyVowSchema } from '../../src/protocol/passkey-http.ts'
import { readAccess } from '../access/membership.ts'
import { relyingParty } from '../access/origin.ts'
import type { Passkeys } from '../access/passkeys.ts'
import { sessionLabel } from '../access/session-label.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { findMember, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: an owner makes and removes passkeys. */
export const createPasskeyRoutes = (store: Store, passkeys: Passkeys, publicOrigin: string | null): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.post('/:draftId/passkeys/offer', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const offer = await passkeys.offer(asking.value.me)
    return offer.ok ? c.json(offer.value, 201) : refuse(c, offer.refusal)
  })

  routes.post('/:draftId/passkeys', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const party = relyingParty(c.req.header('origin'), publicOrigin)
    const body = await readBody(c, passkeyVowSchema)
    if (!party || !body.ok) return refuse(c, asking.value.me.member.role === 'owner' ? 'invalid' : 'not-allowed')
    const added = await passkeys.add(asking.value.me, party, body.value, sessionLabel(c.req.header('user-agent')))
    return added.ok ? c.body(null, 204) : refuse(c, added.refusal)
  })

  routes.delete('/:draftId/passkeys/:id', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const removed = await passkeys.remove(asking.value.me, c.req.param('id'))
    return removed.ok ? c.body(null, 204) : refuse(c, removed.refusal)
  })

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

import { Hono } from 'hono'
import { may } from '../../src/domain/role.ts'
import { recoverSchema, type WaysBack } from '../../src/protocol/recovery-http.ts'
import { readAccess } from '../access/membership.ts'
import { isRecoveryCode, makeRecoveryCode, redeemRecoveryCode } from '../access/recovery.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { findMember, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: an owner's own ways back, and their code on paper. */
export const createWaysBackRoutes = (store: Store): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/:draftId/ways-back', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const { member } = asking.value.me
    if (!may(member.role, 'lead')) return refuse(c, 'not-allowed')
    const passkeys = await store.recovery.listPasskeys(member.id)
    return c.json({
      codeMadeAt: await store.recovery.codeMadeAt(member.id),
      passkeys: passkeys.map(({ id, label, createdAt, usedAt }) => ({ id, label, createdAt, usedAt })),
    } satisfies WaysBack)
  })

  routes.post('/:draftId/recovery-code', async (c) => {
    const asking = await findMember(store.access, c)
    if (!asking.ok) return refuse(c, asking.refusal)
    const code = await makeRecoveryCode(store.recovery, asking.value.me, Date.now())
    return code.ok ? c.json({ code: code.value }, 201) : refuse(c, code.refusal)
  })

  return routes
}

/** /api/recovery: an owner comes back with the code on paper. */
export const createRecoveryRoutes = (store: Store): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.post('/', async (c) => {
    const body = await readBody(c, recoverSchema)
    if (!body.ok) return refuse(c, body.refusal)
    const { code } = body.value
    const now = Date.now()
    // A code of no use makes no session.
    if (!(await isRecoveryCode(store.recovery, code))) return refuse(c, 'invitation-unusable')
    const back = await redeemRecoveryCode(store.recovery, await c.get('beginSession')(), code, now)
    return back.ok ? c.json(await readAccess(store, back.value, now)) : refuse(c, back.refusal)
  })
  return routes
}

import { Hono } from 'hono'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import { recoverSchema, type WaysBack } from '../../src/protocol/recovery-http.ts'
import { readAccess } from '../access/membership.ts'
import { isRecoveryCode, makeRecoveryCode, redeemRecoveryCode } from '../access/recovery.ts'
import type { Store } from '../store/open-store.ts'
import { readBody, refuse } from './answers.ts'
import { answerMembers, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId: an owner's own ways back, and their code on paper. */
export const createWaysBackRoutes = (store: Store): Hono<Env> => {
  const routes = new Hono<Env>()

  const answer = answerMembers(store.access)

  routes.get('/:draftId/ways-back', (c) =>
    answer(c, async ({ me: { member } }) => {
      if (!may(member.role, 'lead')) return refused('not-allowed')
      const passkeys = await store.recovery.listPasskeys(member.id)
      return accepted({
        codeMadeAt: await store.recovery.codeMadeAt(member.id),
        passkeys: passkeys.map(({ id, label, createdAt, usedAt }) => ({ id, label, createdAt, usedAt })),
      } satisfies WaysBack)
    }),
  )

  routes.post('/:draftId/recovery-code', (c) =>
    answer(
      c,
      async ({ me }) => {
        const code = await makeRecoveryCode(store.recovery, me, Date.now())
        return code.ok ? accepted({ code: code.value }) : code
      },
      201,
    ),
  )

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

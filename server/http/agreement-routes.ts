import { Hono } from 'hono'
import { accepted } from '../../src/domain/refusal.ts'
import { postPackageActSchema, postSignOffSchema } from '../../src/protocol/agreement-http.ts'
import type { AgreementRecord } from '../record/agreement.ts'
import type { AccessStore } from '../store/access-store.ts'
import { readBody } from './answers.ts'
import { answerMembers, type Env } from './find-member.ts'

/** Below /api/drafts/:draftId/agreement: who agreed to what, and the package. */
export const createAgreementRoutes = (store: AccessStore, agreement: AgreementRecord): Hono<Env> => {
  const routes = new Hono<Env>()
  const answer = answerMembers(store)

  routes.get('/:draftId/agreement', (c) => answer(c, async ({ me }) => accepted(await agreement.read(me))))

  routes.post('/:draftId/agreement/sign-offs', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, postSignOffSchema)
      return body.ok ? agreement.signOff(me, body.value) : body
    }),
  )

  routes.post('/:draftId/agreement/package', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, postPackageActSchema)
      return body.ok ? agreement.act(me, body.value) : body
    }),
  )

  return routes
}

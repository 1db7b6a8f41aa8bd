import { Hono } from 'hono'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import { makeVersionSchema } from '../../src/protocol/version-http.ts'
import type { Versions } from '../record/versions.ts'
import type { AccessStore } from '../store/access-store.ts'
import { readBody } from './answers.ts'
import { answerMembers, type Env } from './find-member.ts'
import { createRateLimit } from './rate-limit.ts'

/** Each costs the workshop a whole draft; what an offline day brings comes at once. */
const madePerHour = 60
const hourMs = 3_600_000

/** Below /api/drafts/:draftId: the versions of a draft. */
export const createVersionRoutes = (store: AccessStore, versions: Versions): Hono<Env> => {
  const routes = new Hono<Env>()
  const answer = answerMembers(store)
  const limit = createRateLimit(madePerHour, hourMs)

  routes.get('/:draftId/versions', (c) => answer(c, async ({ me }) => accepted({ versions: await versions.list(me) })))

  routes.get('/:draftId/versions/:versionId', (c) => answer(c, ({ me }) => versions.read(me, c.req.param('versionId'))))

  routes.post('/:draftId/versions', (c) =>
    answer(
      c,
      async ({ me }) => {
        const writes = may(me.member.role, 'write-content')
        if (!writes && me.member.signing === undefined) return refused('not-allowed')
        const now = Date.now()
        if (limit.waitMs(me.member.id, now) > 0) return refused('busy')
        limit.spend(me.member.id, now)
        const wanted = await readBody(c, makeVersionSchema)
        // Who agrees for an organisation need not write: what they agree to is kept all the same.
        if (wanted.ok && !writes && wanted.value.kind !== 'agreement') return refused('not-allowed')
        const made = wanted.ok ? await versions.make(me, wanted.value) : wanted
        if (made.ok && !made.value.isNew) limit.refund(me.member.id, now)
        return made.ok ? accepted(made.value.version) : made
      },
      201,
    ),
  )

  return routes
}

import { Hono } from 'hono'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { askForMailSchema, mailTokenSchema } from '../../src/protocol/mail-http.ts'
import { addressKey } from '../access/client-address.ts'
import { hashToken, isToken } from '../access/tokens.ts'
import type { MailWishes } from '../mail/open-mail.ts'
import type { AccessStore } from '../store/access-store.ts'
import { readBody, refuse } from './answers.ts'
import { addressOf } from './guards.ts'
import { answerMembers, type Env } from './find-member.ts'
import { createRateLimit } from './rate-limit.ts'

const dayMs = 86_400_000

/** How many first mails one member may have sent in a day: the addresses are whatever they type. */
const askedPerDay = 5
/** To one address, whoever asks, and from one place, whoever they say they are: both per day. */
const perAddress = 3
const perSource = 20

/** Below /api/drafts/:draftId/mail: whether and where one would like to be told by e-mail. */
export const createMailRoutes = (store: AccessStore, wishes: MailWishes, trustedProxies: number): Hono<Env> => {
  const routes = new Hono<Env>()
  const answer = answerMembers(store)
  const limits = {
    member: createRateLimit(askedPerDay, dayMs),
    address: createRateLimit(perAddress, dayMs),
    source: createRateLimit(perSource, dayMs),
  }

  routes.get('/:draftId/mail', (c) => answer(c, async ({ me }) => accepted(await wishes.read(me))))

  routes.put('/:draftId/mail', (c) =>
    answer(c, async ({ me }) => {
      const body = await readBody(c, askForMailSchema)
      if (!body.ok) return body
      const now = Date.now()
      const keys = {
        member: me.member.id,
        address: hashToken(body.value.address.toLowerCase()),
        source: addressKey(addressOf(c, trustedProxies)),
      }
      const kinds = ['member', 'address', 'source'] as const
      if (kinds.some((kind) => limits[kind].waitMs(keys[kind], now) > 0)) return refused('busy')
      for (const kind of kinds) limits[kind].spend(keys[kind], now)
      return wishes.ask(me, body.value)
    }),
  )

  routes.delete('/:draftId/mail', (c) => answer(c, async ({ me }) => accepted(await wishes.remove(me))))

  return routes
}

/** A mail program presses this by itself (RFC 8058): no page, no cookie, no Origin. */
export const isPressedInMail = (path: string): boolean => path.startsWith('/api/mail/end/')

/** Below /api/mail: what is pressed in a mail, by whoever has it, session or not. */
export const createMailLinkRoutes = (wishes: MailWishes): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.post('/confirm', async (c) => {
    const body = await readBody(c, mailTokenSchema)
    const done = body.ok ? await wishes.confirm(body.value.token) : body
    return done.ok ? c.json(done.value) : refuse(c, done.refusal)
  })

  routes.post('/end', async (c) => {
    const body = await readBody(c, mailTokenSchema)
    if (!body.ok) return refuse(c, body.refusal)
    await wishes.end(body.value.token)
    return c.body(null, 204)
  })

  routes.post('/end/:token', async (c) => {
    const token = c.req.param('token')
    if (isToken(token)) await wishes.end(token)
    return c.body(null, 204)
  })

  // Looking ends nothing, or a scanner that follows links would. The page has one button.
  routes.get('/end/:token', (c) => {
    const token = c.req.param('token')
    return isToken(token) ? c.redirect(`/abbestellen#${token}`, 303) : refuse(c, 'absent')
  })

  return routes
}

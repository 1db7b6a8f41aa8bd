import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import type { OwnSession } from '../../src/protocol/team-http.ts'
import type { OwnSessions } from '../access/own-sessions.ts'
import { cookieNames } from '../access/session-cookie.ts'
import { refuse } from './answers.ts'
import type { Env } from './find-member.ts'

/** /api/sessions: the browsers of the same people, and their end. */
export const createSessionRoutes = (own: OwnSessions, publicOrigin: string | null): Hono<Env> => {
  const routes = new Hono<Env>()
  const cookie = cookieNames(publicOrigin)

  routes.get('/', async (c) => {
    const sessionId = c.get('sessionId')
    if (sessionId === null) return refuse(c, 'signed-out')
    const sessions = (await own.list(sessionId, Date.now())).map(
      ({ id, publicId, label, createdAt, seenAt, expiresAt }): OwnSession => ({
        publicId,
        label,
        createdAt,
        seenAt,
        expiresAt,
        current: id === sessionId,
      }),
    )
    return c.json({ sessions })
  })

  routes.delete('/', async (c) => {
    const sessionId = c.get('sessionId')
    if (sessionId === null) return refuse(c, 'signed-out')
    await own.endOthers(sessionId, Date.now())
    return c.body(null, 204)
  })

  routes.delete('/:publicId', async (c) => {
    const sessionId = c.get('sessionId')
    if (sessionId === null) return refuse(c, 'signed-out')
    const before = await own.list(sessionId, Date.now())
    const ended = await own.end(sessionId, c.req.param('publicId'), Date.now())
    if (!ended.ok) return refuse(c, ended.refusal)
    const isThisOne = before.some(({ id, publicId }) => id === sessionId && publicId === c.req.param('publicId'))
    if (isThisOne) deleteCookie(c, cookie.session, { path: '/', secure: cookie.secure })
    return c.body(null, 204)
  })

  return routes
}

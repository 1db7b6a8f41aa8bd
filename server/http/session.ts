import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { sharedDeviceHeader } from '../../src/protocol/http.ts'
import { cookieNames, readCookie } from '../access/session-cookie.ts'
import { sessionLabel } from '../access/session-label.ts'
import { beginSession, findSession, sessionLifeMs } from '../access/sessions.ts'
import { createToken, isToken } from '../access/tokens.ts'
import type { AccessStore } from '../store/access-store.ts'

export interface Variables {
  /** Null while this browser belongs to nobody. */
  sessionId: string | null
  /** Makes this browser's session, or gives the one it has; its id. */
  beginSession: () => Promise<string>
}

/**
 * Finds the session of a request. A browser without one is offered a token beforehand, worth nothing until it starts or
 * joins a draft: should the answer to that get lost on the way, the same request with the same token finds the work
 * done, and nobody is locked out of their own draft.
 */
export const sessions = (
  store: AccessStore,
  publicOrigin: string | null,
): MiddlewareHandler<{ Variables: Variables }> => {
  const names = cookieNames(publicOrigin)

  const hand = (c: Context, name: string, token: string, lifeMs?: number): void =>
    setCookie(c, name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: names.secure,
      ...(lifeMs !== undefined && { maxAge: lifeMs / 1000 }),
    })

  return async (c, next) => {
    const now = Date.now()
    const header = c.req.header('cookie')
    const token = readCookie(header, names.session)
    const found = await findSession(store, token, now)
    const live = found.name === 'live' ? found : null
    c.set('sessionId', live?.session.id ?? null)
    if (token !== undefined && live?.renewed) hand(c, names.session, token, sessionLifeMs)

    const offered = readCookie(header, names.offer)
    if (live) {
      if (offered !== undefined) deleteCookie(c, names.offer, { path: '/', secure: names.secure })
      c.set('beginSession', () => Promise.resolve(live.session.id))
      return next()
    }
    const isUsable = isToken(offered) && (await findSession(store, offered, now)).name !== 'expired'
    const offer = isUsable ? offered : createToken()
    if (offer !== offered) hand(c, names.offer, offer)
    c.set('beginSession', () => {
      const isShared = c.req.header(sharedDeviceHeader) !== undefined
      // Without an age the browser forgets it when it ends.
      hand(c, names.session, offer, isShared ? undefined : sessionLifeMs)
      return beginSession(store, offer, now, sessionLabel(c.req.header('user-agent')), isShared)
    })
    await next()
  }
}

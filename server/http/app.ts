import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import { shortAddress } from '../access/client-address.ts'
import { isOwnOrigin } from '../access/origin.ts'
import type { Limits } from '../access/limits.ts'
import type { Store } from '../store/open-store.ts'
import { refuse } from './answers.ts'
import { createDraftRoutes } from './draft-routes.ts'
import { createSummaryReader } from './draft-summary.ts'
import { addressOf, limitGuessing, limitStarts, refuseWhenOverloaded } from './guards.ts'
import { createInvitationRoutes } from './invitation-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { sessions, type Variables } from './session.ts'
import { createStaticFiles } from './static-files.ts'

/** No request has a larger body, in bytes. */
const maxBodyBytes = 262_144

/** Everything the server answers over HTTP; the sockets have their own way in. */
export const createHttpApp = (options: {
  store: Store
  calls: ReadonlyMap<string, Call>
  appDir: string
  publicOrigin: string | null
  trustedProxies: number
  limits: Limits
  isOverloaded: () => boolean
  /** Null when the server can take on work. */
  obstacle: () => Promise<string | null>
  onAnswered: (method: string, status: number, ms: number) => void
  onWrongSecret: () => void
  log: Logger
}): Hono<{ Variables: Variables }> => {
  const { store, calls, appDir, publicOrigin, trustedProxies, limits, isOverloaded, log } = options
  const { obstacle, onAnswered, onWrongSecret } = options
  const app = new Hono<{ Variables: Variables }>()
  const readSummary = createSummaryReader(store.drafts)

  app.use(securityHeaders(publicOrigin))

  app.get('/healthz', async (c) => {
    await store.check()
    return c.text('ok')
  })

  app.get('/readyz', async (c) => {
    const found = await obstacle()
    return found === null ? c.text('ready') : c.text(found, 503, { 'Retry-After': '2' })
  })

  app.use('/api/*', async (c, next) => {
    const startedAt = performance.now()
    await next()
    c.header('Cache-Control', 'no-store')
    // The route and not the path: paths name drafts.
    const from = shortAddress(addressOf(c, trustedProxies))
    const ms = performance.now() - startedAt
    onAnswered(c.req.method, c.res.status, ms)
    log.info({ method: c.req.method, status: c.res.status, ms: Math.round(ms), from }, 'request')
  })
  app.use('/api/*', refuseWhenOverloaded(isOverloaded))
  app.use('/api/*', async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const [origin, host, fetchSite] = [c.req.header('origin'), c.req.header('host'), c.req.header('sec-fetch-site')]
    if (!reads && !isOwnOrigin({ origin, host, fetchSite }, publicOrigin)) return refuse(c, 'not-allowed')
    return next()
  })
  app.use('/api/*', bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody }))
  app.use('/api/*', sessions(store.access, publicOrigin))

  app.use('/api/drafts', limitStarts(limits, trustedProxies))
  app.use('/api/invitations/*', limitGuessing(limits, trustedProxies, onWrongSecret))

  app.get('/api/calls', (c) => c.json({ calls: [...calls.values()] }))
  app.route('/api/drafts', createDraftRoutes(store.access, calls, readSummary))
  app.route('/api/invitations', createInvitationRoutes(store.access, calls, readSummary))
  app.all('/api/*', (c) => refuse(c, 'absent'))

  const serveFile = createStaticFiles(appDir)
  app.all('*', (c) => serveFile(c))

  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method }, 'a request failed')
    return refuse(c, 'busy')
  })
  return app
}

/** The rest of the body is never read, so nothing else can come over this connection. */
const refuseBody = (c: Context): Response => {
  c.header('Connection', 'close')
  return refuse(c, 'too-large')
}

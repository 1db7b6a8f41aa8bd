import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { maxFrameBytes } from '../../src/protocol/messages.ts'
import { maxVersionBody } from '../../src/protocol/version-http.ts'
import { shortAddress } from '../access/client-address.ts'
import type { HeldBackChanges } from '../access/held-back.ts'
import type { Limits } from '../access/limits.ts'
import { isOwnOrigin } from '../access/origin.ts'
import type { OwnSessions } from '../access/own-sessions.ts'
import { createPasskeys } from '../access/passkeys.ts'
import type { Team } from '../access/team.ts'
import type { Tickets } from '../access/tickets.ts'
import type { AgreementRecord } from '../record/agreement.ts'
import type { Versions } from '../record/versions.ts'
import type { Store } from '../store/open-store.ts'
import { createAgreementRoutes } from './agreement-routes.ts'
import { refuse } from './answers.ts'
import { createDraftRoutes } from './draft-routes.ts'
import { createSummaryReader } from './draft-summary.ts'
import { addressOf, limitGuessing, limitQuestions, limitStarts, refuseWhenOverloaded } from './guards.ts'
import type { MailWishes } from '../mail/open-mail.ts'
import { createMailLinkRoutes, createMailRoutes, isPressedInMail } from './mail-routes.ts'
import { createLineRoutes, isOnLine, type Lines } from './line-routes.ts'
import { createInvitationRoutes } from './invitation-routes.ts'
import type { ServedPlaces } from '../places/places-file.ts'
import { createPasskeyRoutes, createPasskeySignIn } from './passkey-routes.ts'
import { createPlaceRoutes } from './place-routes.ts'
import { createRecordRoutes } from './record-routes.ts'
import { createRecoveryRoutes, createWaysBackRoutes } from './recovery-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { createSecurityText } from './security-text.ts'
import { createSessionRoutes } from './session-routes.ts'
import { sessions, type Variables } from './session.ts'
import { createStaticFiles } from './static-files.ts'
import { createTeamRoutes } from './team-routes.ts'
import { createVersionRoutes } from './version-routes.ts'

/** No request has a larger body, in bytes, but what a device hands over, as large as one frame, and a version. */
const maxBodyBytes = 262_144

/** Everything the server answers over HTTP; the sockets have their own way in. */
export const createHttpApp = (options: {
  store: Store
  calls: ReadonlyMap<string, Call>
  /** The format of a call as JSON Schema, in letters. */
  callSchema: string
  /** The municipal register, null where none is loaded. */
  places: () => ServedPlaces | null
  appDir: string
  /** Folders with the assets of earlier releases. */
  releasesBefore: readonly string[]
  publicOrigin: string | null
  securityContact: string | null
  trustedProxies: number
  limits: Limits
  isOverloaded: () => boolean
  /** Null when the server can take on work. */
  obstacle: () => Promise<string | null>
  onAnswered: (method: string, status: number, ms: number) => void
  onWrongSecret: () => void
  log: Logger
  team: Team
  tickets: Tickets
  ownSessions: OwnSessions
  heldBack: HeldBackChanges
  versions: Versions
  agreement: AgreementRecord
  lines: Lines
  mail: MailWishes
  /** When a draft is erased because nobody writes in it; null while nobody need be told. */
  findEnd: (draftId: DraftId, now: number) => Promise<number | null>
}): Hono<{ Variables: Variables }> => {
  const { store, calls, appDir, publicOrigin, trustedProxies, limits, isOverloaded, log } = options
  const { obstacle, onAnswered, onWrongSecret } = options
  const { team, tickets, ownSessions, heldBack } = options
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
    c.header('Cache-Control', 'no-store')
    await next()
    // The route and not the path: paths name drafts.
    const from = shortAddress(addressOf(c, trustedProxies))
    const ms = performance.now() - startedAt
    if (isOnLine(c.req.path)) return
    onAnswered(c.req.method, c.res.status, ms)
    log.info({ method: c.req.method, status: c.res.status, ms: Math.round(ms), from }, 'request')
  })
  const refuseNewWork = refuseWhenOverloaded(isOverloaded)
  app.use('/api/*', (c, next) => (isOnLine(c.req.path) ? next() : refuseNewWork(c, next)))
  app.use('/api/*', async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const [origin, host, fetchSite] = [c.req.header('origin'), c.req.header('host'), c.req.header('sec-fetch-site')]
    const expected = origin === undefined && isPressedInMail(c.req.path) ? null : publicOrigin
    if (!reads && !isOwnOrigin({ origin, host, fetchSite }, expected)) return refuse(c, 'not-allowed')
    return next()
  })
  const limit = bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody })
  const handOverLimit = bodyLimit({ maxSize: maxFrameBytes, onError: refuseBody })
  const versionLimit = bodyLimit({ maxSize: maxVersionBody, onError: refuseBody })
  app.use('/api/*', (c, next) => {
    if (!hasBody(c)) return next()
    if (c.req.path.endsWith('/versions')) return versionLimit(c, next)
    return (c.req.path.endsWith('/hand-over') ? handOverLimit : limit)(c, next)
  })
  app.use('/api/*', sessions(store.access, publicOrigin))

  app.use('/api/drafts', limitStarts(limits, trustedProxies))
  const guarded = limitGuessing(limits, trustedProxies, onWrongSecret)
  app.use('/api/invitations/*', guarded)
  app.use('/api/recovery/*', guarded)
  app.use('/api/recovery/passkey/question', limitQuestions(trustedProxies))

  app.get('/api/calls', (c) => c.json({ calls: [...calls.values()] }))
  app.get('/api/calls/schema.json', (c) =>
    c.body(options.callSchema, 200, { 'Content-Type': 'application/schema+json' }),
  )
  app.route('/api/places', createPlaceRoutes(options.places))
  app.route('/api/drafts', createDraftRoutes(store, calls, readSummary, options.findEnd))
  app.route('/api/drafts', createTeamRoutes(store, team, tickets))
  app.route('/api/drafts', createLineRoutes(options.lines))
  app.route('/api/drafts', createRecordRoutes(store, heldBack))
  app.route('/api/drafts', createVersionRoutes(store.access, options.versions))
  app.route('/api/drafts', createAgreementRoutes(store.access, options.agreement))
  app.route('/api/drafts', createMailRoutes(store.access, options.mail, trustedProxies))
  app.use('/api/mail/confirm', guarded)
  app.route('/api/mail', createMailLinkRoutes(options.mail))
  app.route('/api/drafts', createWaysBackRoutes(store))
  const passkeys = createPasskeys(store.recovery)
  app.route('/api/drafts', createPasskeyRoutes(store, passkeys, publicOrigin))
  app.route('/api/recovery/passkey', createPasskeySignIn(store, passkeys, publicOrigin))
  app.route('/api/sessions', createSessionRoutes(ownSessions, publicOrigin))
  app.route('/api/recovery', createRecoveryRoutes(store))
  app.route('/api/invitations', createInvitationRoutes(store, calls, readSummary))
  app.all('/api/*', (c) => refuse(c, 'absent'))

  app.get('/.well-known/security.txt', createSecurityText(options.securityContact, publicOrigin))
  const serveFile = createStaticFiles(appDir, options.releasesBefore)
  app.all('*', (c) => serveFile(c))

  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method }, 'a request failed')
    return refuse(c, 'busy')
  })
  return app
}

/** To look at the body itself makes a stream of one that is not there. */
const hasBody = (c: Context): boolean =>
  (c.req.header('content-length') ?? '0') !== '0' || c.req.header('transfer-encoding') !== undefined

/** The rest of the body is never read, so nothing else can come over this connection. */
const refuseBody = (c: Context): Response => {
  c.header('Connection', 'close')
  return refuse(c, 'too-large')
}

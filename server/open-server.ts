import { createAdaptorServer } from '@hono/node-server'
import { accessSync, constants, mkdirSync } from 'node:fs'
import type { Server, ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { DraftId } from '../src/domain/draft-id.ts'
import { createAccessChanges } from './access/access-changes.ts'
import { createHeldBackChanges } from './access/held-back.ts'
import { createOwnSessions } from './access/own-sessions.ts'
import { createTeam } from './access/team.ts'
import { createTickets } from './access/tickets.ts'
import { createRecordId } from './access/tokens.ts'
import { readCalls } from './calls.ts'
import type { Config } from './config.ts'
import { callJsonSchema } from './call-schema.ts'
import { createHttpApp } from './http/app.ts'
import type { Limits } from './access/limits.ts'
import { databaseFile } from './operations/database-file.ts'
import { createClockCheck } from './operations/clock-check.ts'
import { createDraftEnd } from './operations/draft-end.ts'
import { createErasure, type Erasure } from './operations/erasure.ts'
import { watchLoad } from './operations/load.ts'
import { createLog } from './operations/log.ts'
import { createMetrics, openMetricsPort, type Metrics } from './operations/metrics.ts'
import { createReadiness } from './operations/readiness.ts'
import { keepReleases } from './operations/releases.ts'
import { keepTidy } from './operations/tidying.ts'
import { createAgreementRecord } from './record/agreement.ts'
import { createAuditTrail } from './record/audit-trail.ts'
import { keepVersions } from './record/automatic-versions.ts'
import { createVersions } from './record/versions.ts'
import { openMail } from './mail/open-mail.ts'
import { openPlaces } from './places/places-file.ts'
import { reasonOf, StartProblem } from './start-problem.ts'
import { openStore, type Store } from './store/open-store.ts'
import { createCommitQueue } from './sync/commit-queue.ts'
import { createEntrance } from './sync/entrance.ts'
import { createLateChanges } from './sync/late-changes.ts'
import { createRequestLines } from './sync/request-lines.ts'
import { createRooms } from './sync/rooms.ts'
import { createSeats } from './sync/seats.ts'
import { createSocketDoor } from './sync/socket-door.ts'
import { attachSockets } from './sync/socket-server.ts'
import { openWorkshop } from './sync/workshop.ts'
import { createUpdateWriter } from './sync/write-update.ts'

export interface RunningServer {
  /** `http://127.0.0.1:8080`, without a slash. */
  url: string
  port: number
  /** Null where METRICS_PORT is not set. */
  metricsPort: number | null
  erasure: Erasure
  /** Sends everyone away for a moment, writes what waits and closes the files. */
  close(): Promise<void>
}

/** How long requests that are being answered when the server stops may take. */
const lastAnswersMs = 500
/** So long a mail that is being sent may take, in ms. */
const lastMailMs = 3000

/** Starts the whole server in this process. Throws a StartProblem for everything the operator can mend. */
export const openServer = async (config: Config): Promise<RunningServer> => {
  const log = createLog(config.logLevel)
  const calls = readCalls(config)
  if (config.publicOrigin?.startsWith('https:') && config.trustedProxies === 0) {
    log.warn(
      'TRUST_PROXY is 0: everyone behind the proxy counts as one address; set it to 1 where a proxy stands in front',
    )
  }
  const store = await openDataDir(config.dataDir)
  const load = watchLoad()
  const { isOverloaded } = load
  const { appDir, publicOrigin, trustedProxies, limits } = config
  const door = createSocketDoor(limits, trustedProxies, isOverloaded)
  const metrics = createMetrics({ sockets: door.count, rooms: () => rooms.count() }, config.metrics !== null)
  const drafts = metrics.measured(store.drafts)
  const queue = createCommitQueue(drafts)
  const workshop = openWorkshop()
  const rooms = createRooms(drafts, queue, workshop, calls, log, metrics.diverged, (draftId, memberId, at) =>
    store.team.noteReceipt(draftId, { memberId, at }),
  )
  const erasure = createErasure(store, {
    empty: door.empty,
    whenIdle: () => queue.whenIdle(),
    whenTidied: () => rooms.whenTidied(),
  })
  let isStopping = false
  const obstacle = createReadiness(store.maintenance, isOverloaded, () => isStopping)
  const changes = createAccessChanges()
  const trail = createAuditTrail(store)
  const noteRefused = (draftId: DraftId, memberId: string, why: string): void => {
    metrics.updateRefused(why)
    trail
      .noteRefusedUpdate(draftId, memberId, why)
      .catch((error: unknown) => log.error({ err: error }, 'no audit entry'))
  }
  const [tickets, seats] = [createTickets(), createSeats()]
  changes.onChange((change) => tickets.revoke(change))
  changes.onChange((change) => seats.apply(change))
  const entrance = createEntrance({ tickets, seats, rooms }, noteRefused, log)
  const lines = createRequestLines(entrance, door, metrics.socketEnded)
  const announce = (draftId: DraftId) => changes.announce({ name: 'record', draftId })
  const isClockTrue = createClockCheck(store.maintenance)
  const versions = createVersions(store, calls, workshop.version, isClockTrue, announce)
  const toMail = { store, calls, publicOrigin, readNews: workshop.news, onMail: metrics.mail, log }
  const mail = openMail(config.mail, toMail)
  const app = createHttpApp({
    mail: mail.wishes,
    store,
    versions,
    agreement: createAgreementRecord(store, announce),
    callSchema: JSON.stringify(callJsonSchema()),
    places: openPlaces(config.dataDir),
    lines,
    tickets,
    team: createTeam(store.team, changes),
    ownSessions: createOwnSessions(store.team, changes),
    heldBack: createHeldBackChanges(store, createLateChanges(drafts, calls, workshop), createUpdateWriter(rooms)),
    findEnd: createDraftEnd(store, config.draftLifeDays),
    calls,
    appDir,
    releasesBefore: releasesBefore(config, log),
    publicOrigin,
    securityContact: config.securityContact,
    trustedProxies,
    limits,
    isOverloaded,
    obstacle,
    onAnswered: metrics.requestAnswered,
    onWrongSecret: metrics.wrongSecret,
    log,
  })
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: httpLimits(limits) }) as Server
  // Beyond the sockets there is room for as many requests; the operating system turns the rest away.
  server.maxConnections = 2 * limits.sockets
  const sockets = attachSockets(server, entrance, publicOrigin, door, metrics.socketEnded, log)
  let metricsServer: Server | null = null
  let stopTidying = (): void => {}
  let stopVersions = async (): Promise<void> => {}

  const close = async (): Promise<void> => {
    isStopping = true
    stopTidying()
    load.stop()
    const closed = new Promise((resolve) => server.close(resolve))
    // A mail that is being sent counts as sent; a mail server that does not answer holds nothing else up.
    const mailClosed = Promise.race([mail.close(), new Promise((resolve) => setTimeout(resolve, lastMailMs).unref())])
    // Tidying can wait for the next start: whoever stops a server waits for nothing but what must reach the disk.
    await workshop.close()
    await stopVersions()
    await Promise.all([sockets.close(), lines.close()])
    // Last answers are still on their way.
    const hangUp = setInterval(() => server.closeIdleConnections(), 20)
    const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs)
    await closed
    clearInterval(hangUp)
    clearTimeout(cut)
    await mailClosed
    await rooms.whenTidied()
    await queue.whenIdle()
    await store.close()
    metricsServer?.close()
    metricsServer?.closeAllConnections()
  }

  try {
    if (config.metrics) metricsServer = await openMetrics(metrics, config.metrics)
    await listen(server, config)
  } catch (error) {
    await close()
    throw error
  }
  stopTidying = keepTidy(store, erasure, config, isClockTrue, log)
  stopVersions = keepVersions(store, (draftId) => versions.makeAutomatic(draftId, createRecordId()), log)

  const { port } = server.address() as AddressInfo
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    port,
    metricsPort: metricsServer ? (metricsServer.address() as AddressInfo).port : null,
    erasure,
    close,
  }
}

/** Without them a page of an earlier release may have to be loaded anew: no reason not to start. */
const releasesBefore = ({ appDir, dataDir }: Config, log: Logger): readonly string[] => {
  try {
    return keepReleases(appDir, dataDir)
  } catch (error) {
    log.warn({ err: error }, 'earlier releases of the app cannot be kept')
    return []
  }
}

const openMetrics = async (metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Server> => {
  try {
    return await openMetricsPort(metrics, host, port)
  } catch (error) {
    throw new StartProblem(`METRICS_PORT: cannot listen on ${host}:${port} (${reasonOf(error)})`)
  }
}

const httpLimits = ({ headersMs, requestMs }: Limits): ServerOptions => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  // How often Node looks for those who are over the two times above.
  connectionsCheckingInterval: Math.min(5000, headersMs),
  maxHeaderSize: 8192,
})

const openDataDir = async (dataDir: string): Promise<Store> => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new StartProblem(`DATA_DIR: cannot write to ${dataDir} (${reasonOf(error)})`)
  }
  const file = databaseFile(dataDir)
  try {
    return await openStore(file, { inThread: true })
  } catch (error) {
    throw new StartProblem(`DATA_DIR: cannot use ${file} (${reasonOf(error)})`)
  }
}

const listen = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE' ? `${port} is already in use on ${host}` : null
      const name = error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL' ? 'HOST' : 'PORT'
      reject(new StartProblem(`${name}: ${inUse ?? `cannot listen on ${host}:${port} (${reasonOf(error)})`}`))
    })
    server.listen(port, host, resolve)
  })

import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { closeCode } from '../../src/protocol/messages.ts'
import type { DraftStore } from '../store/draft-store.ts'

/** What the process counts about itself, without a draft, person or address in any label. */
export interface Metrics {
  /** The same store, with its commits timed and its updates weighed. */
  measured: (drafts: DraftStore) => DraftStore
  requestAnswered: (method: string, status: number, ms: number) => void
  /** The server ends a socket. */
  socketEnded: (code: number) => void
  /** The gate refuses an update; `why` is a word of its own. */
  updateRefused: (why: string) => void
  /** A page, or the disk, reads differently from what was relayed. */
  diverged: () => void
  wrongSecret: () => void
  /** A mail went out or did not; `let-go` is an address that took none for long. */
  mail: (outcome: string) => void
  text: () => Promise<string>
}

const reasons = new Map<number, string>(Object.entries(closeCode).map(([name, code]) => [code, name]))

/** `sockets` is asked whenever somebody looks. `withProcess` adds Node's own: event-loop lag, heap, collections. */
export const createMetrics = (
  gauges: { sockets: () => number; rooms: () => number },
  withProcess: boolean,
): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  if (withProcess) collectDefaultMetrics({ register: registry })

  const commits = new Histogram({
    name: 'einvernehmen_commit_seconds',
    help: 'Time until a group of updates was on the disk',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const failedCommits = new Counter({
    name: 'einvernehmen_failed_commits_total',
    help: 'Groups of updates that could not be written; nobody was told they were stored',
    registers,
  })
  const updatesPerCommit = new Histogram({
    name: 'einvernehmen_commit_updates',
    help: 'Updates that shared one sync of the disk',
    buckets: [1, 2, 5, 10, 25, 100, 250, 1000, 5000],
    registers,
  })
  const updateBytes = new Histogram({
    name: 'einvernehmen_update_bytes',
    help: 'Size of an update',
    buckets: [32, 64, 128, 512, 2048, 16_384, 131_072, 1_048_576],
    registers,
  })
  const requests = new Histogram({
    name: 'einvernehmen_request_seconds',
    help: 'Time to answer a request of the API',
    labelNames: ['method', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2],
    registers,
  })
  const ended = new Counter({
    name: 'einvernehmen_sockets_ended_total',
    help: 'Sockets ended by the server',
    labelNames: ['reason'],
    registers,
  })
  const refusedUpdates = new Counter({
    name: 'einvernehmen_refused_updates_total',
    help: 'Updates the gate refused',
    labelNames: ['reason'],
    registers,
  })
  const divergences = new Counter({
    name: 'einvernehmen_divergences_total',
    help: 'Times a page, or the disk, read differently from what was relayed: should stay 0',
    registers,
  })
  const wrongSecrets = new Counter({
    name: 'einvernehmen_wrong_secrets_total',
    help: 'Secrets presented that fit no invitation: many mean that somebody is guessing',
    registers,
  })
  const mails = new Counter({
    name: 'einvernehmen_mails_total',
    help: 'Mails by what became of them; unsure: the line broke at the end; let-go: address given up',
    labelNames: ['outcome'],
    registers,
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('einvernehmen_sockets', 'Open sockets', gauges.sockets)
  gauge(
    'einvernehmen_rooms',
    'Documents that are open now; each draft has two, its text and its discussion',
    gauges.rooms,
  )

  return {
    measured: (drafts) => ({
      ...drafts,
      append: async (updates) => {
        const startedAt = performance.now()
        try {
          await drafts.append(updates)
        } catch (error) {
          failedCommits.inc()
          throw error
        }
        commits.observe((performance.now() - startedAt) / 1000)
        updatesPerCommit.observe(updates.length)
        for (const { bytes } of updates) updateBytes.observe(bytes.length)
      },
    }),
    requestAnswered: (method, status, ms) => requests.observe({ method, status: String(status) }, ms / 1000),
    socketEnded: (code) => ended.inc({ reason: reasons.get(code) ?? 'other' }),
    updateRefused: (why) => refusedUpdates.inc({ reason: why }),
    diverged: () => divergences.inc(),
    wrongSecret: () => wrongSecrets.inc(),
    mail: (outcome) => mails.inc({ outcome }),
    text: () => registry.metrics(),
  }
}

/** Serves the metrics on an address of their own, never beside the app. Rejects when it cannot listen. */
export const openMetricsPort = async (metrics: Metrics, host: string, port: number): Promise<Server> => {
  const server = createServer((request, answer) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      answer.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => answer.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text),
      () => answer.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

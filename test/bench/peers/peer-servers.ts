import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import { socketPath } from '../../../src/protocol/http.ts'
import { startDraft } from '../../server/person.ts'
import { fetchTicket, offered } from '../../server/ticket.ts'
import { builtServer } from '../../world/server.ts'

/** A server under load: on the first core, with its own fresh data folder. */
export interface PeerServer {
  name: string
  /** A new, empty document. */
  createRoom(): Promise<Room>
  /** CPU time used so far, in ms, and memory held now, in KiB (from /proc). */
  cpuMs(): number
  memoryKib(): number
  stop(): Promise<void>
}

/** How to get into a document: Hocuspocus puts its name before every message and wants a token first. */
export interface Room {
  url: string
  headers: Record<string, string>
  prefix: Uint8Array
  greeting: Uint8Array | null
  /** What the next socket offers: ours takes a ticket for each. */
  protocols(): Promise<string[]>
}

const packages = [
  '@hocuspocus/server@4.7.0',
  '@hocuspocus/extension-sqlite@4.7.0',
  '@y/websocket-server@0.1.1',
  'y-leveldb@0.2.0',
  'yjs@13.6.33',
  'ws@8.23.0',
]

const hocuspocus = `
import { Server } from '@hocuspocus/server'
import { SQLite } from '@hocuspocus/extension-sqlite'
const extensions = [new SQLite({ database: process.env.FOLDER + '/documents.sqlite' })]
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions }).listen()
`

/** Installs the peers from the registry into a folder of their own, once; never part of the app. */
const installPeers = (): string => {
  const folder = join(tmpdir(), 'einvernehmen-bench-peers')
  if (!existsSync(join(folder, 'installed'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    const words = ['install', '--no-audit', '--no-fund', '--save-exact', ...packages]
    execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(join(folder, 'hocuspocus.js'), hocuspocus)
    writeFileSync(join(folder, 'installed'), packages.join('\n'))
  }
  return folder
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const ours = { MAX_SOCKETS: '5000', MAX_SOCKETS_PER_ADDRESS: '5000', MAX_SOCKETS_PER_DRAFT: '1000' }
const ourLimits = { ...ours, MAX_SOCKETS_PER_MEMBER: '1000', MAX_DRAFTS_PER_HOUR: '5000' }

type Name = 'einvernehmen' | 'hocuspocus' | 'y-websocket-server'
export const peerNames: readonly Name[] = ['einvernehmen', 'hocuspocus', 'y-websocket-server']

const commands: Record<Name, (port: number, folder: string) => { words: readonly string[]; environment: object }> = {
  einvernehmen: (port, folder) => ({
    words: builtServer,
    environment: { ...ourLimits, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error' },
  }),
  hocuspocus: (port, folder) => ({
    words: [process.execPath, join(installPeers(), 'hocuspocus.js')],
    environment: { PORT: String(port), FOLDER: folder },
  }),
  'y-websocket-server': (port, folder) => ({
    words: [process.execPath, join(installPeers(), 'node_modules/@y/websocket-server/src/server.js')],
    environment: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'level') },
  }),
}

const roomOf = async (name: Name, port: number, id: string): Promise<Room> => {
  const none = { headers: {}, prefix: new Uint8Array(), greeting: null, protocols: () => Promise.resolve([]) }
  if (name === 'y-websocket-server') return { ...none, url: `ws://127.0.0.1:${port}/${id}` }
  if (name === 'hocuspocus') {
    const prefix = encoding.createEncoder()
    encoding.writeVarString(prefix, id)
    const greeting = encoding.createEncoder()
    encoding.writeVarUint(greeting, 2)
    encoding.writeVarUint(greeting, 0)
    encoding.writeVarString(greeting, 'token')
    const bytes = [prefix, greeting].map(encoding.toUint8Array) as [Uint8Array, Uint8Array]
    return { ...none, url: `ws://127.0.0.1:${port}`, prefix: bytes[0], greeting: bytes[1] }
  }
  const url = `http://127.0.0.1:${port}`
  const { browser, draftId } = await startDraft({ url })
  const headers = { cookie: browser.cookie(), origin: url }
  const protocols = async (): Promise<string[]> => {
    const ticket = await fetchTicket({ url }, draftId, browser.cookie())
    if (!ticket.ok) throw new Error(`no ticket: ${ticket.refusal}`)
    return offered(ticket.value)
  }
  return { ...none, url: `ws://127.0.0.1:${port}${socketPath}${draftId}`, headers, protocols }
}

export const startPeer = async (name: Name): Promise<PeerServer> => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-bench-'))
  const { words, environment } = commands[name](port, folder)
  const child: ChildProcess = spawn('taskset', ['-c', '0', ...words], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await whenListening(port)
  let rooms = 0
  return {
    name,
    createRoom: () => roomOf(name, port, `room-${(rooms += 1)}`),
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // In hundredths of a second on every Linux Node runs on.
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    memoryKib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]),
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const whenListening = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing listens on ${port}`)
}

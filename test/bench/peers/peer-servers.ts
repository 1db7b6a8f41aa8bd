import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtServer } from '../../world/server.ts'
import { installPeers } from './install-peers.ts'
import { pause } from './waiting.ts'
import { hocuspocusRoom, ourRoom, yWebsocketRoom, type Room } from './peer-rooms.ts'

export const peerNames = ['einvernehmen', 'hocuspocus', 'y-websocket-server'] as const
export type PeerName = (typeof peerNames)[number]

/** A server under load: on the first core, with its own fresh data folder. */
export interface PeerServer {
  name: PeerName
  /** A new, empty document. */
  createRoom(): Promise<Room>
  /** CPU time used since it was started, all threads, in ms. */
  cpuMs(): number
  /** Memory held now (resident), in KiB. */
  memoryKib(): number
  /** Since it was last asked; null for the peers, which do not measure it. */
  longestStallMs(): Promise<number | null>
  /** Ends it, by SIGTERM or SIGKILL, and starts it again with the same data. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  stop(): Promise<void>
}

const ports = { port: 0, metrics: 0 }
type Ports = typeof ports

/** As an operator of a larger machine would set them: all people of the load come from one address. */
const ourLimits = {
  MAX_SOCKETS: '5000',
  MAX_SOCKETS_PER_ADDRESS: '5000',
  MAX_SOCKETS_PER_DRAFT: '1000',
  MAX_DRAFTS_PER_HOUR: '10000',
}

const commands: Record<PeerName, (ports: Ports, folder: string) => [words: readonly string[], environment: object]> = {
  einvernehmen: ({ port, metrics }, folder) => [
    builtServer,
    { ...ourLimits, HOST: '127.0.0.1', PORT: `${port}`, METRICS_PORT: `${metrics}`, DATA_DIR: folder },
  ],
  hocuspocus: ({ port }, folder) => [
    [process.execPath, join(installPeers(), 'hocuspocus.js')],
    { PORT: `${port}`, FOLDER: folder },
  ],
  'y-websocket-server': ({ port }, folder) => [
    [process.execPath, join(installPeers(), 'node_modules/@y/websocket-server/src/server.js')],
    { HOST: '127.0.0.1', PORT: `${port}`, YPERSISTENCE: join(folder, 'level') },
  ],
}

const rooms: Record<PeerName, (port: number, id: string) => Room | Promise<Room>> = {
  einvernehmen: ourRoom,
  hocuspocus: hocuspocusRoom,
  'y-websocket-server': yWebsocketRoom,
}

export const startPeer = async (name: PeerName): Promise<PeerServer> => {
  const own: Ports = { port: await freePort(), metrics: await freePort() }
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-bench-'))
  const start = async (): Promise<ChildProcess> => {
    const [words, environment] = commands[name](own, folder)
    const started = spawn('taskset', ['-c', '0', ...words], {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.add(started)
    await whenListening(own.port)
    // Beginning is work, after which ours counts as overloaded for a moment.
    await pause(1000)
    return started
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    running.delete(child)
  }
  let child = await start()
  let lastRoom = 0
  return {
    name,
    createRoom: async () => rooms[name](own.port, `room-${(lastRoom += 1)}`),
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // In hundredths of a second on every Linux that Node runs on.
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    memoryKib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]),
    longestStallMs: () => (name === 'einvernehmen' ? readStall(own.metrics) : Promise.resolve(null)),
    restart: async (signal) => {
      await end(signal)
      child = await start()
    },
    stop: async () => {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Node looks every 10 ms how late it is, and counts those in. */
const stallResolutionMs = 10

const readStall = async (port: number): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1])
  return Math.max(0, seconds * 1000 - stallResolutionMs)
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const whenListening = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 400; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`nothing listens on ${port}`)
}

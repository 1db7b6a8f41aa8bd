import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../world/free-port.ts'
import { builtServer } from '../../world/server.ts'
import { collectGarbage } from './collect-garbage.ts'
import { installPeers } from './install-peers.ts'
import { hocuspocusRoom, ourRoom, yWebsocketRoom, type Room } from './peer-rooms.ts'
import { readStall } from './stall.ts'
import { pause } from './waiting.ts'

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
  /** The same, once it has thrown away what it needs no longer. */
  heldKib(): Promise<number>
  /** Since it was last asked; null for the peers, which do not measure it. */
  longestStallMs(): Promise<number | null>
  /** Ends it, by SIGTERM or SIGKILL, and starts it again with the same data. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  stop(): Promise<void>
}

const ports = { port: 0, metrics: 0, inspect: 0 }
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
  const own: Ports = { port: await freePort(), metrics: await freePort(), inspect: await freePort() }
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-bench-'))
  const start = async (): Promise<ChildProcess> => {
    const [words, environment] = commands[name](own, folder)
    const spawned = spawn('taskset', ['-c', '0', ...words], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: `--inspect-port=${own.inspect}`,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.add(spawned)
    await whenListening(own.port)
    // Beginning is work, after which ours counts as overloaded for a moment.
    await pause(1000)
    return spawned
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    running.delete(child)
  }
  let child = await start()
  let lastRoom = 0
  const server: PeerServer = {
    name,
    createRoom: async () => rooms[name](own.port, `room-${(lastRoom += 1)}`),
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // In hundredths of a second on every Linux that Node runs on.
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    memoryKib: () => readMemory(child),
    heldKib: async () => {
      await collectGarbage(child.pid ?? 0, own.inspect)
      return readMemory(child)
    },
    longestStallMs: () => (name === 'einvernehmen' ? readStall(own.metrics) : Promise.resolve(null)),
    restart: async (signal) => {
      await end(signal)
      child = await start()
    },
    stop: async () => {
      started.delete(server)
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  started.add(server)
  return server
}

const readMemory = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

const started = new Set<PeerServer>()

/** Stops those that a measure left running because it did not end. */
export const stopPeers = async (): Promise<void> => {
  for (const server of started) await server.stop()
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

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

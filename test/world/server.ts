import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import type { Limits } from '../../server/access/limits.ts'
import { readConfig, type Config } from '../../server/config.ts'
import { openServer } from '../../server/open-server.ts'

/** The real server on a free port of this machine, in a data folder of its own. */
export interface TestServer {
  url: string
  port: number
  dataDir: string
  /** Ends it as an operator would; what is stored stays until the tests end. */
  stop(): Promise<void>
  /** Ends it as a power cut would. Only for a server in a process of its own. */
  kill9(): Promise<void>
  /** Starts it again, after stopping it where it runs, with the same port and data. */
  restart(): Promise<void>
  /** The process it runs in. Only for a server in a process of its own. */
  pid(): number
  /** What it printed, its log included. Only for a server in a process of its own. */
  output(): string
}

export interface TestServerOptions {
  /** Runs it in a process of its own with these words; true means bundled as `npm run build` does. */
  asProcess?: true | readonly string[]
  /** In place of the built app in dist/app; only for a server in this process. */
  appDir?: string
  environment?: Record<string, string>
  /** In place of a fresh folder, such as a small disk; not tidied away. */
  dataDir?: string
  /** Limits that no operator sets; only for a server in this process. */
  limits?: Partial<Limits>
}

/** All people of all tests come from one address, and much faster than people. */
const roomForTests = {
  MAX_SOCKETS_PER_ADDRESS: '1000',
  MAX_DRAFTS_PER_HOUR: '100000',
  MAX_WRONG_SECRETS_PER_MINUTE: '100000',
}

interface Running {
  port: number
  pid: number
  stop(): Promise<void>
  kill9(): Promise<void>
}

export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const dataDir = options.dataDir ?? createTestFolder()
  const environment = {
    LOG_LEVEL: 'fatal',
    ...roomForTests,
    ...options.environment,
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
  }
  const start = async (port: number): Promise<Running> => {
    const { asProcess, appDir } = options
    const config = readConfig(environment)
    const limits = { ...config.limits, ...options.limits }
    if (!asProcess) return startHere({ ...config, port, limits, ...(appDir && { appDir }) })
    const words = asProcess === true ? await bundledServer() : asProcess
    return startProcess(words, { ...environment, PORT: String(port) }, (text) => (output += text))
  }

  let output = ''
  let running: Running | null = await start(0)
  const { port } = running
  const end = async (how: 'stop' | 'kill9'): Promise<void> => {
    const ending = running
    running = null
    await ending?.[how]()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    stop: () => end('stop'),
    kill9: () => end('kill9'),
    restart: async () => {
      await end('stop')
      running = await start(port)
    },
    pid: () => running?.pid ?? 0,
    output: () => output,
  }
}

// A test runner ends its workers with SIGTERM, which alone would skip the tidying up.
process.once('SIGTERM', () => process.exit(143))

const leftovers: string[] = []
const processes = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of processes) child.kill('SIGKILL')
  for (const each of leftovers) rmSync(each, { recursive: true, force: true })
})

/** A fresh folder that vanishes when the tests end. */
export const createTestFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-test-'))
  leftovers.push(folder)
  return folder
}

/** As `npm start` runs it after building. */
export const builtServer = [process.execPath, 'dist/server/main.js'] as const

/** The server's entrances, bundled as `npm run build` does once per test file. Start several times as fast as with tsx. */
export const bundled = async (entrance: 'main' | 'operate' | 'load-places'): Promise<readonly [string, string]> => {
  const outdir = join(process.cwd(), 'node_modules', '.cache', 'einvernehmen', `server-${process.pid}`)
  bundles ??= build({
    entryPoints: [
      'server/main.ts',
      'server/operate.ts',
      'server/load-places.ts',
      'server/sync/workshop-worker.ts',
      'server/store/write-worker.ts',
    ],
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir,
  }).then(() => leftovers.push(outdir))
  await bundles
  return [process.execPath, join(outdir, `${entrance}.js`)]
}
let bundles: Promise<unknown> | undefined

export const bundledServer = (): Promise<readonly string[]> => bundled('main')

const startHere = async (config: Config): Promise<Running> => {
  const server = await openServer(config)
  return {
    port: server.port,
    pid: process.pid,
    stop: () => server.close(),
    kill9: () => Promise.reject(new Error('a server in this process cannot be killed: start it with asProcess')),
  }
}

const startProcess = async (
  words: readonly string[],
  environment: Record<string, string>,
  onOutput: (text: string) => void,
): Promise<Running> => {
  const [program = '', ...rest] = words
  const child = spawn(program, rest, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.add(child)
  child.once('exit', () => processes.delete(child))
  child.stdout.on('data', (text: Buffer) => onOutput(text.toString()))
  const address = await addressLine(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    if (signal === 'SIGTERM' && child.exitCode !== 0) throw new Error(`the server stopped with code ${child.exitCode}`)
  }
  return {
    port: Number(/:(\d+)$/.exec(address)?.[1]),
    pid: child.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  }
}

/** The line with the address, which the server prints when it is ready. Lines of its log may come before it. */
const addressLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('no output to read')
    createInterface(child.stdout).on('line', (line) => line.startsWith('Einvernehmen') && resolve(line))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it was ready`)))
  })

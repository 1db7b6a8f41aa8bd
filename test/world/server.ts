import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
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
}

export interface TestServerOptions {
  /** Runs it in a process of its own with these words; true means from the source, with tsx. */
  asProcess?: true | readonly string[]
  /** In place of the built app in dist/app; only for a server in this process. */
  appDir?: string
  environment?: Record<string, string>
}

interface Running {
  port: number
  stop(): Promise<void>
  kill9(): Promise<void>
}

export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const dataDir = createTestFolder()
  const environment = { LOG_LEVEL: 'fatal', ...options.environment, HOST: '127.0.0.1', DATA_DIR: dataDir }
  const start = (port: number): Promise<Running> =>
    options.asProcess
      ? startProcess(options.asProcess === true ? fromSource : options.asProcess, {
          ...environment,
          PORT: String(port),
        })
      : startHere({ ...readConfig(environment), port, ...(options.appDir && { appDir: options.appDir }) })

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
  }
}

const folders: string[] = []
const processes = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of processes) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A fresh folder that vanishes when the tests end. */
export const createTestFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-test-'))
  folders.push(folder)
  return folder
}

export const fromSource = [process.execPath, '--import', 'tsx', 'server/main.ts'] as const

/** As `npm start` runs it after building. */
export const builtServer = [process.execPath, 'dist/server/main.js'] as const

const startHere = async (config: Config): Promise<Running> => {
  const server = await openServer(config)
  return {
    port: server.port,
    stop: () => server.close(),
    kill9: () => Promise.reject(new Error('a server in this process cannot be killed: start it with asProcess')),
  }
}

const startProcess = async (words: readonly string[], environment: Record<string, string>): Promise<Running> => {
  const [program = '', ...rest] = words
  const child = spawn(program, rest, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.add(child)
  child.once('exit', () => processes.delete(child))
  const address = await firstLine(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    port: Number(/:(\d+)$/.exec(address)?.[1]),
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  }
}

/** The line with the address, which the server prints when it is ready. */
const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('no output to read')
    createInterface(child.stdout).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it was ready`)))
  })

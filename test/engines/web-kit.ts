import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { findProgram, installDebianPackages } from '../world/debian-programs.ts'
import { eventually } from '../world/eventually.ts'
import type { Engine, EngineBrowser, Question } from './engine.ts'
import { elementKey, openSession, type ElementReference, type WebDriverSession } from './web-driver.ts'

interface Programs {
  driver: string
  /** The browser that comes with the engine's library. */
  browser: string
  screen: string
}

const findWebKit = (): Programs | null => {
  const driver = findProgram(['WebKitWebDriver'])
  const screen = findProgram(['Xvfb'])
  const browser = ['/usr/libexec', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)]
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find(existsSync)
  return driver && screen && browser ? { driver, browser, screen } : null
}

const requireWebKit = (): Programs => {
  const packages = ['webkit2gtk-driver', 'xvfb']
  const found = findWebKit() ?? (installDebianPackages(packages), findWebKit())
  if (found === null) {
    throw new Error(`These tests need WebKitGTK: install it (Debian: apt-get install ${packages.join(' ')}).`)
  }
  return found
}

/** Debian's WebKitGTK, the engine family of every browser on an iPhone, on a screen that nobody sees. */
export const webKit: Engine = {
  name: 'WebKitGTK',
  // Its browser takes a private session for itself whenever it is driven.
  keepsItsProfile: false,
  require: requireWebKit,
  open: async (profileFolder) => {
    const { driver, browser, screen } = requireWebKit()
    const processes: ChildProcess[] = []
    const start = (program: string, words: readonly string[], environment: Record<string, string> = {}) => {
      const env = { ...process.env, ...environment }
      const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'ignore'] })
      processes.push(child)
      return child
    }
    const endAll = async () => {
      for (const child of processes.toReversed()) await end(child)
    }
    process.once('exit', () => processes.forEach((child) => child.kill('SIGKILL')))

    const display = await lineOf(start(screen, ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']))
    const port = await freePort()
    start(driver, [`--port=${port}`], {
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      HOME: profileFolder,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    })
    const session = await eventually(() =>
      openSession(port, {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation'],
        },
      }),
    )
    return new WebKit(session, endAll)
  },
}

const lineOf = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('no output to read')
  for await (const line of createInterface(child.stdout)) return line
  throw new Error('it ended without a word')
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** What WebDriver calls the keys that write nothing. */
const keyNames: Record<string, string> = {
  Enter: '\uE007',
  Backspace: '\uE003',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  Control: '\uE009',
  Shift: '\uE008',
}

class WebKit implements EngineBrowser {
  readonly complaints: readonly string[] = []
  readonly #session: WebDriverSession
  readonly #endAll: () => Promise<void>

  constructor(session: WebDriverSession, endAll: () => Promise<void>) {
    this.#session = session
    this.#endAll = endAll
  }

  async goTo(url: string): Promise<void> {
    await this.#session.post('url', { url })
  }

  async reload(): Promise<void> {
    await this.#session.post('refresh')
  }

  ask<Answer>(question: Question<Answer>, ...words: string[]): Promise<Answer> {
    return this.#session.post('execute/async', {
      script: `const words = [...arguments], done = words.pop()
        Promise.resolve((${String(question)})(...words)).then(done)`,
      args: words,
    })
  }

  async click(selector: string): Promise<void> {
    const found = await this.#session.post<ElementReference>('element', { using: 'css selector', value: selector })
    await this.#session.post(`element/${found[elementKey]}/click`)
  }

  type(words: string): Promise<void> {
    return this.#keys(Array.from(words).flatMap((value) => [down(value), up(value)]))
  }

  press(key: string, ...held: readonly string[]): Promise<void> {
    const names = [...held, key].map((name) => keyNames[name] ?? name)
    return this.#keys([...names.map(down), ...names.toReversed().map(up)])
  }

  async openTab(): Promise<void> {
    // What it opens as a tab stays hidden, and a hidden page takes no clicks.
    const { handle } = await this.#session.post<{ handle: string }>('window/new', { type: 'window' })
    await this.#session.post('window', { handle })
  }

  async closeTab(): Promise<void> {
    const left = (await this.#session.delete('window')) as string[]
    await this.#session.post('window', { handle: left.at(-1) })
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from(await this.#session.get<string>('screenshot'), 'base64')
  }

  async close(): Promise<void> {
    await this.#session.delete()
    await this.#endAll()
  }

  async #keys(actions: readonly object[]): Promise<void> {
    await this.#session.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }
}

const down = (value: string) => ({ type: 'keyDown', value })
const up = (value: string) => ({ type: 'keyUp', value })

import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Where a Chromium is: CHROMIUM_PATH, else on the PATH. Null when there is none. */
export const findChromium = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ]
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null
}

/** The path of a Chromium, installing Debian's where that is possible. Throws one line that says what to install. */
export const requireChromium = (): string => {
  const found = findChromium() ?? (installDebianChromium(), findChromium())
  if (found === null) {
    throw new Error(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    )
  }
  return found
}

const installDebianChromium = (): void => {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, stdio: 'ignore' })
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const launchOptions = (more: readonly string[] = []): LaunchOptions => ({
  executablePath: requireChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    ...more,
  ],
  timeout: 120_000,
})

export const launchChromium = (more: readonly string[] = []): Promise<Browser> => chromium.launch(launchOptions(more))

/** Ends the browser that works in this profile as a power cut would, with everything that belongs to it. */
export const killDevice = (profileFolder: string): void => {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = wordsOf(pid)
    const isBrowser =
      words.includes(`--user-data-dir=${profileFolder}`) && !words.some((word) => word.startsWith('--type='))
    // It leads a group of processes of its own.
    if (isBrowser) process.kill(-Number(pid), 'SIGKILL')
  }
}

const wordsOf = (pid: string): string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** A browser whose profile survives being closed, as on a person's own device. */
export const launchDevice = (
  profileFolder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
) => chromium.launchPersistentContext(profileFolder, { ...launchOptions(), locale: 'de-DE', ...options })

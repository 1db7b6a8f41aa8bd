import { readdirSync, readFileSync } from 'node:fs'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { findProgram, installDebianPackages, isExecutable } from './debian-programs.ts'

/** Where a Chromium is: CHROMIUM_PATH, else on the PATH. Null when there is none. */
export const findChromium = (): string | null => {
  const chosen = process.env['CHROMIUM_PATH'] ?? ''
  if (chosen !== '' && isExecutable(chosen)) return chosen
  return findProgram(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])
}

/** The path of a Chromium, installing Debian's where that is possible. Throws one line that says what to install. */
export const requireChromium = (): string => {
  const found = findChromium() ?? (installDebianPackages(['chromium']), findChromium())
  if (found === null) {
    throw new Error(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    )
  }
  return found
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

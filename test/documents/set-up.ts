import { spawnSync } from 'node:child_process'
import setUpBrowser from '../browser/set-up.ts'

const isThere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Once before: poppler and LibreOffice read the documents that the app, built and in Chromium, has made. */
export default function setUp(): void {
  const missing = [
    ...(isThere('pdfinfo') ? [] : ['poppler-utils']),
    ...(isThere('soffice') ? [] : ['libreoffice-writer']),
  ]
  if (missing.length > 0) install(missing)
  if (!isThere('pdfinfo') || !isThere('soffice')) {
    throw new Error(`These tests need ${missing.join(' and ')} (Debian: apt-get install --no-install-recommends).`)
  }
  setUpBrowser()
}

const install = (packages: readonly string[]): void => {
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: 'ignore' })
}

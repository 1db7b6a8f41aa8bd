import { execFileSync, spawnSync } from 'node:child_process'
import { requireChromium } from '../world/chromium.ts'

/** Once before the browser tests: there is a Chromium, and the app is built as `npm start` builds it. */
export default function setUp(): void {
  requireChromium()
  // A test runner's NODE_ENV would put React's development build into the app.
  const env = { ...process.env, NODE_ENV: 'production' }
  const built = spawnSync('npm', ['run', 'build', '--silent'], { encoding: 'utf8', env })
  if (built.status !== 0) throw new Error(`The app does not build:\n${built.stdout}\n${built.stderr}`)
  execFileSync(process.execPath, ['--check', 'dist/server/main.js'])
}

import setUpBrowser from '../browser/set-up.ts'
import { engines } from './engines.ts'

/** Once before these tests: the browsers are there, and the app is built as for Chromium alone. */
export default function setUp(): void {
  for (const engine of engines) engine.require()
  setUpBrowser()
}

import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer
let amina: Person

beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
  amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.hasTheAppOnTheDevice()
  await amina.hasEverythingTransferred()
})

afterAll(async () => {
  await amina?.leaves()
  await server?.stop()
})

const isSafeHere = async () => {
  await amina.page.locator('[data-status=offline]').first().waitFor()
  await amina.page.getByText(german.connection.status.offline).first().waitFor()
}

it('what is shown as safe is there after the browser is killed in the middle of typing', async () => {
  amina.goesOffline()
  await amina.writes('kurzfassung', 'Ohne Netz. ')
  await isSafeHere()
  const typing = amina.page.keyboard.type('Jedes Wort bleibt. '.repeat(20)).catch(() => null)
  await amina.sees('kurzfassung', 'Ohne Netz. Jedes Wort bleibt. Jedes')
  const text = await amina.reads('kurzfassung')
  // Had the device not taken it within a second, the line would say so now.
  const since = await amina.page.evaluate(() => performance.now())
  await amina.page.waitForFunction((before) => performance.now() > before + 1_000, since)
  expect(await amina.page.locator('[data-status=offline]').count()).toBeGreaterThan(0)
  await amina.losesBrowser()
  await typing
  await amina.opensBrowser()
  await amina.reopensDraft()
  await isSafeHere()
  await amina.sees('kurzfassung', text)
  // Not sent afterwards: Chromium writes cookies down every 30 s only, so the session may be gone with it.
})

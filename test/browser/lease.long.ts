import { afterAll, beforeAll, expect, it } from 'vitest'
import { leaseMs } from '../../src/domain/lease.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { lockedWords } from '../../src/ui/wording/locked.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawless } from './flawless.ts'

const { connection } = german
const words = lockedWords.de

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
})
afterAll(() => server?.stop())

it('a phone that was away for a month asks for the server first, loses nothing, and opens by itself', async () => {
  const amina = await Person.arrives(cast.amina, server, { phone: true })
  const { page } = amina
  await amina.opens('/')
  await amina.hasTheAppOnTheDevice()
  await page.getByRole('button', { name: german.shelf.seeExample }).waitFor()
  await amina.opensExample()
  await amina.hasEverythingTransferred()
  amina.goesOffline()
  await page.getByRole('textbox').first().tap()
  await page.keyboard.type('Vor dem Urlaub. ')
  await amina.seesWords(connection.status.offline)
  await page.clock.setSystemTime(Date.now() + leaseMs + 60_000)
  await amina.reloads()
  await page.getByRole('heading', { name: words.title }).waitFor()
  await amina.seesWords(words.waiting(1, '1'))
  expect(await page.getByText('Vor dem Urlaub.').count()).toBe(0)
  await isFlawless(page, false)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: connection.status.saveFile }).click()
  expect((await download).suggestedFilename()).toMatch(/^Lauterbrück .*\.eoi$/)

  amina.comesBack()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('Vor dem Urlaub.').first().waitFor()
  await amina.hasEverythingTransferred()
  expect(amina.complaints).toEqual([])
  await amina.leaves()
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { ready as words } from '../../src/ui/wording/de/ready.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
})
afterAll(() => server?.stop())

it('a phone is made ready for a meeting, finds what its browser dropped, and tells the truth without a network', async () => {
  const amina = await Person.arrives(cast.amina, server, { phone: true })
  const { page } = amina
  await amina.opens('/')
  await amina.hasTheAppOnTheDevice()
  await page.getByRole('button', { name: german.shelf.seeExample }).waitFor()
  await amina.opensExample()
  await amina.hasEverythingTransferred()
  await page.getByRole('button', { name: german.draft.menu }).click()
  await page.getByRole('link', { name: german.draft.ready }).click()
  const level = (name: keyof typeof words.checks) =>
    page.getByRole('listitem').filter({ hasText: words.checks[name].title }).getAttribute('data-level')
  await eventually(async () => expect(await level('app')).toBe('ready'))
  // What is said about a draft comes a moment after its text; who was quicker than that has it fetched here.
  await page.getByRole('button', { name: words.prepareAll }).click()
  await eventually(async () => expect(await level('draft')).toBe('ready'))
  expect([await level('session'), await level('clock')]).toEqual(['ready', 'ready'])
  await isFlawlessInLightAndDark(page)

  await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((each) => each.includes('precache'))
    const cache = await caches.open(name)
    const [dropped] = (await cache.keys()).filter(({ url }) => url.endsWith('.js'))
    await cache.delete(dropped?.url ?? '')
  })
  await page.reload()
  await eventually(async () => expect(await level('app')).toBe('missing'))
  await page.getByRole('button', { name: words.prepareAll }).click()
  await eventually(async () => expect(await level('app')).toBe('ready'))

  amina.goesOffline()
  await page.reload()
  await eventually(async () => expect(await level('clock')).toBe('unknown'))
  expect([await level('app'), await level('draft'), await level('session')]).toEqual(['ready', 'ready', 'ready'])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: words.file }).click()
  expect((await download).suggestedFilename()).toMatch(/\.eoi$/)
  expect(amina.complaints).toEqual([])
  await amina.leaves()
})

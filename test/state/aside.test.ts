import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportPart } from '../../src/domain/import-parts.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { amina } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** The first part of a text, as every file has one. */
const part = (heading: string): ImportPart => ({
  id: 0,
  heading,
  lines: [{ kind: 'bullet', level: 2, runs: [{ text: `${heading} und mehr`, marks: { bold: true } }] }],
  match: { sectionId: 'ziele', by: 'similar' },
})
const headings = (parts: readonly ImportPart[]) => parts.map(({ heading }) => heading)

it('what has no place outlives app and network, and a second import stands behind the first', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Marburg')
  here.network.cut()
  const aside = await (await here.opens(draftId)).aside()
  await aside.keep([part('Presse')])
  await here.restarts()
  const again = await (await here.opens(draftId)).aside()
  const [kept] = await again.keep([part('Dank')])
  expect(await again.list()).toMatchObject(
    [part('Presse'), part('Dank')].map(({ heading, lines, match }) => ({ heading, lines, match })),
  )
  await again.remove(kept ? [kept] : [])
  expect(headings(await again.list())).toEqual(['Presse'])
  await here.leaves()
})

it('two tabs keep each other’s, and nothing of it counts as unsent', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Gießen')
  const one = await (await here.opens(draftId)).aside()
  here.opensAnotherTab()
  const other = await (await here.opens(draftId)).aside()
  const nothingUnsent = async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([])
  await eventually(nothingUnsent)
  await Promise.all([one.keep([part('Eins')]), other.keep([part('Zwei')])])
  expect(headings(await one.list()).sort()).toEqual(['Eins', 'Zwei'])
  await nothingUnsent()
  await here.leaves()
})

it('leaves the device with its draft, and what cannot be read does not stand in the way', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Wetzlar')
  const aside = await (await here.opens(draftId)).aside()
  await aside.keep([part('Presse')])
  const store = openDeviceStore(here.device)
  await store.changeDraft(draftId, { aside: [null, { id: 1, heading: 7 }, part('Lesbar')] })
  expect(headings(await aside.list())).toEqual(['Lesbar'])
  expect(await here.app.removal.one(draftId)).toEqual([])
  expect(await aside.list()).toEqual([])
  await here.leaves()
})

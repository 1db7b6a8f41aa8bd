import { afterAll, beforeAll, expect, it } from 'vitest'
import { amina, bruno } from '../../server/person.ts'
import { readRescueFile } from '../../../src/state/rescue/rescue-file.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { Participant } from '../browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const databasesOf = async ({ device }: Participant) => (await device.databases.databases()).map(({ name }) => name)

it('a draft is taken off the device once the server has everything, and nothing of it is left', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Marburg')
  const kept = await here.starts('Bleibt hier')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  await eventually(async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([]))

  here.network.cut()
  draft.addPartner({ name: 'Nur hier', sector: 'science', lead: false })
  expect(await here.app.removal.listUnsent(draftId)).toEqual([{ draftId, title: 'Marburg', changes: 1 }])
  here.network.restore()
  await eventually(async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([]))

  expect(await here.app.removal.one(draftId)).toEqual([])
  expect(await databasesOf(here)).not.toContain(`draft-${draftId}`)
  expect(await databasesOf(here)).toContain(`draft-${kept}`)
  const again = await here.opens(draftId)
  await eventually(() => expect(again.view.getState().partners.map(({ name }) => name)).toContain('Nur hier'))
  await here.leaves()
})

it('a browser that does not answer is told of, and keeps nobody from a file or from a new version', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Stadtallendorf')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const release = await here.device.occupies(draftId)
  here.network.cut()
  draft.addPartner({ name: 'Ungesichert', sector: 'science', lead: false })
  expect(await here.app.isStored()).toBe(false)
  const saved = await here.app.rescue.save(draftId)
  const read = await readRescueFile(saved?.bytes ?? new Uint8Array())
  expect(read).toMatchObject({ ok: true, file: { title: 'Stadtallendorf', waiting: [{}] } })
  expect(await here.app.removal.listUnsent(draftId)).toMatchObject([{ changes: 1 }])
  expect(await here.app.removal.one(draftId)).toEqual(['draft'])
  release()
  await eventually(async () => expect(await databasesOf(here)).not.toContain(`draft-${draftId}`))
  expect(await here.app.removal.one(draftId)).toEqual([])
  await here.leaves()
})

it('everything is taken off the device, the session with it', async () => {
  const here = await Participant.arrives(bruno, server)
  const draftId = await here.starts('Kirchhain')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const cookie = here.jar.cookie()
  expect((await here.jar.ask('GET', '/api/sessions')).status).toBe(200)

  expect(await here.app.removal.everything()).toEqual([])
  expect(await databasesOf(here)).toEqual([])
  expect((await here.jar.ask('GET', '/api/sessions', undefined, { cookie })).status).toBe(401)
  await here.network.close()
})

it('without the server the session stays behind, and that is said', async () => {
  const here = await Participant.arrives(bruno, server)
  await here.starts('Neustadt')
  here.network.cut()
  expect(await here.app.removal.listUnsent(null)).toMatchObject([{ title: 'Neustadt' }])
  expect(await here.app.removal.everything()).toEqual(['session'])
  expect(await databasesOf(here)).toEqual([])
  await here.network.close()
})

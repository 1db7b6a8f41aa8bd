import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { BrowserReadiness } from '../../src/state/ready/browser-readiness.ts'
import { createReadiness, type Readiness } from '../../src/state/ready/readiness.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A browser with half of the app, which promises to keep what is stored when it is asked. */
const openBrowser = (): BrowserReadiness => {
  let here = 20
  let isPersistent = false
  return {
    shell: async (repair) => ({ here: repair ? (here = 40) : here, all: 40 }),
    isPersistent: async () => isPersistent,
    persist: async () => (isPersistent = true),
    freeBytes: async () => 5e9,
    isEvictable: () => false,
  }
}

const levels = ({ view }: Readiness) =>
  Object.fromEntries(view.getState().checks.map(({ name, level }) => [name, level]))

const allReady = { app: 'ready', draft: 'ready', kept: 'ready', room: 'ready', session: 'ready', clock: 'ready' }

it('a draft that was joined and never opened is made ready, and stays so without the server', async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const brunoHere = await Participant.arrives(bruno, server)
  const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
  await eventually(() => expect(aminas.view.getState().status.name).toBe('live'))
  const draftId = await aminaHere.bringsIn(brunoHere, aminas)

  const readiness = createReadiness(brunoHere.desk(), draftId, openBrowser())
  await readiness.check()
  expect(levels(readiness)).toEqual({ ...allReady, app: 'missing', draft: 'missing', kept: 'attention' })
  const seen: unknown[] = []
  readiness.view.subscribe(({ progress }) => progress && seen.push(progress.done))
  await readiness.prepareAll()
  expect(levels(readiness)).toEqual(allReady)
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]))
  expect(readiness.view.getState()).toMatchObject({ title: 'Marburg', busy: null, progress: null })

  brunoHere.network.cut()
  const offline = createReadiness(brunoHere.desk(), draftId, openBrowser())
  await offline.check()
  expect(levels(offline)).toMatchObject({ draft: 'ready', session: 'ready', clock: 'unknown' })
  await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
})

it('a clock that is an hour off is told, and a session that has ended', async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const { draftId } = draft.view.getState()
  await draft.close()
  const desk = aminaHere.desk()
  const { fetch: send } = desk.surroundings
  // The server runs in this process and has the same clock: what it answers is an hour older.
  const late = vi.spyOn(desk.surroundings, 'fetch').mockImplementation(async (...request) => {
    const answer = await send(...request)
    const date = new Date(Date.now() - 3_600_000).toUTCString()
    return new Response(answer.body, { status: answer.status, headers: { date } })
  })
  const readiness = createReadiness(desk, draftId, openBrowser())
  await readiness.check()
  expect(levels(readiness)).toMatchObject({ clock: 'attention', session: 'ready' })
  late.mockRestore()
  aminaHere.jar.forgetCookies()
  await readiness.check()
  expect(levels(readiness)).toMatchObject({ clock: 'ready', session: 'missing' })
  await aminaHere.leaves()
})

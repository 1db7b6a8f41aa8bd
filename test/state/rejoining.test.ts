import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDraft } from '../../src/state/app-state.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const statusOf = (draft: OpenDraft) => draft.view.getState().status
const partners = (draft: OpenDraft) => draft.view.getState().partners.map(({ name }) => name)

it('who lost their session and joins anew brings what was unsent, from two tabs and once', async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const brunoHere = await Participant.arrives(bruno, server)
  const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
  await eventually(() => expect(statusOf(aminas).name).toBe('live'), 20_000)
  const draftId = await aminaHere.bringsIn(brunoHere, aminas)
  const first = await brunoHere.opens(draftId)
  first.addPartner({ name: 'Gesendet', sector: 'administration', lead: false })
  await eventually(() => expect(partners(aminas)).toContain('Gesendet'), 20_000)
  await eventually(() => expect(statusOf(first)).toMatchObject({ name: 'live' }), 20_000)

  brunoHere.network.cut()
  first.addPartner({ name: 'Ohne Netz', sector: 'administration', lead: false })
  await eventually(() => expect(statusOf(first)).toEqual({ name: 'offline', waiting: 1 }), 20_000)
  brunoHere.opensAnotherTab()
  const second = await brunoHere.opens(draftId)
  second.addPartner({ name: 'Auch ohne Netz', sector: 'science', lead: false })
  await eventually(() => expect(partners(first)).toContain('Auch ohne Netz'), 20_000)

  brunoHere.jar.forgetCookies()
  brunoHere.network.restore()
  await aminaHere.bringsIn(brunoHere, aminas)
  brunoHere.opensAnotherTab()
  await brunoHere.opens(draftId)
  await eventually(() => expect(brunoHere.reloads).toBeGreaterThan(0), 30_000)
  await brunoHere.restarts()
  const again = await brunoHere.opens(draftId)
  await eventually(() => expect(statusOf(again).name).toBe('live'), 30_000)

  const all = ['Freiwilligenagentur', 'Gesendet', 'Ohne Netz', 'Auch ohne Netz'].sort()
  await eventually(() => expect(partners(aminas).sort()).toEqual(all), 20_000)
  expect(partners(again).sort()).toEqual(all)
  await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
})

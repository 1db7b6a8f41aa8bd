import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Author } from '../../src/protocol/team-http.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openWriter, until } from './line.ts'
import { amina, bruno, carla, joinDraft, openBrowser, startDraft, type Browser } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

it('members learn who writes under a client id, also of those who have gone, and nobody else does', async () => {
  const host = await startDraft(server)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const aminas = openWriter(server, host.draftId, host.browser.cookie())
  const brunos = openWriter(server, host.draftId, guest.cookie())
  await Promise.all([aminas.whenSynced(), brunos.whenSynced()])
  aminas.write('ziele', 'Von Amina.')
  brunos.write('kurzfassung', 'Von Bruno.')
  await until('both read everything', () => `${aminas.read('kurzfassung')}${brunos.read('ziele')}`.length === 20)
  const clientIds = [aminas.doc.clientID, brunos.doc.clientID, 12]
  const ask = (who: Browser, ids = clientIds) =>
    who.ask<{ authors: Author[] }>('POST', `/api/drafts/${host.draftId}/authors`, { clientIds: ids })

  const me = (await guest.readAccess(host.draftId)).body.me
  await guest.ask('DELETE', `/api/drafts/${host.draftId}/members/${me.id}`)
  const { status, body } = await ask(host.browser)
  expect(status).toBe(200)
  expect(body.authors).toEqual([
    { ...amina, clientId: aminas.doc.clientID, memberId: (await host.browser.readAccess(host.draftId)).body.me.id },
    { ...bruno, clientId: brunos.doc.clientID, memberId: me.id },
  ])
  expect((await ask(guest)).status).toBe(403)
  expect((await ask(openBrowser(server))).status).toBe(401)
  const stranger = await startDraft(server, carla)
  expect((await ask(stranger.browser)).status).toBe(404)
  const tooMany = Array.from({ length: 501 }, (_, index) => index)
  expect((await ask(host.browser, tooMany)).status).toBe(400)
  aminas.leave()
  brunos.leave()
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { closeCode } from '../../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { openLine, openWriter, until } from '../line.ts'
import { amina, bruno, joinDraft, startDraft } from '../person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

it('who was removed and joins anew with the same browser brings the words that were still unsent', async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const { members } = (await guest.readAccess(host.draftId)).body
  const brunoId = members.find(({ name }) => name === bruno.name)?.id ?? ''
  const page = openWriter(server, host.draftId, guest.cookie())
  await page.whenSynced()
  page.write('ziele', 'Gesendet. ')
  const reader = openWriter(server, host.draftId, host.browser.cookie())
  await until('it is read', () => reader.read('ziele') === 'Gesendet. ')
  page.leave()
  page.write('ziele', 'Ohne Netz geschrieben.')
  await host.browser.ask('DELETE', `/api/drafts/${host.draftId}/members/${brunoId}`)

  const made = await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })
  expect((await guest.redeem(host.draftId, made.body.secret, bruno.name)).status).toBe(200)
  expect((await guest.readAccess(host.draftId)).body.me.id).not.toBe(brunoId)
  const again = openWriter(server, host.draftId, guest.cookie(), page.doc)
  await until('nothing is lost', () => reader.read('ziele') === 'Gesendet. Ohne Netz geschrieben.')
  again.leave()

  // Another browser is somebody else, whatever it says of itself.
  const stranger = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const line = await openLine(server, host.draftId, { cookie: stranger.cookie() })
  const before = Y.encodeStateVector(page.doc)
  page.write('ziele', ' Gefälscht.')
  line.sendUpdate(Y.encodeStateAsUpdate(page.doc, before))
  expect(await line.whenClosed()).toBe(closeCode.takenId)
  reader.leave()
})

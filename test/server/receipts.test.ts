import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../../src/document/content-digest.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { messageType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { messagesOf, openLine, openWriter, until, type Line } from './line.ts'
import { bruno, carla, joinDraft, startDraft } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const report = (line: Line, doc: Y.Doc) =>
  line.send(encodeDigestReport({ answers: 0, stateVector: Y.encodeStateVector(doc), digest: contentDigest(doc) }))
const accessTold = (line: Line) => messagesOf(line, messageType.access).length

it('23: whoever has everything is known by the moment, also after a restart; who has less, or says nothing, is not', async () => {
  const host = await startDraft(server)
  const guest = await joinDraft(server, host, { ...bruno, role: 'viewer' })
  const silent = await joinDraft(server, host, { ...carla, role: 'editor' })
  const writer = openWriter(server, host.draftId, host.browser.cookie())
  await writer.whenSynced()
  const aminas = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
  const brunos = await openLine(server, host.draftId, { cookie: guest.cookie() })
  writer.write('ziele', 'Was alle haben sollen.')
  await until('both have it', () => [aminas, brunos].every((line) => line.document().getText('text/ziele').length > 0))
  const ids = (await host.browser.readAccess(host.draftId)).body.members.map(({ id }) => id)
  const read = async () => (await silent.readAccess(host.draftId)).body.receipts
  expect(await read()).toEqual([])

  const before = Date.now()
  report(brunos, new Y.Doc())
  await brunos.whenRead()
  report(aminas, writer.doc)
  await until('Amina is known to have it', async () => (await read()).length > 0)
  const [receipt] = await read()
  expect(receipt?.memberId).toBe(ids[0])
  expect(receipt?.at).toBeGreaterThanOrEqual(before)
  expect(receipt?.at).toBeLessThanOrEqual(Date.now())
  await until('everyone is told', () => accessTold(brunos) > 0)

  // Somebody who is a word behind has what stood there before that word.
  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(writer.doc))
  writer.write('ziele', ' Und mehr.')
  await until('the word is there', () => brunos.document().getText('text/ziele').toJSON().endsWith('mehr.'))
  const late = await openLine(server, host.draftId, { cookie: guest.cookie() })
  report(late, page)
  await until('Bruno is known to have had it', async () => (await read()).length === 2)
  const both = await read()
  expect(both.find(({ memberId }) => memberId === ids[1])?.at).toBeLessThanOrEqual(receipt?.at ?? 0)
  writer.leave()
  await server.restart()
  expect(await read()).toEqual(both)
})

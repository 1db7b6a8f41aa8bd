import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { closeCode } from '../../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { openLine, openWriter, until, type Line } from '../line.ts'
import { amina, bruno, joinDraft, startDraft } from '../person.ts'
import { written } from './scene.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const page = 900_000

it('a draft of 5 MiB takes nothing more, says so by name, and goes on once something was deleted', async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const doc = new Y.Doc()
  const text = doc.getText('text/ziele')
  const open = (): Promise<Line> => openLine(server, host.draftId, { cookie: host.browser.cookie() })
  const send = (line: Line, edit: () => void): void => {
    const before = Y.encodeStateVector(doc)
    edit()
    line.sendUpdate(Y.encodeStateAsUpdate(doc, before))
  }

  const first = await open()
  for (let n = 0; n < 5; n++) send(first, () => text.insert(text.length, `${n}`.repeat(page)))
  first.mark(1)
  await until('five pages are stored', () => first.stored().includes(1))
  await first.cut()
  // As long as compaction may make room, one is asked to come again.
  const answers = new Set<number>()
  await until('it is refused by name', async () => {
    const line = await open()
    line.sendUpdate(written((other) => other.getText('text/ziele').insert(0, 'x'.repeat(page))))
    answers.add(await line.whenClosed())
    return answers.has(closeCode.draftFull)
  })
  expect([...answers].filter((code) => code !== closeCode.tryLater)).toEqual([closeCode.draftFull])

  const reader = openWriter(server, host.draftId, guest.cookie())
  await until('the others read what was there', () => reader.read('ziele').length === 5 * page)
  expect(reader.read('ziele')).toBe(text.toJSON())

  // What makes room comes in although it brings a word.
  const second = await open()
  send(second, () => (text.delete(0, 4 * page), text.insert(0, 'Kürzer.')))
  second.mark(2)
  await until('the deletion is stored', () => second.stored().includes(2))
  await second.cut()
  reader.leave()

  // The room is compacted when everyone has left it.
  await until('there is room again', async () => {
    const line = await open()
    line.sendUpdate(written((other) => other.getText('text/ziele').insert(0, 'x'.repeat(page))))
    line.mark(3)
    await until('the server answers', () => line.closed !== null || line.stored().includes(3))
    const isStored = line.closed === null
    await line.cut()
    return isStored
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { closeCode, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, messagesOf, openLine, until, type Line } from '../server/line.ts'
import { startDraft } from '../server/person.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const questions = (line: Line): Uint8Array[] =>
  messagesOf(line, messageType.sync)
    .filter((decoder) => decoding.readVarUint(decoder) === syncType.step1)
    .map((decoder) => decoding.readVarUint8Array(decoder))

const step2 = (doc: Y.Doc, vector: Uint8Array) =>
  frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc, vector))

/** Two updates, of which the second builds on the first. */
const twoUpdates = () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('text/ziele').insert(0, 'eins')
  doc.getText('text/ziele').insert(4, ', zwei')
  return { doc, second: updates[1] as Uint8Array }
}

describe('what browser and server say to each other', () => {
  it('14: half of an update is never kept', async () => {
    const { browser, draftId } = await startDraft(server)
    const doc = new Y.Doc()
    doc.getText('text/ziele').insert(0, 'gut')
    doc.getText('text/anderswo').insert(0, 'schlecht')
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.sendUpdate(Y.encodeStateAsUpdate(doc))
    expect(await line.whenClosed()).toBe(closeCode.unfit)
    const next = await openLine(server, draftId, { cookie: browser.cookie() })
    await until('the server asks', () => questions(next).length === 1)
    expect(questions(next)).toEqual([Uint8Array.of(0)])
    await next.cut()
  })

  it('15: what came too early is stored with the answer to the first step 1, and only then acknowledged', async () => {
    const { browser, draftId } = await startDraft(server)
    const { doc, second } = twoUpdates()
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.sendUpdate(second)
    line.mark(1)
    await until('the server asks', () => questions(line).length === 1)
    line.send(step2(doc, questions(line)[0] ?? Uint8Array.of(0)))
    await until('all is stored', () => line.stored().includes(1))
    expect(questions(line)).toHaveLength(1)
    const next = await openLine(server, draftId, { cookie: browser.cookie() })
    next.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await until('it is read', () => next.document().getText('text/ziele').toJSON() === 'eins, zwei')
    await Promise.all([line.cut(), next.cut()])
  })

  it('15: the server asks again, at most three times', async () => {
    const { browser, draftId } = await startDraft(server)
    const { doc, second } = twoUpdates()
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.send(frame(messageType.sync, syncType.step2, second))
    line.mark(1)
    await until('the server asks again', () => questions(line).length === 2)
    expect(line.stored()).toEqual([])
    line.send(step2(doc, questions(line)[1] ?? Uint8Array.of(0)))
    await until('all is stored', () => line.stored().includes(1))

    const gap = twoUpdates().second
    for (let answer = 0; answer < 3; answer++) line.send(frame(messageType.sync, syncType.step2, gap))
    expect(await line.whenClosed()).toBe(closeCode.incomplete)
    expect(questions(line)).toHaveLength(4)
  })
})

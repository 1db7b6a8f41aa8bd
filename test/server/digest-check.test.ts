import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { reportPauseMs } from '../../server/sync/digest-check.ts'
import { contentDigest } from '../../src/document/content-digest.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { closeCode, messageType, readNumber } from '../../src/protocol/messages.ts'
import { freePort } from '../world/free-port.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { spoilStored } from '../world/spoil.ts'
import { messagesOf, openLine, openWriter, until, type Line } from './line.ts'
import { bruno, joinDraft, startDraft } from './person.ts'

let server: TestServer
let metricsPort: number
beforeAll(async () => {
  metricsPort = await freePort()
  server = await startTestServer({ environment: { METRICS_PORT: String(metricsPort) } })
})
afterAll(() => server.stop())
afterEach(() => {
  vi.restoreAllMocks()
})

const report = (line: Line, doc: Y.Doc, digest = contentDigest(doc), answers = 0) =>
  line.send(encodeDigestReport({ answers, stateVector: Y.encodeStateVector(doc), digest }))
const divergences = async (): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  return Number(/^einvernehmen_divergences_total (\d+)$/m.exec(text)?.[1])
}
const questions = (line: Line) => messagesOf(line, messageType.sayDigest).map(readNumber)
const reloads = (line: Line) => messagesOf(line, messageType.reload).length

const written = async () => {
  const { browser, draftId } = await startDraft(server)
  const writer = openWriter(server, draftId, browser.cookie())
  await writer.whenSynced()
  const line = await openLine(server, draftId, { cookie: browser.cookie() })
  writer.write('ziele', 'Alle lesen dasselbe.')
  writer.doc.getMap('fields').set('place.name', 'Schwerte')
  await until('the line hears it', () => line.document().getMap('fields').size > 0)
  /** The next report counts as one of half a minute later. */
  const laterMs = vi.spyOn(performance, 'now')
  const now = performance.timeOrigin
  let passed = 0
  laterMs.mockImplementation(() => Date.now() - now + passed)
  const later = () => {
    passed += reportPauseMs
  }
  return { browser, draftId, writer, line, later }
}

/** The server has dealt with everything sent before. */
const answered = async (line: Line, n: number) => {
  line.mark(n)
  await until('the mark is answered', () => line.stored().includes(n))
}

describe('19: a page that says what it reads', () => {
  it('hears nothing when it reads what is stored, or something older or newer', async () => {
    const { writer, line, later } = await written()
    report(line, writer.doc)
    await answered(line, 1)
    later()
    report(line, new Y.Doc(), 'of something older')
    await answered(line, 2)
    // A wrong one of the present last, whose question shows that the ones before were dealt with.
    later()
    report(line, writer.doc, 'wrong')
    await until('only the wrong one is asked', () => questions(line).length > 0)
    expect(questions(line)).toEqual([1])
    expect(reloads(line)).toBe(0)
    writer.leave()
  })

  it('is asked again when it reads differently, and told to reload when it still does', async () => {
    const { writer, line } = await written()
    report(line, writer.doc, 'wrong')
    await until('it is asked', () => questions(line).length === 1)
    expect(reloads(line)).toBe(0)
    const before = await divergences()
    report(line, writer.doc, 'wrong', questions(line)[0])
    await until('it is told', () => reloads(line) === 1)
    expect(await divergences()).toBe(before + 1)
    writer.leave()
  })

  it('is left alone when it was only a deletion on its way', async () => {
    const { writer, line, later } = await written()
    const before = contentDigest(writer.doc)
    writer.doc.getText('text/ziele').delete(0, 5)
    report(line, writer.doc, before)
    await until('it is asked', () => questions(line).length === 1)
    report(line, writer.doc, contentDigest(writer.doc), questions(line)[0])

    // Something is written between question and answer: the answer says nothing.
    later()
    report(line, writer.doc, 'wrong')
    await until('it is asked again', () => questions(line).length === 2)
    writer.write('ziele', 'Dazwischen.')
    await until('the line hears it', () => line.document().getText('text/ziele').toJSON().endsWith('Dazwischen.'))
    report(line, writer.doc, 'wrong', questions(line)[1])
    await answered(line, 1)
    expect(reloads(line)).toBe(0)
    writer.leave()
  })

  it('is asked at once when a reader’s page takes a field away, which nobody else hears of', async () => {
    const { browser, draftId, writer } = await written()
    const reader = await joinDraft(server, { browser, draftId }, { ...bruno, role: 'viewer' })
    const line = await openLine(server, draftId, { cookie: reader.cookie() })
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(writer.doc))
    const before = Y.encodeStateVector(page)
    page.getMap('fields').delete('place.name')
    line.sendUpdate(Y.encodeStateAsUpdate(page, before))
    await until('it is asked', () => questions(line).length === 1)
    report(line, page, contentDigest(page), questions(line)[0])
    await until('it is told', () => reloads(line) === 1)
    expect(writer.doc.getMap('fields').get('place.name')).toBe('Schwerte')
    writer.leave()
  })

  it('may say so twice a minute, and say nonsense once', async () => {
    const { writer, line } = await written()
    report(line, writer.doc)
    for (let n = 0; n < 5; n++) report(line, writer.doc, 'wrong')
    await answered(line, 1)
    expect(questions(line)).toEqual([])
    line.send(encodeDigestReport({ answers: 0, stateVector: Uint8Array.of(9), digest: '' }).slice(0, 3))
    expect(await line.whenClosed()).toBe(closeCode.malformed)
    writer.leave()
  })
})

it('a log that reads differently from what was relayed sends everyone away, and stands', async () => {
  const { draftId, browser, writer, line, later } = await written()
  for (let n = 0; n < 500; n++) writer.write('ziele', 'x')
  await until('the line has heard it all', () => line.document().getText('text/ziele').length >= 520)
  spoilStored(server.dataDir, draftId, 'Schwerte', 'Schwarte')
  const before = await divergences()
  later()
  writer.write('ziele', 'y')
  expect(await line.whenClosed()).toBe(closeCode.storeFailed)
  expect(await divergences()).toBe(before + 1)
  writer.leave()
  const reader = openWriter(server, draftId, browser.cookie())
  await until('what is on disk stands', () => reader.doc.getMap('fields').get('place.name') === 'Schwarte')
  reader.leave()
})

it('a log that reads differently is noticed when everyone leaves too, however little was written', async () => {
  const { draftId, browser, writer, line } = await written()
  const before = await divergences()
  spoilStored(server.dataDir, draftId, 'Schwerte', 'Schwarte')
  writer.leave()
  await line.cut()
  await until('it is noticed', async () => (await divergences()) === before + 1)
  const reader = openWriter(server, draftId, browser.cookie())
  await until('what is on disk stands', () => reader.doc.getMap('fields').get('place.name') === 'Schwarte')
  expect(await divergences()).toBe(before + 1)
  reader.leave()
})

import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../../../src/document/content-digest.ts'
import { encodeDigestReport } from '../../../src/protocol/digest.ts'
import { closeCode, messageType, readNumber, syncType } from '../../../src/protocol/messages.ts'
import { frame, messagesOf, until } from '../line.ts'
import { bruno } from '../person.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { openScene, readLog, written, type LogEntry, type Scene } from './scene.ts'

/* The rows of the threat list (bytes: B, meaning: M) that one update can show. Presence, slow readers and limits have tests of their own. */

let server: TestServer
let scene: Scene

beforeAll(async () => {
  server = await startTestServer()
  scene = await openScene(server)
})
afterAll(async () => {
  scene.amina.leave()
  await server.stop()
})

const numbers = (...parts: (number | string)[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarString(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}

/** One struct at the start of a section, as bytes behind its kind. */
const struct = (client: number, kind: number, ...content: (number | string)[]): Uint8Array =>
  numbers(1, 1, client, 0, kind, 1, 'text/ziele', ...content, 0)

const text = (doc: Y.Doc): Y.Text => doc.getText('text/ziele')
const fields = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('fields')
const marked = (attributes: object) => written((doc) => text(doc).insert(0, 'x', attributes))
const whole = written((doc) => text(doc).insert(0, 'abgeschnitten'))
const docOf = (update: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let each = 0; each < depth; each++) value = [value]
  return value
}
const { malformed, unfit, tooLarge, takenId } = closeCode
const log = (): LogEntry[] => readLog(server.dataDir, scene.draftId)

describe('an update that would do harm is refused whole', () => {
  it.each<[string, Uint8Array, number]>([
    ['B1 empty', new Uint8Array(), malformed],
    ['B1 truncated', whole.slice(0, -3), malformed],
    ['B1 with bytes behind its end', Uint8Array.of(...whole, 7), malformed],
    ['B1 of random bytes', Uint8Array.of(17, 4, 99, 3, 250, 1, 1, 1, 7), malformed],
    ['B1 with text that is no UTF-8', Uint8Array.of(...struct(9, 4, 'aä').slice(0, -2), 0x20, 0), malformed],
    ['B2 of 7 bytes announcing 33.5 million structs', numbers(1, 33_554_432, 1, 0), malformed],
    ['B3 in encoding 2', Y.encodeStateAsUpdateV2(docOf(whole)), malformed],
    ['B4 under a client id above 2^53', Uint8Array.of(1, 1, 255, 255, 255, 255, 255, 255, 255, 31, 0, 4, 1), malformed],
    ['B4 under a client id that no page draws', struct(2 ** 32, 4, 'x'), malformed],
    ['B5 with a deleted struct of 2^53 − 1', struct(9, 1, Number.MAX_SAFE_INTEGER), malformed],
    ['B6 announcing 2^40 deletions', numbers(0, 1, 1, 2 ** 40), malformed],
    ['B10 under 20,000 client ids', manyClients(20_000), tooLarge],
    ['B11 naming another root', written((doc) => doc.getText('constructor').insert(0, 'x')), unfit],
    [
      'B11 naming a section the call does not have',
      written((doc) => doc.getText('text/nebensache').insert(0, 'x')),
      unfit,
    ],
    ['B12 with values nested 5,000 deep', written((doc) => fields(doc).set('place.name', nested(5000))), unfit],
    ['B13 with elements', written((doc) => doc.getXmlFragment('text/ziele').insert(0, [new Y.XmlElement('p')])), unfit],
    ['B14 under the key __proto__', written((doc) => fields(doc).set('__proto__', 'x')), unfit],
    ['B14 with an object for a value', written((doc) => fields(doc).set('place.name', { isAdmin: true })), unfit],
    ['B15 with a sub-document', written((doc) => fields(doc).set('place.name', new Y.Doc())), unfit],
    ['B15 with a plain value in a text', written((doc) => doc.getArray('text/ziele').insert(0, ['x'])), unfit],
    ['B15 with a map in a text', written((doc) => doc.getMap('text/ziele').set('place.name', 'x')), unfit],
    ['M6 with a text under a key', written((doc) => fields(doc).set('place.name', new Y.Text('x'))), unfit],
    [
      'M7 with an element that apps do not know',
      written((doc) => text(doc).insertEmbed(0, new Y.XmlElement('table'))),
      unfit,
    ],
    ['M8 with a mark that apps do not know', marked({ blink: true }), unfit],
    ['M9 with a kind of line that apps do not know', marked({ kind: 'marquee' }), unfit],
    ['M9 with an object for a level', marked({ level: { a: 1 } }), unfit],
    ['M10 with a link to a script', marked({ link: 'javascript:alert(1)' }), unfit],
    ['M10 with a link without encryption', marked({ link: 'http://a.example' }), unfit],
    ['M10 with an endless link', marked({ link: `https://a.example/${'x'.repeat(20_000)}` }), unfit],
    [
      'M11 with a foreign image',
      written((doc) => text(doc).insertEmbed(0, { image: 'https://a.example/1.png' })),
      unfit,
    ],
    ['M7 of a shape that locks every app out', written((doc) => fields(doc).set('shape', 99)), unfit],
  ])('%s', async (_row, update, code) => {
    expect(await scene.codeFor(update)).toBe(code)
    await scene.expectUnharmed()
  })

  it('B8 and B9: what builds on nothing is left out, and ends the line after three questions', async () => {
    const gaps = Array.from({ length: 300 }, (_, n) => written((doc) => text(doc).insert(0, 'abc'), 5000 + n))
    const later = gaps.map((update, n) => {
      const doc = docOf(update)
      doc.clientID = 5000 + n
      const before = Y.encodeStateVector(doc)
      text(doc).insert(3, 'd')
      return Y.encodeStateAsUpdate(doc, before)
    })
    const line = await scene.openLine()
    for (const update of later) line.sendUpdate(update)
    line.sendUpdate(numbers(0, 1, 77, 1, 5, 1000))
    for (let answer = 0; answer < 4; answer++) line.send(frame(messageType.sync, syncType.step2, later[0] ?? whole))
    expect(await line.whenClosed()).toBe(closeCode.incomplete)
    await scene.expectUnharmed()
  })

  it('B8: two structs that wait for each other', async () => {
    const circle = Uint8Array.of(2, 1, 9, 0, 128 + 4, 8, 0, 1, 97, 1, 8, 0, 128 + 4, 9, 0, 1, 98, 0)
    expect(await scene.codeFor(circle)).toBe(malformed)
    await scene.expectUnharmed()
  })

  it('M1: nobody deletes what the victim will write', async () => {
    const victim = scene.amina.doc.clientID
    const line = await scene.openLine()
    line.sendUpdate(numbers(0, 1, victim, 1, 1000, 1_000_000_000))
    await scene.expectUnharmed()
    expect(line.closed).toBeNull()
    await line.cut()
  })

  it('M2 and M16: nobody writes under the id of another member', async () => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(scene.amina.doc))
    copy.clientID = scene.amina.doc.clientID
    const before = Y.encodeStateVector(copy)
    text(copy).insert(0, 'Gefälscht: ')
    expect(await scene.codeFor(Y.encodeStateAsUpdate(copy, before))).toBe(takenId)
    await scene.expectUnharmed()
  })

  it('M3: who repeats the ids of another with other words reaches nobody, and is told to take the draft anew', async () => {
    const original = scene.amina.doc
    const client = original.clientID
    const words = text(original).toJSON()
    const forged = written((doc) => text(doc).insert(0, words.replaceAll(/\w/g, 'x')), client)
    const line = await scene.openLine()
    const listener = await scene.openLine()
    const before = log().length
    line.sendUpdate(forged)
    line.mark(1)
    await until('it is passed over', () => line.stored().includes(1))
    expect(log()).toHaveLength(before)
    const copy = docOf(Y.encodeStateAsUpdate(original))
    const [stateVector, digest] = [Y.encodeStateVector(copy), contentDigest(docOf(forged))]
    line.send(encodeDigestReport({ answers: 0, stateVector, digest }))
    await until('the page is asked again', () => messagesOf(line, messageType.sayDigest).length === 1)
    const [answers = 0] = messagesOf(line, messageType.sayDigest).map(readNumber)
    line.send(encodeDigestReport({ answers, stateVector, digest }))
    await until('it is told', () => messagesOf(line, messageType.reload).length === 1)
    await scene.expectUnharmed()
    expect(text(listener.document()).toJSON()).not.toContain('xxx')
    await line.cut()
    await listener.cut()
  })

  it('M15: who deletes what others wrote stands in the log, with the time and what was there before', async () => {
    const line = await scene.openLine()
    const copy = docOf(Y.encodeStateAsUpdate(scene.amina.doc))
    const state = Y.encodeStateVector(copy)
    const words = text(copy).toJSON()
    const startedAt = Date.now()
    text(copy).delete(words.indexOf('Das steht'), 9)
    line.sendUpdate(Y.encodeStateAsUpdate(copy, state))
    line.mark(1)
    await until('the deletion is stored', () => line.stored().includes(1))
    const entries = log()
    const last = entries.at(-1)
    expect(last?.name).toBe(bruno.name)
    expect(last?.at).toBeGreaterThanOrEqual(startedAt)
    const past = new Y.Doc()
    for (const { bytes } of entries.slice(0, -1)) Y.applyUpdate(past, bytes)
    expect(text(past).toJSON()).toBe(words)
    await line.cut()
  })

  it('M3 and M4: an id that two choose, as a template with a fixed id does, belongs to the first', async () => {
    const template = (words: string) => written((doc) => text(doc).insert(0, words), 1)
    scene.amina.provider.ws?.send(frame(messageType.sync, syncType.update, template('Vorlage v1. ')).slice())
    await until('the first has come in', async () => {
      const line = await scene.openLine()
      line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
      await until('step 2 is heard', () => line.document().store.clients.size > 0)
      const isThere = text(line.document()).toJSON().includes('Vorlage v1')
      await line.cut()
      return isThere
    })
    expect(await scene.codeFor(template('Vorlage v2, länger. '))).toBe(takenId)
  })
})

function manyClients(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let client = count; client > 0; client--) {
    for (const number of [1, client, 0, 4, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, 'text/ziele')
    encoding.writeVarString(encoder, 'x')
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

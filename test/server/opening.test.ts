import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as decoding from 'lib0/decoding'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import * as Y from 'yjs'
import { createGate } from '../../server/sync/gate/gate.ts'
import { contentShape } from '../../server/sync/gate/shape.ts'
import { createRoomContent } from '../../server/sync/room-content.ts'
import { openWorkshop } from '../../server/sync/workshop.ts'
import { messageType, syncType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { frame, messagesOf, openLine, openWriter, until, type Line } from './line.ts'
import { startDraft } from './person.ts'

const draft = (snapshotLength: number, edits: number) => {
  const doc = new Y.Doc()
  const text = doc.getText('text/ziele')
  text.insert(0, 'x'.repeat(snapshotLength))
  const snapshot = Y.encodeStateAsUpdate(doc)
  const updates: { seq: number; bytes: Uint8Array }[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push({ seq: updates.length + 2, bytes }))
  for (let n = 0; n < edits; n++) text.insert(0, `${n} `)
  return { doc, text, stored: { snapshot, uptoSeq: 1, updates } }
}

/** What someone reads who takes in these frames, beside what they have. */
const read = (frames: readonly Uint8Array[], doc = new Y.Doc()): string => {
  const all = Buffer.concat(frames)
  for (let at = 0; at < all.length;) {
    const short = (all[at + 1] ?? 0) & 127
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = head === 2 ? short : head === 4 ? all.readUInt16BE(at + 2) : all.readUIntBE(at + 4, 6)
    const decoder = decoding.createDecoder(all.subarray(at + head + 2, at + head + length))
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    at += head + length
  }
  return doc.getText('text/ziele').toJSON()
}

const workshop = openWorkshop()
afterAll(() => workshop.close())

describe('the answer to someone who opens a draft', () => {
  it('is the same memory for all who have nothing, until something is written', () => {
    const { text, stored } = draft(2000, 5)
    const gate = createGate({
      shape: contentShape(null),
      claims: new Map(),
      isRecovering: () => false,
      isFull: () => false,
    })
    const content = createRoomContent(stored, gate, workshop, maxDraftBytes)
    const [one, other] = [content.answer(Uint8Array.of(0)), content.answer(Uint8Array.of(0))] as Uint8Array[][]
    expect(one).toHaveLength(5)
    one?.forEach((piece, index) => expect(other?.[index]).toBe(piece))
    expect(read(one ?? [])).toBe(text.toJSON())

    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc as Y.Doc))
    const before = Y.encodeStateVector(doc)
    doc.getText('text/ziele').insert(0, 'Neu. ')
    const bytes = Y.encodeStateAsUpdate(doc, before)
    content.add({ seq: content.seq() + 1, bytes, content: gate.learn(bytes) })
    expect(read(content.answer(Uint8Array.of(0)) as Uint8Array[])).toBe(doc.getText('text/ziele').toJSON())
  })

  it.each([2000, 400_000])('brings who comes back what they lack, with a snapshot of %i characters', async (length) => {
    const { doc, text, stored } = draft(length, 5)
    const gate = createGate({
      shape: contentShape(null),
      claims: new Map(),
      isRecovering: () => false,
      isFull: () => false,
    })
    const content = createRoomContent(stored, gate, workshop, maxDraftBytes)
    const away = new Y.Doc()
    Y.applyUpdate(away, stored.snapshot)
    away.getText('text/ziele').insert(0, 'Von unterwegs. ')
    const vector = Y.encodeStateVector(away)
    const frames = await content.answer(vector)
    expect(Buffer.concat(frames).length).toBeLessThan(1000)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(away))
    expect(read(frames, away)).toBe(text.toJSON())
  })
})

describe('asking for everything', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('11, B7: is answered at once the first time, and again only when ten seconds are over', async () => {
    const { browser, draftId } = await startDraft(server)
    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    const answers = (of: Line) => messagesOf(of, messageType.sync).filter((each) => decoding.readVarUint(each) === 1)
    const now = performance.now.bind(performance)
    const clock = vi.spyOn(performance, 'now')
    line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await until('the first is answered', () => answers(line).length === 1)

    // Nearly ten seconds later two more: the rest of the time passes by itself.
    clock.mockImplementation(() => now() + 9_800)
    line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    line.mark(1)
    await until('both were heard', () => line.stored().includes(1))
    expect(answers(line)).toHaveLength(1)
    writer.write('ziele', 'Inzwischen.')
    await until('one answer for both', () => answers(line).length === 2)
    line.mark(2)
    await until('nothing more comes', () => line.stored().includes(2))
    expect(answers(line)).toHaveLength(2)
    expect(line.document().getText('text/ziele').toJSON()).toBe('Inzwischen.')
    writer.leave()
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createGate } from '../../server/sync/gate/gate.ts'
import { contentShape } from '../../server/sync/gate/shape.ts'
import { cutUpdate } from '../../src/document/update-parts.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150)
const partBytes = 200

const step = fc.record({
  writer: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('write', 'write', 'long', 'delete', 'format', 'fact', 'meet'),
  at: fc.nat(1_000),
  words: fc.string({ unit: 'binary', maxLength: 40 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Our binding never cuts a surrogate pair in two; Yjs would put two other characters in its place, on one side only. */
const betweenCharacters = (text: Y.Text, at: number): number =>
  /^[\uDC00-\uDFFF]/.test(text.toJSON().slice(at)) ? at - 1 : at

const act = (docs: readonly Y.Doc[], { writer, kind, at, words }: Step): void => {
  const doc = docs[writer] ?? new Y.Doc()
  const text = doc.getText(`text/${['ziele', 'lage'][at % 2]}`)
  const place = text.length === 0 ? 0 : betweenCharacters(text, at % text.length)
  const length = betweenCharacters(text, Math.min(text.length, place + 1 + (at % 30))) - place
  switch (kind) {
    case 'write':
      return text.insert(place, words)
    case 'long':
      return text.insert(place, `${words}𝕏ü`.repeat(20 + (at % 40)))
    case 'delete':
      return text.delete(place, length)
    case 'format':
      return text.format(place, length, { bold: true })
    case 'fact':
      return void doc.getMap('fields').set(['place.name', 'contact', 'place.state'][at % 3] ?? '', words)
    case 'meet':
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
}

const read = (doc: Y.Doc) => ({
  ziele: doc.getText('text/ziele').toDelta() as unknown,
  lage: doc.getText('text/lage').toDelta() as unknown,
  fields: doc.getMap('fields').toJSON() as unknown,
})

/** A server's copy after the first steps, and what one of the writers has more. */
const play = (steps: readonly Step[], storedAfter: number) => {
  const docs = [1, 2, 3].map((id) => Object.assign(new Y.Doc(), { clientID: id }))
  const server = new Y.Doc()
  steps.forEach((each, index) => {
    act(docs, each)
    if (index === storedAfter) Y.applyUpdate(server, Y.encodeStateAsUpdate(docs[0] ?? new Y.Doc()))
  })
  const [first = new Y.Doc()] = docs
  for (const other of docs) Y.applyUpdate(first, Y.encodeStateAsUpdate(other))
  return { doc: first, server, update: Y.encodeStateAsUpdate(first, Y.encodeStateVector(server)) }
}

describe('what is sent in parts', () => {
  it('is the same as at one go, and no part waits for a later one', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.nat(60), (steps, storedAfter) => {
        const { doc, server, update } = play(steps, storedAfter)
        const gate = createGate({
          shape: contentShape(null),
          claims: new Map(),
          isRecovering: () => false,
          isFull: () => false,
        })
        gate.learn(Y.encodeStateAsUpdate(server))
        const author = { memberId: 'm', sessionId: 's', mayWrite: true, isLive: false }
        for (const part of cutUpdate(update, partBytes)) {
          Y.applyUpdate(server, part)
          expect(server.store.pendingStructs).toBeNull()
          expect(server.store.pendingDs).toBeNull()
          expect(gate.judge(part, author).name).not.toBe('refused')
        }
        expect(read(server)).toEqual(read(doc))
        expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(doc))
      }),
      { numRuns: runs },
    )
  })

  it('comes in parts of about the size asked for', () => {
    const doc = new Y.Doc()
    doc.getText('text/ziele').insert(0, '𝕏 Ümläut. '.repeat(10_000))
    for (let n = 0; n < 500; n++) doc.getText('text/lage').insert(0, `${n} `)
    for (let n = 0; n < 300; n++) doc.getText('text/lage').delete(n, 1)
    const parts = cutUpdate(Y.encodeStateAsUpdate(doc), 16_384)
    expect(parts.length).toBeGreaterThan(7)
    for (const part of parts) expect(part.length).toBeLessThan(2 * 16_384)
    const copy = new Y.Doc()
    for (const part of parts) Y.applyUpdate(copy, part)
    expect(read(copy)).toEqual(read(doc))
  })

  it('is left as it is when it lacks something in between', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const words of ['eins', 'zwei', 'drei']) doc.getText('text/ziele').insert(0, words)
    const gappy = Y.mergeUpdates([updates[0], updates[2]].filter((each) => each !== undefined))
    expect(cutUpdate(gappy, 10)).toEqual([gappy])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editOf, openGatedDraft, type GatedDraft } from './gated-draft.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 4000)

/** Honest updates of everything the shape has, each building on the one before. */
const honest = (): Uint8Array[] => {
  const updates: Uint8Array[] = []
  const doc = new Y.Doc()
  doc.clientID = 300
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('text/ziele')
  text.insert(0, 'Wir wollen ä😀 mehr.\n')
  text.format(4, 6, { bold: true })
  text.format(text.length - 1, 1, { kind: 'bullet', level: 2 })
  text.insert(3, ' alle')
  text.delete(5, 4)
  text.format(0, 3, { link: 'https://a.example/' })
  doc.getMap('fields').set('place.name', 'Schwerte')
  doc.getMap('fields').set('place.name', 'Unna')
  doc.getMap('fields').set('population', 48_000.5)
  doc.getMap('fields').delete('place.name')
  updates.push(editOf(doc, 200, (copy) => copy.getText('text/ziele').insert(2, 'von Bruno')))
  updates.push(Y.mergeUpdates(updates))
  return updates
}

const corpus = honest()

const mutation = fc.record({
  which: fc.nat(corpus.length - 1),
  changes: fc.array(fc.record({ at: fc.nat(400), what: fc.constantFrom('set', 'cut', 'repeat'), byte: fc.nat(255) }), {
    maxLength: 4,
  }),
})

const mutate = (update: Uint8Array, changes: readonly { at: number; what: string; byte: number }[]): Uint8Array => {
  const bytes = [...update]
  for (const { at, what, byte } of changes) {
    const place = bytes.length > 0 ? at % bytes.length : 0
    if (what === 'set') bytes[place] = byte
    else if (what === 'cut') bytes.splice(place, 1 + (byte % 3))
    else bytes.splice(place, 0, ...bytes.slice(place, place + 1 + (byte % 5)))
  }
  return Uint8Array.from(bytes)
}

const verdicts = new Map<string, number>()

const playMutations = (
  mutations: readonly { which: number; changes: { at: number; what: string; byte: number }[] }[],
): void => {
  const draft: GatedDraft = openGatedDraft()
  for (const update of corpus.slice(0, 6)) draft.judge(update)
  for (const { which, changes } of mutations) {
    // Applies what is accepted to a document and expects that nothing is left waiting in it.
    const { name } = draft.judge(mutate(corpus[which] ?? new Uint8Array(), changes))
    verdicts.set(name, (verdicts.get(name) ?? 0) + 1)
  }
  draft.reopen()
  expect(draft.judge(Y.encodeStateAsUpdate(draft.doc)).name).toBe('known')
  expect(Y.decodeStateVector(draft.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(draft.doc)))
}

describe('the gate', () => {
  it('meets changed bytes without a throw, and Yjs takes in at once whatever it accepts', () => {
    const property = fc.property(fc.array(mutation, { maxLength: 8 }), playMutations)
    expect(() => fc.assert(property, { numRuns: Math.ceil(runs / 8) })).not.toThrow()
    expect([...verdicts.keys()].sort()).toEqual(['accepted', 'known', 'refused'])
  })
})

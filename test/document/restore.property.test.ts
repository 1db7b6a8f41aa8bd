import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { addPartner, appendToSection, removePartner, setFact, setTick } from '../../src/document/edit-expression.ts'
import { readLines } from '../../src/document/lines.ts'
import { textName } from '../../src/document/names.ts'
import { isOwnChange } from '../../src/document/origins.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { restore } from '../../src/document/restore.ts'
import { fingerprint } from '../../src/domain/fingerprint.ts'
import { hardLines } from '../export/applications.ts'
import { callNamed } from '../world/calls.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150)
const call = callNamed('engagierte-stadt-2023')
const [section = '', other = ''] = call.sections.map(({ id }) => id)
const all = { sectionIds: call.sections.map(({ id }) => id), withFacts: true }
const only = { sectionIds: [section], withFacts: false }

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = createDraftDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
/** As it came from elsewhere: half a character is not what it was typed as. */
const written = (): Y.Doc => {
  const doc = createDraftDocument()
  appendToSection(doc, section, hardLines)
  return copyOf(doc)
}
const text = (doc: Y.Doc, id = section) => doc.getText(textName(id))
const lines = (doc: Y.Doc, id = section) => readLines(text(doc, id))
const print = (doc: Y.Doc) => fingerprint(readApplication(doc, call))

const edit = fc.record({
  what: fc.constantFrom('write', 'strike', 'bold', 'kind'),
  at: fc.nat(500),
  length: fc.nat(40),
  words: fc.constantFrom('Haus ', 'für alle.\n', '😀', 'Wir öffnen. '),
})
const change = (doc: Y.Doc, edits: readonly { what: string; at: number; length: number; words: string }[]): void => {
  for (const { what, at, length, words } of edits) {
    const from = at % (text(doc).length + 1)
    const many = Math.min(length, text(doc).length - from)
    if (what === 'write') text(doc).insert(from, words)
    else if (what === 'strike') text(doc).delete(from, many)
    else if (what === 'bold') text(doc).format(from, many, { bold: length % 2 === 0 ? true : null })
    else text(doc).format(from, many, { kind: length % 2 === 0 ? 'heading' : 'bullet', level: 2 })
  }
}

it('a section reads as in the version again, whatever was done to it, and taking it back gives what stood there', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), fc.boolean(), (edits, wasEmpty) => {
      const doc = wasEmpty ? createDraftDocument() : written()
      const version = copyOf(doc)
      change(doc, edits)
      const before = lines(doc)
      const restored = restore(doc, version, call, only)
      expect(print(doc)).toBe(print(version))
      restored.undo()
      restored.letGo()
      expect(lines(doc)).toEqual(before)
    }),
    { numRuns: runs },
  )
})

it('what others write at the same time stays, and all read the same afterwards', () => {
  const doc = written()
  const version = copyOf(doc)
  text(doc).insert(0, 'Davor gesetzt. ')
  const there = copyOf(doc)
  text(there).insert(text(there).toJSON().indexOf('Satz'), 'ganz neuer ')
  restore(doc, version, call, only).letGo()
  for (const [to, from] of [
    [doc, there],
    [there, doc],
  ] as const)
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  expect(text(doc).toJSON()).toContain('Ein ganz neuer Satz mit')
  expect(text(doc).toJSON()).not.toContain('Davor')
  expect(lines(there)).toEqual(lines(doc))
})

it('is one small edit of this person’s, and none where nothing differs', () => {
  const doc = createDraftDocument()
  appendToSection(doc, section, [
    { kind: 'paragraph', level: 1, runs: [{ text: 'Wir öffnen das Haus für alle. '.repeat(500), marks: {} }] },
  ])
  const version = copyOf(doc)
  const own: boolean[] = []
  const sizes: number[] = []
  doc.on('afterTransaction', (transaction) => own.push(isOwnChange(transaction)))
  doc.on('update', ({ length }) => sizes.push(length))
  restore(doc, version, call, all).letGo()
  expect(sizes).toEqual([])
  text(doc).delete(6_000, 300)
  sizes.length = own.length = 0
  restore(doc, version, call, only).letGo()
  expect(own.filter(Boolean)).toHaveLength(1)
  expect(sizes).toHaveLength(1)
  expect(sizes[0]).toBeLessThan(450)
  expect(print(doc)).toBe(print(version))
})

it('facts, organisations and declarations come back with the whole, and only with it', () => {
  const [field] = call.fields
  const declaration = call.declarations.find(({ perPartner }) => perPartner)
  if (!field || !declaration) throw new Error('the call asks too little')
  const doc = createDraftDocument()
  setFact(doc, field.id, 'Schwerte')
  const gone = addPartner(doc, { name: 'Freiwilligenagentur', sector: 'civil', lead: true })
  setTick(doc, { kind: 'declaration', id: declaration.id, partnerId: gone }, true)
  appendToSection(doc, other, hardLines.slice(0, 2))
  const version = copyOf(doc)
  setFact(doc, field.id, 'Unna')
  removePartner(doc, gone)
  addPartner(doc, { name: 'Neu dabei', sector: 'science', lead: false })
  text(doc, other).delete(0, text(doc, other).length)

  restore(doc, version, call, only).letGo()
  expect(readApplication(doc, call).title).toBe('Unna')
  const before = print(doc)
  const restored = restore(doc, version, call, all)
  expect(readApplication(doc, call)).toEqual(readApplication(version, call))
  restored.undo()
  expect(print(doc)).toBe(before)
})

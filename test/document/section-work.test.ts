import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { addPartner, appendToSection, setFact } from '../../src/document/edit-expression.ts'
import { createPlaceCheck, fits } from '../../src/document/flat-shape.ts'
import { fieldsName, sectionDoneKey } from '../../src/document/names.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { readSectionDone } from '../../src/document/read-expression.ts'
import {
  assign,
  closeSections,
  openSections,
  readFinalEditor,
  readSectionWork,
  setFinalEditor,
  setSectionStatus,
  unassign,
} from '../../src/document/section-work.ts'
import { fingerprint } from '../../src/domain/fingerprint.ts'
import { dutyKey, finalEditorKey, sectionKey } from '../../src/document/work-keys.ts'
import { duties, noWork, sectionStatuses } from '../../src/domain/section-work.ts'
import { callNamed } from '../world/calls.ts'

const call = callNamed('engagierte-stadt-2023')
const amina = { name: 'Amina', organisation: 'Agentur' }
const bruno = { name: 'Bruno', organisation: 'Stadt' }
const workOn = (doc: Y.Doc, sectionId = 'ziele') => readSectionWork(doc, [sectionId]).get(sectionId)
const meet = (...docs: Y.Doc[]) => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}

describe('who does what in a section', () => {
  it('is nothing at first, and reading writes nothing', () => {
    const doc = new Y.Doc()
    expect(workOn(doc)).toEqual(noWork)
    expect(readFinalEditor(doc)).toBeNull()
    expect(Y.encodeStateAsUpdate(doc)).toHaveLength(2)
  })

  it('keeps every one who is given a duty, two at the same moment too', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    assign(one, 'ziele', 'writes', { partnerId: 'b', person: '' })
    assign(one, 'ziele', 'writes', { partnerId: 'a', person: 'Łucja' })
    assign(two, 'ziele', 'writes', { partnerId: 'a', person: 'Øyvind' })
    assign(two, 'ziele', 'writes', { partnerId: 'a', person: 'Łucja' })
    assign(two, 'ziele', 'reviews', { partnerId: 'b', person: '' })
    meet(one, two)
    for (const doc of [one, two]) {
      expect(workOn(doc)?.duties).toEqual({
        writes: [
          { partnerId: 'a', person: 'Øyvind' },
          { partnerId: 'a', person: 'Łucja' },
          { partnerId: 'b', person: '' },
        ].sort((a, b) => (a.partnerId + a.person < b.partnerId + b.person ? -1 : 1)),
        reviews: [{ partnerId: 'b', person: '' }],
        releases: [],
      })
    }
    unassign(one, 'ziele', 'writes', { partnerId: 'a', person: 'Øyvind' })
    expect(workOn(one)?.duties.writes).toEqual([
      { partnerId: 'a', person: 'Łucja' },
      { partnerId: 'b', person: '' },
    ])
  })

  it('an older app reads a released section as done, and what it ticks is released', () => {
    const doc = new Y.Doc()
    setSectionStatus(doc, 'ziele', 'for-review')
    expect([workOn(doc)?.said, readSectionDone(doc, 'ziele')]).toEqual(['for-review', false])
    setSectionStatus(doc, 'ziele', 'released')
    expect([workOn(doc)?.said, readSectionDone(doc, 'ziele')]).toEqual(['released', true])
    const fields = doc.getMap(fieldsName)
    fields.delete(sectionDoneKey('ziele'))
    expect(workOn(doc)?.said).toBeNull()
    fields.set(sectionDoneKey('ziele'), true)
    expect(workOn(doc)?.said).toBe('released')
  })

  it('at the same moment, what holds is one of the two that were said', () => {
    for (const first of sectionStatuses) {
      for (const second of sectionStatuses) {
        const [one, two] = [new Y.Doc(), new Y.Doc()]
        setSectionStatus(one, 'ziele', first)
        setSectionStatus(two, 'ziele', second)
        meet(one, two)
        expect([first, second]).toContain(workOn(one)?.said)
        expect(workOn(two)?.said).toBe(workOn(one)?.said)
      }
    }
  })

  it('closing names who, when and why, as one change, and opening leaves nothing of it', () => {
    const doc = new Y.Doc()
    let changes = 0
    doc.on('update', () => (changes += 1))
    closeSections(doc, ['ziele', 'lage'], { by: amina, at: 5, reason: 'Rat' })
    expect(workOn(doc, 'lage')?.closing).toEqual({ by: amina, at: 5, reason: 'Rat' })
    expect(workOn(doc, 'zeitplan')?.closing).toBeNull()
    openSections(doc, ['ziele', 'lage'])
    expect([workOn(doc), workOn(doc, 'lage')]).toEqual([noWork, noWork])
    expect(changes).toBe(2)
    expect([...doc.getMap(fieldsName).keys()]).toEqual([])
  })

  it('of two who close a section or name an editor at once, everything is of the same one', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    closeSections(one, ['ziele'], { by: amina, at: 5, reason: 'Rat' })
    closeSections(two, ['ziele'], { by: bruno, at: 6, reason: '' })
    setFinalEditor(one, amina)
    setFinalEditor(two, bruno)
    meet(one, two)
    const closing = workOn(one)?.closing
    const isAminas = closing?.by.name === 'Amina'
    expect(closing).toEqual(isAminas ? { by: amina, at: 5, reason: 'Rat' } : { by: bruno, at: 6, reason: '' })
    expect([amina, bruno]).toContainEqual(readFinalEditor(two))
    setFinalEditor(two, null)
    expect(readFinalEditor(two)).toBeNull()
  })

  it('is no part of the application: no document and no fingerprint changes through it', () => {
    const doc = createDraftDocument()
    setFact(doc, call.titleField, 'Lauterbrück')
    const partnerId = addPartner(doc, { name: 'Agentur', sector: 'civil', lead: true })
    appendToSection(doc, 'ziele', [{ kind: 'paragraph', level: 1, runs: [{ text: 'Ein Satz.', marks: {} }] }])
    const before = readApplication(doc, call)
    const ids = call.sections.map(({ id }) => id)
    for (const id of ids) {
      for (const status of sectionStatuses) setSectionStatus(doc, id, status)
      for (const duty of duties) assign(doc, id, duty, { partnerId, person: 'Amina' })
    }
    setFinalEditor(doc, bruno)
    closeSections(doc, ids, { by: amina, at: 5, reason: 'Rat' })
    const after = readApplication(doc, call)
    expect(after).toEqual(before)
    expect(fingerprint(after)).toBe(fingerprint(before))
  })

  it('has its places in the shape that the server lets in', () => {
    const mayBe = createPlaceCheck([])
    const keys = [
      dutyKey('ziele', 'releases', { partnerId: '0loxyz-A', person: 'Łucja Øst' }),
      ...(['status', 'closed/by', 'closed/organisation', 'closed/at', 'closed/reason'] as const).map((part) =>
        sectionKey('ziele', part),
      ),
      finalEditorKey('name'),
      finalEditorKey('organisation'),
    ]
    for (const key of keys) {
      expect(mayBe(fieldsName, key)).toBe(true)
      expect(fits({ root: fieldsName, key }, { kind: 'values', values: ['x'] })).toBe(true)
    }
    for (const key of ['section/ziele/closed', 'section/ziele/writes/a', 'section/ziele/writes/a/b/c', 'last-edit/x']) {
      expect(mayBe(fieldsName, key)).toBe(false)
    }
  })
})

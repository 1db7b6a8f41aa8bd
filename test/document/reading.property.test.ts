import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { plainText, readLines } from '../../src/document/lines.ts'
import { fieldsName, textName } from '../../src/document/names.ts'
import {
  readFacts,
  readPartners,
  readRivals,
  readSectionCount,
  readSectionDone,
  readSectionText,
  readShape,
  readTicked,
  readTitle,
} from '../../src/document/read-expression.ts'
import { readPresence } from '../../src/document/presence.ts'
import { readFinalEditor, readSectionWork } from '../../src/document/section-work.ts'
import { duties, sectionStatuses } from '../../src/domain/section-work.ts'
import { isSector } from '../../src/domain/sector.ts'
import { draftAsText } from '../../src/state/draft-as-text.ts'
import { callNamed } from '../world/calls.ts'

const numRuns = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 3000) / 10)
const call = callNamed('engagierte-stadt-2023')
const sectionIds = call.sections.map(({ id }) => id)

/** Reads everything there is to read; the result is the whole as text. */
const everyReading = (doc: Y.Doc): string => {
  readTitle(doc, call)
  readShape(doc)
  for (const [, value] of readFacts(doc, call)) expect(['string', 'number', 'boolean']).toContain(typeof value)
  for (const values of readRivals(doc, call).values()) expect(values.length).toBeGreaterThan(0)
  for (const tick of readTicked(doc)) expect(typeof tick).toBe('string')
  for (const { name, sector, lead } of readPartners(doc, call)) {
    expect(typeof name).toBe('string')
    expect(typeof lead).toBe('boolean')
    expect(sector === null || isSector(sector)).toBe(true)
  }
  for (const id of sectionIds) {
    expect(typeof readSectionText(doc, id)).toBe('string')
    expect(readSectionCount(doc, call, id)).toBeGreaterThanOrEqual(0)
    expect(typeof readSectionDone(doc, id)).toBe('boolean')
  }
  expect(typeof (readFinalEditor(doc)?.name ?? '')).toBe('string')
  const work = readSectionWork(doc, sectionIds)
  expect([...work.keys()]).toEqual(sectionIds)
  for (const { said, duties: given, closing } of work.values()) {
    expect([null, ...sectionStatuses]).toContain(said)
    for (const duty of duties) for (const { person } of given[duty]) expect(typeof person).toBe('string')
    if (closing) expect(() => new Date(closing.at ?? 0).toISOString() + closing.by.name.trim()).not.toThrow()
  }
  return draftAsText(doc, call)
}

const received = (hostile: Y.Doc): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile))
  return doc
}

const keys = fc.oneof(
  fc.constantFrom(...call.fields.map(({ id }) => id), 'shape', 'section/ziele/done', 'partner/a/name'),
  fc.constantFrom('partner/a/sector', 'partner/a/lead', 'partner//name', 'partner/b', 'partner/__proto__/name'),
  fc.constantFrom('partner/a/role', 'said/1/place.name', 'said/2/place.name', 'declaration/marke', 'said/1/__proto__'),
  fc
    .constantFrom('status', 'closed/by', 'closed/at', 'closed/reason', 'writes/a/0')
    .map((part) => `section/ziele/${part}`),
  fc.constantFrom('last-edit/name', 'last-edit/organisation', 'section/__proto__/writes/a/b', 'section//writes/a/0'),
  fc.string(),
)
const json = fc.jsonValue({ maxDepth: 3 })
const sharedType = fc.constantFrom(
  () => new Y.Map([['name', 'nested']]),
  () => Y.Array.from([1, 2, 3]),
  () => new Y.Text('nested'),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement('script'),
)
const formats = fc.dictionary(
  fc.constantFrom('bold', 'italic', 'link', 'kind', 'level', 'comment', '__proto__', 'ychange'),
  fc.oneof(json, fc.constantFrom('heading', 'bullet', 'javascript:alert(1)', 'https://example.org', 2, -1, 99)),
)

type Writing = (doc: Y.Doc) => void
const writings: fc.Arbitrary<Writing> = fc.oneof(
  fc.tuple(keys, json).map(
    ([key, value]): Writing =>
      (doc) =>
        doc.getMap(fieldsName).set(key, value),
  ),
  fc.tuple(keys, sharedType).map(
    ([key, make]): Writing =>
      (doc) =>
        doc.getMap(fieldsName).set(key, make()),
  ),
  fc
    .tuple(fc.constantFrom(...sectionIds), fc.string({ unit: 'binary' }), formats, fc.nat())
    .map(([id, words, format, place]): Writing => (doc) => {
      const text = doc.getText(textName(id))
      text.insert(place % (text.length + 1), words, format)
    }),
  fc.tuple(fc.constantFrom(...sectionIds), fc.object(), formats).map(
    ([id, embed, format]): Writing =>
      (doc) =>
        doc.getText(textName(id)).insertEmbed(0, embed, format),
  ),
  fc.tuple(fc.constantFrom(...sectionIds), sharedType).map(
    ([id, make]): Writing =>
      (doc) =>
        doc.getText(textName(id)).insertEmbed(0, make()),
  ),
  fc
    .tuple(fc.constantFrom(...sectionIds), formats, fc.nat(), fc.nat())
    .map(([id, format, from, length]): Writing => (doc) => {
      const text = doc.getText(textName(id))
      if (text.length > 0) text.format(from % text.length, length % text.length, format)
    }),
)

/** Roots of the names we read, but of another type than ours. */
const wrongRoots: fc.Arbitrary<Writing> = fc
  .tuple(fc.constantFrom(fieldsName, ...sectionIds.map(textName)), fc.nat(4), json)
  .map(([name, type, value]): Writing => (doc) => {
    if (type === 0) doc.getArray(name).push([value, new Y.Map()])
    else if (type === 1) doc.getMap(name).set('place.name', value)
    else if (type === 2) doc.getText(name).insert(0, 'not a map')
    else if (type === 3) doc.getXmlFragment(name).push([new Y.XmlText('markup'), new Y.XmlElement('p')])
    else doc.getXmlElement(name).setAttribute('place.name', 'markup')
  })

describe('reading never throws', () => {
  it('whatever a peer wrote into fields and texts', () => {
    fc.assert(
      fc.property(fc.array(writings, { maxLength: 30 }), (all) => {
        const hostile = new Y.Doc()
        for (const write of all) write(hostile)
        expect(everyReading(received(hostile))).toContain(call.shortTitle)
      }),
      { numRuns },
    )
  })

  it('whatever type a peer gave the roots', () => {
    fc.assert(
      fc.property(fc.array(wrongRoots, { minLength: 1, maxLength: 6 }), (all) => {
        const doc = new Y.Doc()
        // One document per root type, as from several peers: in one, Yjs refuses to change a root's type.
        for (const write of all) {
          const hostile = new Y.Doc()
          write(hostile)
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile))
        }
        expect(everyReading(doc)).toContain(call.shortTitle)
      }),
      { numRuns },
    )
  })

  it('whatever presence a peer claims', () => {
    fc.assert(
      fc.property(fc.anything(), (state) => {
        expect(typeof (readPresence(state)?.person.name ?? '')).toBe('string')
      }),
    )
  })
})

describe('what is read', () => {
  it('has every character of the text and no line more', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), formats), { maxLength: 20 }), (pieces) => {
        const text = new Y.Doc().getText('text/ziele')
        for (const [words, format] of pieces) text.insert(text.length, words, format)
        const whole = text.toJSON()
        const lines = readLines(text)
        expect(lines.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')).toBe(whole.replace(/\n$/, ''))
        expect(plainText(lines)).toBe(plainText(readLines(text)))
        for (const { level } of lines) expect([1, 2, 3]).toContain(level)
        for (const { marks } of lines.flatMap(({ runs }) => runs)) {
          expect(marks.link ?? 'https:').toMatch(/^(https:|mailto:|tel:)/i)
        }
      }),
      { numRuns },
    )
  })
})

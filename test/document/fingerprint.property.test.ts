import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { addPartner, changePartner, setFact, setTick } from '../../src/document/edit-expression.ts'
import { textName } from '../../src/document/names.ts'
import { readApplication } from '../../src/document/read-application.ts'
import type { Application } from '../../src/domain/application.ts'
import type { Call } from '../../src/domain/call.ts'
import { canonicalText, fingerprint, sectionFingerprint } from '../../src/domain/fingerprint.ts'
import { calls, fullApplication } from '../export/applications.ts'
import { callNamed } from '../world/calls.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60)
const town = callNamed('engagierte-stadt-2023')

const edit = fc.record({
  page: fc.nat(2),
  what: fc.constantFrom('write', 'strike', 'bold', 'link', 'line', 'fact', 'partner', 'rename', 'declare', 'meet'),
  at: fc.nat(60),
  length: fc.nat(9),
  words: fc.constantFrom('Haus', ' für alle\n', 'ü', 'u\u0308', '😀', '"\\', '\u2028'),
})
type Edit = { page: number; what: string; at: number; length: number; words: string }

const change = (doc: Y.Doc, call: Call, { what, at, length, words }: Edit): void => {
  const field = call.fields.find(({ id }) => id === call.titleField)
  const declaration = call.declarations.find(({ perPartner }) => perPartner)
  const text = doc.getText(textName(call.sections[at % 2]?.id ?? ''))
  const from = at % (text.length + 1)
  const many = Math.min(length, text.length - from)
  const partners = readApplication(doc, call).partners
  const partner = partners[at % Math.max(1, partners.length)]
  if (what === 'write') text.insert(from, words)
  if (what === 'strike') text.delete(from, many)
  if (what === 'bold') text.format(from, many, { bold: length % 2 === 0 ? true : null })
  if (what === 'link') text.format(from, many, { link: 'https://lauterbrueck.example/' })
  if (what === 'line') text.insert(from, '\n', { kind: 'bullet' })
  if (what === 'fact' && field) setFact(doc, field.id, words)
  if (what === 'partner') addPartner(doc, { name: words, sector: 'civil', lead: length === 0 })
  if (what === 'rename' && partner) changePartner(doc, partner.id, { name: words, supports: length > 4 })
  if (what === 'declare' && partner && declaration) {
    setTick(doc, { kind: 'declaration', id: declaration.id, partnerId: partner.id }, length > 2)
  }
}

const readAfter = (call: Call, updates: readonly Uint8Array[]): string => {
  const doc = createDraftDocument()
  for (const update of updates) Y.applyUpdate(doc, update)
  return fingerprint(readApplication(doc, call))
}

it.each(calls)('a fingerprint for $shortTitle is the same in whatever order the changes came', (call) => {
  const order = fc.array(fc.nat(), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), order, (edits, numbers) => {
      const pages = [1, 2, 3].map((clientID) => Object.assign(createDraftDocument(), { clientID }))
      const updates: Uint8Array[] = []
      for (const page of pages) page.on('update', (bytes, _origin, _doc, { local }) => local && updates.push(bytes))
      for (const each of edits) {
        const [doc, other] = [pages[each.page], pages[(each.page + 1) % 3]]
        if (doc && other && each.what === 'meet') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        else if (doc) change(doc, call, each)
      }
      const shuffled = updates
        .map((update, index) => ({ update, key: (numbers[index % 12] ?? 0) * 31 + (index % 7) }))
        .sort((a, b) => a.key - b.key)
        .map(({ update }) => update)
      const expected = readAfter(call, updates)
      expect(readAfter(call, shuffled)).toBe(expected)
      expect(readAfter(call, updates.toReversed())).toBe(expected)
      expect(
        readAfter(
          call,
          [...pages].toReversed().map((page) => Y.encodeStateAsUpdate(page)),
        ),
      ).toBe(expected)
      expect(readAfter(call, [Y.mergeUpdates(updates.length > 0 ? updates : [Uint8Array.of(0, 0)])])).toBe(expected)
    }),
    { numRuns: runs },
  )
})

const full = fullApplication(town)
/** Times and chance are in the ids of partners. */
const withFixedIds = ({ partners, ...rest }: Application): Application => ({
  ...rest,
  partners: partners.map((partner, index) => ({ ...partner, id: `p${index}` })),
})

it('is the same on the page where half a character was typed and everywhere else', () => {
  const doc = createDraftDocument()
  doc.getText(textName(town.sections[0]?.id ?? '')).insert(0, 'Eine halbe \uD83D.')
  const elsewhere = createDraftDocument()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  expect(fingerprint(readApplication(doc, town))).toBe(fingerprint(readApplication(elsewhere, town)))
})

it('says what is agreed to and nothing of how the call words or orders it', () => {
  const reworded: Application = {
    ...full,
    title: '',
    call: { ...full.call, title: 'Neu gefasst' },
    facts: full.facts.map((fact) => ({ ...fact, label: 'Anders', unit: 'km', required: false })).toReversed(),
    partners: [
      ...full.partners.toReversed(),
      { id: 'x', name: ' ', sector: 'civil', sectorLabel: '', lead: false, supports: false, facts: [] },
    ],
    declarations: full.declarations.toReversed(),
    sections: full.sections
      .map((section) => ({
        ...section,
        title: 'Anders',
        lines: [
          ...section.lines.map((line) => ({
            ...line,
            runs: line.runs.flatMap(({ text, marks }) => Array.from(text, (letter) => ({ text: letter, marks }))),
          })),
          { kind: 'paragraph' as const, level: 1, runs: [] },
        ],
      }))
      .toReversed(),
  }
  expect(canonicalText(reworded)).toBe(canonicalText(full))
})

it('is another one after any change of what is said', () => {
  const [first, ...others] = full.sections
  const [line] = first?.lines ?? []
  if (!first || !line) throw new Error('the call has no sections')
  const withLine = (changed: typeof line): Application => ({
    ...full,
    sections: [{ ...first, lines: [changed, ...first.lines.slice(1)] }, ...others],
  })
  const changes: Application[] = [
    { ...full, call: { ...full.call, id: 'another' } },
    { ...full, facts: full.facts.slice(1) },
    { ...full, partners: full.partners.map((partner) => ({ ...partner, lead: !partner.lead })) },
    { ...full, declarations: full.declarations.map((each) => ({ ...each, isMade: true, by: ['x'] })) },
    withLine({ ...line, kind: 'heading' }),
    withLine({ ...line, runs: line.runs.map(({ text }) => ({ text, marks: {} })) }),
    withLine({ ...line, runs: line.runs.map(({ text, marks }) => ({ text: `${text} `, marks })) }),
  ]
  const all = [full, ...changes].map(fingerprint)
  expect(new Set(all).size).toBe(all.length)
  for (const each of all) expect(each).toMatch(/^[0-9a-f]{64}$/)
  expect(sectionFingerprint(full.call, first)).not.toBe(sectionFingerprint(full.call, { ...first, lines: [line] }))
})

it('is what other SHA-256 make of the same text, for good', async () => {
  const text = canonicalText(withFixedIds(full))
  const other = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  expect(fingerprint(withFixedIds(full))).toBe(Buffer.from(other).toString('hex'))
  const fixed: Application = {
    ...full,
    facts: [{ id: 'place.name', label: 'Ort', kind: 'text', required: true, value: 'Łódź' }],
    partners: [],
    declarations: [],
    sections: [{ id: 'lage', title: '', required: true, maxCharacters: 9, lines: [{ ...lineOf('Wir.') }] }],
  }
  expect(canonicalText(fixed)).toBe(
    '["einvernehmen",1]\n["call","engagierte-stadt-2023"]\n["fact","place.name","Łódź"]\n["section","lage"]\n["paragraph",1,["Wir."]]',
  )
})

const lineOf = (text: string) => ({ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] })

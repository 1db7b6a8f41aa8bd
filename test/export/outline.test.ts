import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lineKinds, lineNumbers, type Line } from '../../src/domain/line.ts'
import { listsOf, type List } from '../../src/export/lists.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { isRightToLeft } from '../../src/export/writable.ts'
import { callWithEverything } from '../world/calls.ts'
import { calls, emptyApplication, fullApplication, words } from './applications.ts'

describe.each(calls)('the outline for $shortTitle', (call) => {
  it('names what must still come and leaves out what is voluntary', () => {
    const { blocks } = outlineOf(emptyApplication(call), words)
    const facts = blocks.flatMap((block) => (block.kind === 'table' && block.name === words.facts ? block.rows : []))
    const required = call.fields.filter((field) => field.required)
    expect(facts.map(([label, value]) => [label?.text, value?.text])).toEqual(
      required.map(({ label }) => [label, words.open]),
    )
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? block.runs.map(({ text }) => text) : []))
    const sections = call.sections.filter((section) => section.required)
    expect(headings).toEqual([words.facts, words.declarations, ...sections.map(({ title }) => title)])
    expect(blocks.filter(({ kind }) => kind === 'open')).toHaveLength(sections.length)
  })

  it('holds every fact, partner and section of a full draft, numbers as Germans write them', () => {
    const written = JSON.stringify(outlineOf(fullApplication(call), words))
    for (const { label } of call.fields) expect(written).toContain(JSON.stringify(label).slice(1, -1))
    for (const { label } of call.partners.sectors) expect(written).toContain(`${label} e. V.`)
    for (const { title } of call.sections) expect(written).toContain(title)
    expect(written).toMatch(/250\.000|10\.000/)
    expect(written).not.toContain('\\u0007')
  })

  it('holds what the call asks about each organisation, and who declared what', () => {
    const seat = {
      id: 'sitz',
      label: 'Sitz',
      kind: 'text',
      required: true,
      onViolation: 'warn',
      certainty: 'known',
    } as const
    const asking = { ...call, partners: { ...call.partners, fields: [seat] } }
    const tables = outlineOf(fullApplication(asking), words).blocks.filter((block) => block.kind === 'table')
    const textsOf = (name: string) =>
      tables.find((table) => table.name === name)?.rows.map((row) => row.map(({ text }) => text))
    expect(textsOf(words.partnerFacts)).toEqual(
      call.partners.sectors.map(({ label }, index) => [
        `${label} e. V.`,
        'Sitz',
        index === 0 ? 'Sitz & <Söhne>' : words.open,
      ]),
    )
    const first = call.declarations.find(({ perPartner }) => !perPartner)
    expect(textsOf(words.declarations)).toEqual(
      call.declarations.map(({ id, title }) => [title, id === first?.id ? words.all : words.open]),
    )
  })

  it('never skips a level of headings from the title on to the sections', () => {
    const levels = outlineOf(fullApplication(call), words).blocks.flatMap((block) =>
      block.kind === 'title' ? [1] : block.kind === 'heading' ? [block.level] : [],
    )
    expect(levels.slice(0, 2)).toEqual([1, 2])
  })
})

const flat = (lists: readonly List[]): string[] =>
  lists.flatMap(({ numbered, level, items }) =>
    items.flatMap(({ runs, lists: deeper }, index) => [
      `${level} ${numbered ? index + 1 : '-'} ${runs.map(({ text }) => text).join('')}`,
      ...flat(deeper),
    ]),
  )

test('lists keep every line in its place, and each number is the one the editor shows', () => {
  const line = fc.record({
    kind: fc.constantFrom(...lineKinds.filter((kind) => kind === 'bullet' || kind === 'numbered')),
    level: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (kinds) => {
      const lines = kinds.map((each, index): Line => ({ ...each, runs: [{ text: `Punkt ${index}`, marks: {} }] }))
      const numbers = lineNumbers(lines)
      expect(flat(listsOf(lines))).toEqual(
        lines.map(({ level }, index) => `${level} ${numbers[index] ?? '-'} Punkt ${index}`),
      )
    }),
    { numRuns: 500 },
  )
})

test('every kind of answer stands in the tables as it is read, of all and of one organisation', () => {
  const tables = outlineOf(fullApplication(callWithEverything), words).blocks.filter((block) => block.kind === 'table')
  const rowsOf = (name: string) =>
    tables.find((table) => table.name === name)?.rows.map((row) => row.map(({ text }) => text)) ?? []
  expect(rowsOf(words.facts)).toEqual([
    ['Ort', 'Ort & <Söhne>'],
    ['Art des Ortes', 'Stadt'],
    ['Menschen im Ort', '10.000'],
    ['Haushalte', '10.000'],
    ['Gezählt am', '31.12.2022'],
    ['Gewünschte Summe', '35.000 Euro'],
    ['Wer Auskunft gibt', 'Wer Auskunft gibt & <Söhne>'],
    ['Wer einreicht', 'Wer einreicht & <Söhne>'],
    ['Der Rat hat beschlossen', words.yes],
    ['Schon einmal beworben', words.no],
  ])
  expect(rowsOf(words.partnerFacts)).toEqual([
    ['Vereine e. V.', 'Sitz der Organisation', 'Sitz der Organisation & <Söhne>'],
    ['Vereine e. V.', 'Rechtsform', 'Verein'],
    ['Vereine e. V.', 'Zahl der Mitglieder', '23.418'],
    ['Vereine e. V.', 'Gegründet am', '31.12.2022'],
    ['Vereine e. V.', 'Eigener Anteil', '9.000 Euro'],
    ['Vereine e. V.', 'Ansprechperson der Organisation', 'Ansprechperson der Organisation & <Söhne>'],
    ['Vereine e. V.', 'Dachverband', 'Dachverband & <Söhne>'],
    ['Vereine e. V.', 'Als gemeinnützig anerkannt', words.yes],
    ['Rathaus e. V.', 'Sitz der Organisation', words.open],
    ['Rathaus e. V.', 'Als gemeinnützig anerkannt', words.open],
    ['Forschung e. V.', 'Sitz der Organisation', words.open],
    ['Forschung e. V.', 'Als gemeinnützig anerkannt', words.open],
  ])
})

test('the first letter tells the direction', () => {
  expect(['1. שלום', 'مرحبا', 'Hallo שלום', '', '😀 42'].map(isRightToLeft)).toEqual([true, true, false, false, false])
})

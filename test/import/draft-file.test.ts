import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { factOf, type Application } from '../../src/domain/application.ts'
import { writeJson } from '../../src/export/json.ts'
import { readFile } from '../../src/import/read-file.ts'
import { callNamed } from '../world/calls.ts'
import { refusalOf } from './reads.ts'

const call = callNamed('engagierte-stadt-2023')
const application: Application = {
  title: 'Lauterbrück',
  call,
  facts: call.fields.map((field) => factOf(field, field.kind === 'number' ? 23_418 : null)),
  partners: [
    {
      id: 'a',
      name: 'Stadt',
      sector: 'administration',
      sectorLabel: 'Verwaltung',
      lead: true,
      supports: false,
      facts: [],
    },
  ],
  declarations: call.declarations.map(({ id, title, perPartner }) => ({
    id,
    title,
    perPartner,
    isMade: true,
    by: ['a'],
  })),
  sections: call.sections.map(({ id, title, required, maxCharacters }) => ({
    id,
    title,
    required,
    maxCharacters,
    lines: [{ kind: 'bullet', level: 2, runs: [{ text: 'Räume', marks: { bold: true, link: 'https://x.example/' } }] }],
  })),
}
const written = JSON.parse(writeJson(application, 0)) as Record<string, unknown>
const read = (json: unknown) => readFile(strToU8(JSON.stringify(json)), 'lauterbrueck.json', () => undefined)

it('a draft written as data comes back without its declarations', () => {
  const back = readFile(strToU8(writeJson(application, 0)), 'lauterbrueck.json', () => undefined)
  if (back.kind !== 'draft') throw new Error('read as text')
  const { title, facts, partners, sections } = application
  expect(back.draft).toMatchObject({ title, facts, partners, sections })
  expect(back.draft).not.toHaveProperty('declarations')
})

it('one that was tampered with is refused whole', () => {
  const sections = application.sections
  const [first] = sections
  const withLines = (lines: unknown) => ({ ...written, sections: [{ ...first, lines }] })
  const spoiled = [
    { ...written, version: 2 },
    { ...written, facts: 'none' },
    { ...written, facts: [{ id: 'x', label: 'x', kind: 'script', required: true, value: 1 }] },
    { ...written, facts: application.facts.map((fact) => ({ ...fact, value: { toString: 1 } })) },
    { ...written, partners: [{ ...application.partners[0], sector: 'pirates' }] },
    withLines([{ kind: 'iframe', level: 1, runs: [] }]),
    withLines([{ kind: 'heading', level: 99, runs: [] }]),
    withLines([{ kind: 'paragraph', level: 1, runs: [{ text: 7, marks: {} }] }]),
    { ...written, sections: Array.from({ length: 1000 }, () => first) },
  ]
  for (const json of spoiled) expect(refusalOf(() => read(json))).toBe('damaged')
})

it('a link that is not allowed and marks nobody knows are left behind, their words are not', () => {
  const marks = { bold: true, italic: 'yes', link: 'javascript:alert(1)', onclick: 'x()', ['__proto__']: {} }
  const lines = [{ kind: 'paragraph', level: 1, runs: [{ text: 'Räume', marks }] }]
  const back = read({ ...written, sections: [{ ...application.sections[0], lines }] })
  expect(back).toMatchObject({
    draft: { sections: [{ lines: [{ runs: [{ text: 'Räume', marks: { bold: true } }] }] }] },
  })
  expect(JSON.stringify(back)).not.toContain('alert')
})

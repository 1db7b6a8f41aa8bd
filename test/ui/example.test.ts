import { expect, test } from 'vitest'
import { isSafeLink, plainText } from '../../src/document/lines.ts'
import { countCharacters } from '../../src/domain/character-count.ts'
import { missingSectors } from '../../src/domain/section-progress.ts'
import { example, exampleTitle } from '../../src/ui/example/lauterbrueck.ts'
import { writtenLines } from '../../src/ui/example/written-lines.ts'
import { town } from './memory-app.ts'

test('the example answers every section of its call within the limits', () => {
  expect(example.callId).toBe(town.id)
  expect(example.sections.map((section) => section.id)).toEqual(town.sections.map((section) => section.id))
  const counts = example.sections.map(({ lines }) => countCharacters(plainText(lines), town.counting))
  const tooLong = town.sections.filter(({ maxCharacters }, index) => (counts[index] ?? 0) > maxCharacters)
  expect(tooLong).toEqual([])
  expect(Math.min(...counts)).toBeGreaterThan(200)
})

test('its facts are facts of the call, of the right kind', () => {
  const wrong = example.facts.filter(([id, value]) => {
    const field = town.fields.find((each) => each.id === id)
    const kind = field?.kind === 'number' ? 'number' : 'string'
    return !field || typeof value !== kind || (field.choices && !field.choices.includes(String(value)))
  })
  expect(wrong).toEqual([])
  expect(Object.fromEntries(example.facts)[town.titleField]).toBe(exampleTitle)
})

test('its partners fulfil what the call asks, one of them leading', () => {
  expect(
    missingSectors(
      town,
      example.partners.map((partner) => partner.sector),
    ),
  ).toEqual([])
  expect(example.partners.length).toBeGreaterThanOrEqual(town.partners.minimum)
  expect(example.partners.filter((partner) => partner.lead)).toHaveLength(1)
})

test('it shows what a text can do: headings, both lists, bold, italic and a safe link', () => {
  const lines = example.sections.flatMap((section) => section.lines)
  const runs = lines.flatMap((line) => line.runs)
  expect(new Set(lines.map((line) => line.kind))).toEqual(new Set(['paragraph', 'heading', 'bullet', 'numbered']))
  expect(runs.some((run) => run.marks.bold)).toBe(true)
  expect(runs.some((run) => run.marks.italic)).toBe(true)
  const links = runs.flatMap((run) => run.marks.link ?? [])
  expect(links.length).toBeGreaterThan(0)
  expect(links.every(isSafeLink)).toBe(true)
  expect(runs.every((run) => !/\*\*|\]\(/.test(run.text))).toBe(true)
})

test('the shorthand is read as written', () => {
  expect(writtenLines(['## Ziel', '- **eins:** _zwei_', '2. [drei](https://a.example/)'])).toEqual([
    { kind: 'heading', level: 1, runs: [{ text: 'Ziel', marks: {} }] },
    {
      kind: 'bullet',
      level: 1,
      runs: [
        { text: 'eins:', marks: { bold: true } },
        { text: ' ', marks: {} },
        { text: 'zwei', marks: { italic: true } },
      ],
    },
    { kind: 'numbered', level: 1, runs: [{ text: 'drei', marks: { link: 'https://a.example/' } }] },
  ])
})

import { describe, expect, it } from 'vitest'
import { matchHeading, saysNoMore } from '../../src/domain/heading-match.ts'
import { linesForSection, partsOf } from '../../src/domain/import-parts.ts'
import { place, planImport, plannedSections, withoutParts } from '../../src/domain/import-plan.ts'
import type { Line } from '../../src/domain/line.ts'
import { lineText, paragraph } from '../../src/domain/line-writing.ts'
import { callNamed } from '../world/calls.ts'

const town = callNamed('engagierte-stadt-2023')
const country = callNamed('engagiertes-land-2023')
const heading = (text: string, level = 1): Line => ({ ...paragraph(text), kind: 'heading', level })
const bold = (text: string): Line => ({ kind: 'paragraph', level: 1, runs: [{ text, marks: { bold: true } }] })

describe.each([town, country])('the headings of $id', ({ sections }) => {
  it('mean their section by title, question or number, whatever stands around them', () => {
    sections.forEach(({ id, title, question }, index) => {
      const means = (text: string) => matchHeading(text, sections)
      expect(means(title)).toEqual({ sectionId: id, by: 'title' })
      expect(means(`${index + 1}. ${title.toUpperCase()} (max. 2.000 Zeichen):`)).toEqual({
        sectionId: id,
        by: 'title',
      })
      expect(means(`Frage ${index + 1}: ${title}`)).toEqual({ sectionId: id, by: 'title' })
      expect(means(`${index + 1}) ${question}`)).toEqual({ sectionId: id, by: 'question' })
      expect(means(`Frage ${index + 1}`)).toEqual({ sectionId: id, by: 'number' })
      expect(means(`${index + 1}.`)).toEqual({ sectionId: id, by: 'number' })
    })
  })

  it('mean none where they say something else, or have a number that is none of a section', () => {
    for (const text of ['Impressum', '2023', `${sections.length + 1}.`, '24. November 2023', 'Anhang', '???', ''])
      expect(matchHeading(text, sections)).toBe(null)
  })
})

describe('a heading', () => {
  it.each([
    ['Zeitplan', 'zeitplan'],
    ['Unsere Ausgangslage', 'ausgangslage'],
    ['Ziele', 'ziele'],
    ['Gewünschte Unterstützung', null],
    ['Unterstuetzung, die wir uns wünschen', 'unterstuetzung'],
    ['Koordination', 'verankerung'],
    ['Beitrag zum Netzwerk', 'netzwerkbeitrag'],
    ['Kurzfassung für Eilige', 'kurzfassung'],
    ['Zusammenfassung', null],
  ])('%s is near to %s', (text, sectionId) => {
    expect(matchHeading(text, town.sections)?.sectionId ?? null).toBe(sectionId)
  })

  it('is left out of the text only where it says no more than the section itself', () => {
    const section = town.sections[0]
    if (!section) throw new Error('no section')
    expect(saysNoMore('1. Kurzfassung:', section, 1)).toBe(true)
    expect(saysNoMore('Frage 1', section, 1)).toBe(true)
    expect(saysNoMore('2. Kurzfassung', section, 1)).toBe(false)
    expect(saysNoMore('Kurzfassung (max. 800 Zeichen)', section, 1)).toBe(false)
    expect(saysNoMore('Unsere Kurzfassung', section, 1)).toBe(false)
  })
})

describe('an imported text', () => {
  const shown = (lines: Line[]) =>
    partsOf(lines, town.sections).map(({ heading: said, lines: own, match }) => [
      said,
      match?.sectionId ?? null,
      own.map(lineText),
    ])

  it('is cut at its headings; lower ones stay with the part above, higher ones that mean nothing are parts of their own', () => {
    expect(
      shown([
        paragraph('Vorab'),
        heading('Antrag Lauterbrück'),
        heading('Ausgangslage vor Ort', 2),
        paragraph('a'),
        heading('Vereine', 3),
        paragraph('b'),
        heading('Anhang', 2),
        paragraph('c'),
        heading('Zeitplan', 3),
        paragraph('d'),
      ]),
    ).toEqual([
      ['', null, ['Vorab']],
      ['Antrag Lauterbrück', null, []],
      ['Ausgangslage vor Ort', 'ausgangslage', ['a', 'Vereine', 'b']],
      ['Anhang', null, ['c']],
      ['Zeitplan', 'zeitplan', ['d']],
    ])
  })

  it('without headings is cut where a line says a title, or a bold one means a section', () => {
    expect(
      shown([
        paragraph('1. Kurzfassung'),
        paragraph('a'),
        bold('Unsere Ziele'),
        paragraph('Der Zeitplan'),
        bold('Zeitplan heißt hier: bald.'),
        paragraph('2'),
      ]),
    ).toEqual([
      ['1. Kurzfassung', 'kurzfassung', ['a']],
      ['Unsere Ziele', 'ziele', ['Der Zeitplan', 'Zeitplan heißt hier: bald.', '2']],
    ])
  })

  it('goes where the person says, is counted by the rule of the call and leaves the rest', () => {
    const parts = partsOf(
      [heading('Kurzfassung'), paragraph('neu'), heading('Anhang'), paragraph('Rest')],
      town.sections,
    )
    const plan = planImport(parts)
    const written = (id: string) => (id === 'kurzfassung' ? [paragraph('alt')] : [])
    expect(plannedSections(plan, town, written)).toMatchObject([
      { section: { id: 'kurzfassung' }, number: 1, hadText: true, how: 'append', count: 'alt\nneu'.length },
    ])
    const replacing = { ...plan, how: { kurzfassung: 'replace' as const } }
    expect(plannedSections(replacing, town, written)[0]).toMatchObject({ how: 'replace', count: 3 })
    const moved = place(plan, 1, 'ziele')
    expect(plannedSections(moved, town, written)[1]?.lines.map(lineText)).toEqual(['Anhang', 'Rest'])
    expect(plannedSections(place(moved, 0, null), town, written)).toHaveLength(1)
    expect(withoutParts(plan, parts.slice(0, 1)).parts).toEqual(parts.slice(1))
  })

  it('takes its heading along where the person sends it to another section', () => {
    const [part] = partsOf([heading('Kurzfassung'), paragraph('x')], town.sections)
    const [first, second] = town.sections
    if (!part || !first || !second) throw new Error('nothing to place')
    expect(linesForSection(part, first, 1).map(lineText)).toEqual(['x'])
    expect(linesForSection(part, second, 2).map(lineText)).toEqual(['Kurzfassung', 'x'])
  })
})

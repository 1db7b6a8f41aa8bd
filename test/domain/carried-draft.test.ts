import { describe, expect, it } from 'vitest'
import { factOf } from '../../src/domain/application.ts'
import { carryOver, type CarriedDraft, type Receiving } from '../../src/domain/carried-draft.ts'
import type { Call } from '../../src/domain/call.ts'
import type { FactValue } from '../../src/domain/fact.ts'
import { lineText, paragraph } from '../../src/domain/line-writing.ts'
import { callNamed } from '../world/calls.ts'

const town = callNamed('engagierte-stadt-2023')
const country = callNamed('engagiertes-land-2023')
const words = { yes: 'ja', no: 'nein' }

const draftOf = (call: Call, facts: Record<string, FactValue>): CarriedDraft => ({
  title: 'Lauterbrück',
  call,
  facts: call.fields.map((field) => factOf(field, facts[field.id] ?? null)),
  partners: [
    {
      id: 'a',
      name: 'Hochschule Lautertal',
      sector: 'science',
      sectorLabel: 'Wissenschaft',
      lead: true,
      supports: false,
      facts: call.partners.fields.map((field) => factOf(field, field.id === 'contribution' ? 'Zeit' : null)),
    },
    { id: 'b', name: '', sector: null, sectorLabel: '', lead: false, supports: false, facts: [] },
  ],
  sections: call.sections.map(({ id, title, required, maxCharacters }, index) => ({
    id,
    title,
    required,
    maxCharacters,
    lines: index < 3 ? [paragraph(`Text ${index}`)] : [],
  })),
})
const empty = (call: Call): Receiving => ({ call, facts: new Map(), partners: [] })
const aside = ({ parts }: ReturnType<typeof carryOver>) =>
  parts.filter(({ match }) => match === null).flatMap(({ lines }) => lines.map(lineText))

describe('a draft for another call', () => {
  it('keeps every fact: in its field where there is one of that kind, else aside', () => {
    const draft = draftOf(town, { 'place.name': 'Lauterbrück', 'place.population': 23_418, 'place.kind': 'Stadt' })
    const carried = carryOver(draft, empty(country), words)
    expect(carried.facts.map(({ field, value }) => [field.id, value])).toEqual([
      ['place.name', 'Lauterbrück'],
      ['place.population', 23_418],
    ])
    expect(carried.partners).toMatchObject([{ name: 'Hochschule Lautertal', sector: null, lead: true, thereId: null }])
    expect(aside(carried)).toEqual([
      'Text 0',
      'Text 1',
      'Text 2',
      'Art: Stadt',
      'Hochschule Lautertal: Wissenschaft',
      'Hochschule Lautertal: Was diese Organisation beiträgt: Zeit',
    ])
  })

  it('goes section by section into a later round of the same call, and declares nothing', () => {
    const carried = carryOver(draftOf(town, {}), empty(town), words)
    expect(carried.parts.map(({ match, lines }) => [match?.sectionId, lines.map(lineText)])).toEqual(
      town.sections.slice(0, 3).map(({ id }, index) => [id, [`Text ${index}`]]),
    )
    expect(JSON.stringify(carried)).not.toContain('declar')
  })

  it('a field of another kind, or a choice that is none any more, gets nothing', () => {
    const later: Call = {
      ...town,
      fields: town.fields.map((field) =>
        field.id === 'place.kind'
          ? { ...field, choices: ['Ort'] }
          : field.id === 'place.population'
            ? { ...field, kind: 'text' }
            : field,
      ),
    }
    const carried = carryOver(draftOf(town, { 'place.kind': 'Stadt', 'place.population': 23_418 }), empty(later), words)
    expect(carried.facts).toEqual([])
    expect(aside(carried)).toEqual(['Art: Stadt', 'Einwohnerzahl: 23.418'])
  })

  it('says what the draft has already, and gives an organisation that is there only what it lacks', () => {
    const there: Receiving = {
      call: town,
      facts: new Map<string, FactValue>([
        ['place.name', 'Lauterbrück'],
        ['place.population', 23_000],
      ]),
      partners: [
        { id: 'x', name: ' hochschule lautertal ', sector: 'science', lead: true, supports: false, facts: new Map() },
      ],
    }
    const draft = draftOf(town, { 'place.name': 'Lauterbrück', 'place.population': 23_418 })
    const carried = carryOver(draft, there, words)
    expect(carried.facts).toMatchObject([{ value: 23_418, there: 23_000 }])
    expect(carried.partners).toMatchObject([{ thereId: 'x', lead: false, facts: new Map([['contribution', 'Zeit']]) }])
    const other = { ...there.partners[0], facts: new Map([['contribution', 'Geld']]) } as Receiving['partners'][number]
    const disputed = carryOver(draft, { ...there, partners: [other] }, words)
    expect(disputed.partners).toEqual([])
    expect(aside(disputed)).toEqual(['Hochschule Lautertal: Was diese Organisation beiträgt: Zeit'])
  })
})

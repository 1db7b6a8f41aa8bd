import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { factText, type Application, type ApplicationFact } from '../../src/domain/application.ts'
import { applicationChanges } from '../../src/domain/application-changes.ts'
import { fingerprint } from '../../src/domain/fingerprint.ts'
import type { Line } from '../../src/domain/line.ts'
import { documents as words } from '../../src/ui/wording/de/documents.ts'
import { calls, fullApplication } from '../export/applications.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 300)

const line = (text: string, more: Partial<Line> = {}): Line => ({
  kind: 'paragraph',
  level: 1,
  runs: [{ text, marks: {} }],
  ...more,
})
const lines = [line('Wir laden alle ein.'), line('Am Samstag wird gefeiert.')]

/** The same draft with something replaced in its first entry of a kind. */
const withFirst = <K extends 'facts' | 'partners' | 'declarations' | 'sections'>(
  application: Application,
  kind: K,
  change: Partial<Application[K][number]>,
): Application => ({
  ...application,
  [kind]: application[kind].map((each, index) => (index === 0 ? { ...each, ...change } : each)),
})

describe.each(calls)('what has changed in $shortTitle', (call) => {
  const before = fullApplication(call, lines)
  const [fact] = before.facts
  const [partner, second] = before.partners
  const [section] = before.sections
  if (!fact || !partner || !second || !section) throw new Error('a call asks for something')
  const changes = (after: Application, from = before) => applicationChanges(from, after, words)

  it('is nothing where nothing has', () => {
    expect(changes(structuredClone(before))).toEqual([])
    expect(changes({ ...before, partners: before.partners.toReversed() })).toEqual([])
  })

  it('is a fact that says something else, or nothing any more', () => {
    const named = { kind: 'fact', id: fact.id, title: fact.label }
    expect(changes(withFirst(before, 'facts', { value: 'Steinfurt' }))).toEqual([
      { ...named, places: [{ before: fact.value, after: 'Steinfurt' }] },
    ])
    const empty = withFirst(before, 'facts', { value: null })
    expect(changes(empty)).toEqual([{ ...named, places: [{ before: fact.value, after: '' }] }])
    expect(changes(before, empty)).toEqual([{ ...named, places: [{ before: '', after: fact.value }] }])
  })

  it('is an organisation that has another name, is new, is gone or does something else', () => {
    const said = (after: Application, from = before) =>
      changes(after, from).map(({ kind, title, places }) => ({ kind, title, places }))
    const about = partner.facts
      .map((each) => (each.value === null ? '' : ` · ${each.label}: ${factText(each, words)}`))
      .join('')
    const text = (name: string, role: string) => `${name} · ${partner.sectorLabel} · ${role}${about}`
    const was = text(partner.name, words.lead)
    expect(said(withFirst(before, 'partners', { name: 'Bürgerhaus' }))).toEqual([
      { kind: 'partner', title: 'Bürgerhaus', places: [{ before: was, after: text('Bürgerhaus', words.lead) }] },
    ])
    const without = { ...before, partners: before.partners.slice(1) }
    expect(said(without)).toEqual([{ kind: 'partner', title: partner.name, places: [{ before: was, after: '' }] }])
    expect(said(before, without)).toEqual([
      { kind: 'partner', title: partner.name, places: [{ before: '', after: was }] },
    ])
    expect(said(withFirst(before, 'partners', { lead: false, supports: true }))).toEqual([
      { kind: 'partner', title: partner.name, places: [{ before: was, after: text(partner.name, words.supports) }] },
    ])
  })

  it('is a declaration that one more or one less has made, and not the new name of who made it', () => {
    const declared = (by: string[]): Application => ({
      ...before,
      declarations: before.declarations.map((each) => ({ ...each, by: each.perPartner ? by : [] })),
    })
    const own = before.declarations.filter(({ perPartner }) => perPartner)
    const [one, both] = [declared([partner.id]), declared([partner.id, second.id])]
    expect(changes(both, one)).toEqual(
      own.map(({ id, title }) => ({
        kind: 'declaration',
        id,
        title,
        places: [{ before: partner.name, after: `${partner.name}, ${second.name}` }],
      })),
    )
    expect(changes(one, both).map(({ places }) => places)).toEqual(
      own.map(() => [{ before: `${partner.name}, ${second.name}`, after: partner.name }]),
    )
    const renamed = withFirst(both, 'partners', { name: 'Bürgerhaus' })
    expect(changes(renamed, both).map(({ kind }) => kind)).toEqual(['partner'])
    // Who leads stands first, and has declared nothing new by it.
    const turned = declared([second.id, partner.id])
    expect(changes(turned, both)).toEqual([])
  })

  it('is the one tick that stands for all', () => {
    const ticked = (isMade: boolean): Application => ({
      ...before,
      declarations: before.declarations.map((each) => (each.perPartner ? each : { ...each, isMade })),
    })
    const common = before.declarations.filter(({ perPartner }) => !perPartner)
    const places = (from: boolean, to: boolean) => changes(ticked(to), ticked(from)).map((each) => each.places)
    expect(places(false, true)).toEqual(common.map(() => [{ before: '', after: words.all }]))
    expect(places(true, false)).toEqual(common.map(() => [{ before: words.all, after: '' }]))
  })

  it('is a sentence of a section, all of it, or only how it is set', () => {
    const named = { kind: 'section', id: section.id, title: section.title }
    const [first = line(''), next = line('')] = lines
    expect(changes(withFirst(before, 'sections', { lines: [first, line('Am Sonntag wird gefeiert.')] }))).toEqual([
      { ...named, places: [{ before: 'Am Samstag wird gefeiert.', after: 'Am Sonntag wird gefeiert.' }] },
    ])
    const gone = { before: 'Wir laden alle ein.\nAm Samstag wird gefeiert.', after: '' }
    expect(changes(withFirst(before, 'sections', { lines: [] }))).toEqual([{ ...named, places: [gone] }])
    expect(changes({ ...before, sections: before.sections.slice(1) })).toEqual([{ ...named, places: [gone] }])
    for (const set of [
      line('', { runs: first.runs.map(({ text }) => ({ text, marks: { bold: true } })) }),
      line('', { runs: first.runs.map(({ text }) => ({ text, marks: { link: 'https://stadt.example/' } })) }),
      line('Wir laden alle ein.', { kind: 'heading' }),
      line('Wir  laden alle ein.'),
    ]) {
      expect(changes(withFirst(before, 'sections', { lines: [set, next] }))).toEqual([
        { ...named, places: ['formats'] },
      ])
    }
  })

  test('there is something to show exactly where the fingerprints differ', () => {
    const maybe = <T>(...each: T[]) => fc.constantFrom(...each)
    const values = ({ kind }: ApplicationFact) => {
      if (kind === 'number' || kind === 'money') return maybe(null, 0, 7, 7.00001, 7.00002)
      if (kind === 'yes-no') return maybe(null, true, false)
      return kind === 'date' ? maybe(null, '2022-12-31', '2023-01-01') : maybe(null, 'Haus', 'Haus ', 'haus')
    }
    const told = (each: readonly ApplicationFact[]) =>
      fc.tuple(...each.map((one) => values(one).map((value): ApplicationFact => ({ ...one, value }))))
    const organisation = (each: Application['partners'][number], index: number) =>
      fc
        .record({
          name: maybe(` `, `Verein ${index}`, `Verein ${index} `, `Bund ${index}`),
          sector: maybe(each.sector, null, 'business' as const),
          lead: fc.boolean(),
          supports: fc.boolean(),
          facts: told(each.facts),
          isThere: fc.boolean(),
        })
        .map(({ sector, ...rest }) => ({
          ...each,
          ...rest,
          sector,
          sectorLabel: call.partners.sectors.find(({ id }) => id === sector)?.label ?? '',
        }))
    const application = fc
      .record({
        facts: told(before.facts),
        partners: fc.tuple(...before.partners.map(organisation)),
        declarations: fc.tuple(
          ...before.declarations.map((each) =>
            fc
              .record({ isMade: fc.boolean(), by: fc.subarray(before.partners.map(({ id }) => id)) })
              .map((made) => ({ ...each, ...(each.perPartner ? { by: made.by } : { isMade: made.isMade }) })),
          ),
        ),
        sections: fc.tuple(
          ...before.sections.map((each) =>
            fc
              .array(maybe(...lines, line(''), line('Wir laden alle ein.', { kind: 'bullet' }), line('Wir.')), {
                maxLength: 3,
              })
              .map((written) => ({ ...each, lines: written })),
          ),
        ),
      })
      .map((parts): Application => ({
        ...before,
        ...parts,
        partners: parts.partners.filter(({ isThere }) => isThere),
      }))
    /** Two that differ in one part at most are the ones a mistake would hide in. */
    const pair = fc.tuple(application, application, maybe('facts', 'partners', 'declarations', 'sections', 'none'))
    fc.assert(
      fc.property(pair, ([one, other, part]) => {
        const after: Application = part === 'none' ? structuredClone(one) : { ...one, [part]: other[part as 'facts'] }
        expect(changes(after, one).length > 0).toBe(fingerprint(after) !== fingerprint(one))
      }),
      { numRuns: runs },
    )
  })
})

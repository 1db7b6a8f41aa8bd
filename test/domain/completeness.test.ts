import { describe, expect, it } from 'vitest'
import { readCall, type Call } from '../../src/domain/call.ts'
import { evaluateCompleteness } from '../../src/domain/completeness.ts'
import type { DraftContents, Finding } from '../../src/domain/finding.ts'
import type { FactValue } from '../../src/domain/fact.ts'
import type { Partner } from '../../src/domain/partner.ts'
import { sectionProgress } from '../../src/domain/section-progress.ts'
import { tickName } from '../../src/domain/tick.ts'
import { allCalls, shippedCalls } from '../world/calls.ts'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

const partner = (id: string, more: Partial<Partner> = {}): Partner => ({
  id,
  name: `Haus ${id}`,
  sector: 'civil',
  lead: false,
  supports: false,
  facts: new Map(),
  ...more,
})

const empty = (call: Call): DraftContents => ({
  facts: new Map(),
  rivals: new Map(),
  partners: [],
  sections: call.sections.map((section) => ({ section, count: 0, progress: 'empty' })),
  ticked: [],
})

const goodValue = ({ kind, choices, min, max }: Call['fields'][number]): FactValue => {
  if (kind === 'number' || kind === 'money') return min ?? max ?? 7
  if (kind === 'yes-no') return false
  if (kind === 'date') return '2022-12-31'
  return kind === 'choice' ? (choices?.[0] ?? '') : 'Lauterbrück'
}

/** A draft in which nothing is missing, whatever the call asks. */
const complete = (call: Call): DraftContents => {
  const sides = call.partners.sectors.filter(({ required }) => required)
  const facts = new Map(call.partners.fields.map((field) => [field.id, goodValue(field)]))
  const partners = Array.from({ length: Math.max(call.partners.minimum, sides.length) }, (_, index) =>
    partner(`p${index}`, { sector: sides[index]?.id ?? 'civil', lead: index === 0, facts }),
  )
  const declared = call.declarations.flatMap(({ id, perPartner }) =>
    (perPartner ? partners : [null]).map((each) => ({ kind: 'declaration', id, partnerId: each?.id ?? null }) as const),
  )
  return {
    facts: new Map(call.fields.map((field) => [field.id, goodValue(field)])),
    rivals: new Map(),
    partners,
    sections: call.sections.map((section) => ({ section, count: 1, progress: sectionProgress(1, true) })),
    ticked: [
      ...declared,
      ...call.attachments.map(({ id }) => ({ kind: 'attachment', id }) as const),
      ...call.checklist.map((item) => ({ kind: 'checklist', item }) as const),
    ].map(tickName),
  }
}

const findings = (call: Call, draft: DraftContents): readonly Finding[] =>
  evaluateCompleteness(call, draft, noon(call.window.opens)).checks.flatMap((check) => check.findings)
const names = (call: Call, draft: DraftContents) => findings(call, draft).map(({ what }) => what.name)

describe.each(allCalls)('completeness for $id', (call) => {
  const whole = complete(call)
  const numbered = call.fields.find(({ max, onViolation }) => max !== undefined && onViolation === 'warn')
  const longest = call.sections[0]
  it('says nothing of a draft that has everything', () => {
    const { checks, blocking } = evaluateCompleteness(call, whole, noon(call.window.opens))
    expect(checks.flatMap((check) => check.findings)).toEqual([])
    expect(checks.map(({ done, all }) => done - all)).toEqual(checks.map(() => 0))
    expect(blocking).toBe(0)
  })

  it('names every compulsory thing of an empty draft with its place, and counts what blocks', () => {
    const found = findings(call, empty(call))
    const fields = found.flatMap(({ what }) => (what.name === 'fact-missing' ? [what.field.id] : []))
    expect(fields).toEqual(call.fields.filter(({ required }) => required).map(({ id }) => id))
    const sections = found.flatMap(({ what }) => (what.name === 'section-empty' ? [what.section.id] : []))
    expect(sections).toEqual(call.sections.filter(({ required }) => required).map(({ id }) => id))
    const sides = found.flatMap(({ what }) => (what.name === 'sector-missing' ? [what.sector.id] : []))
    expect(sides).toEqual(call.partners.sectors.filter(({ required }) => required).map(({ id }) => id))
    expect(evaluateCompleteness(call, empty(call), 0).blocking).toBe(found.filter(({ blocks }) => blocks).length)
    expect(found.some(({ blocks }) => blocks)).toBe(true)
  })

  it('never lets block what the call only warns about', () => {
    if (!numbered) throw new Error('this call has no number with a limit')
    const facts = new Map(whole.facts).set(numbered.id, (numbered.max ?? 0) + 1)
    expect(findings(call, { ...whole, facts })).toMatchObject([
      { what: { name: 'fact-wrong', problem: 'above', field: { id: numbered.id } }, blocks: false },
    ])
    const strict = { ...call, fields: call.fields.map((field) => ({ ...field, onViolation: 'block' as const })) }
    expect(findings(strict, { ...whole, facts })).toMatchObject([{ blocks: true }])
  })

  it('tells by how much a section is too long, and that one is not marked as done', () => {
    const change = (count: number, isDone: boolean) => ({
      ...whole,
      sections: whole.sections.map((each, index) =>
        index === 0 ? { ...each, count, progress: sectionProgress(count, isDone) } : each,
      ),
    })
    expect(names(call, change(longest?.maxCharacters ?? 0, true))).toEqual([])
    expect(findings(call, change((longest?.maxCharacters ?? 0) + 120, true))).toMatchObject([
      { what: { name: 'section-too-long', section: { id: longest?.id }, excess: 120 }, blocks: true },
    ])
    expect(findings(call, change(5, false))).toMatchObject([{ what: { name: 'section-not-done' }, blocks: false }])
  })

  it('asks organisations that submit for each declaration, and not those that only support', () => {
    const perPartner = call.declarations.find((declaration) => declaration.perPartner)
    const partners = [...whole.partners, partner('late'), partner('friend', { supports: true })]
    const late = findings(call, { ...whole, partners }).filter(({ what }) => what.name === 'not-ticked')
    expect(late.length).toBe(call.declarations.filter((declaration) => declaration.perPartner).length)
    expect(late[0]).toMatchObject({
      what: { tick: { kind: 'declaration', id: perPartner?.id, partnerId: 'late' }, partner: { name: 'Haus late' } },
      blocks: true,
    })
  })

  it('finds nobody leading, two leading, a missing name and a missing side', () => {
    const lead = (leads: (index: number) => boolean) =>
      names(call, {
        ...whole,
        partners: whole.partners.map((each, index) => ({ ...each, lead: leads(index) })),
      })
    expect(lead(() => false)).toEqual(['nobody-leads'])
    expect(lead((index) => index < 2)).toEqual(['several-lead'])
    const half = [...whole.partners, partner('a', { name: ' ' })]
    expect(names(call, { ...whole, partners: half })).toContain('partner-nameless')
    const sideless = [...whole.partners, partner('b', { sector: null })]
    expect(names(call, { ...whole, partners: sideless })).toContain('partner-without-side')
  })

  it('is not complete with supporters in the place of organisations that submit', () => {
    const partners = whole.partners.map((each, index) => ({ ...each, supports: index > 0 }))
    expect(names(call, { ...whole, partners })).toContain(
      call.partners.sectors.filter(({ required }) => required).length > 1 ? 'sector-missing' : 'partners-too-few',
    )
  })

  it('offers a value that was written at the same time, and blocks nothing for it', () => {
    const field = call.fields[0]
    const rivals = new Map([[field?.id ?? '', ['Oberlauter']]])
    expect(findings(call, { ...whole, rivals })).toMatchObject([
      { what: { name: 'fact-disputed', field: { id: field?.id } }, blocks: false },
    ])
  })

  it('tells the deadline by the call’s own calendar', () => {
    const at = (ms: number) => evaluateCompleteness(call, whole, ms).deadline.name
    const endMs = Date.parse(`${call.window.closes}T${call.window.timeOfDay ?? '24:00'}+01:00`)
    expect(at(endMs - 60_000)).toBe('open')
    expect(at(endMs + 60_000)).toBe('over')
    expect(at(Date.parse(`${call.window.opens}T00:00:00Z`) - 86_400_000)).toBe('not-open')
  })
})

describe('a contradictory call', () => {
  const [shipped] = shippedCalls.values()
  const twisted = (change: (call: Call) => void): Call => {
    const json = structuredClone(shipped) as Call
    change(json)
    const read = readCall(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    return read.call
  }

  it('is evaluated all the same: more sides than organisations, a range that nothing fits, no rules at all', () => {
    const sides = twisted((call) => {
      call.partners.minimum = 1
      call.partners.sectors = call.partners.sectors.map((sector) => ({ ...sector, required: true }))
    })
    expect(findings(sides, empty(sides)).filter(({ what }) => what.name === 'sector-missing')).toHaveLength(4)
    const range = twisted((call) => call.fields.forEach((field) => Object.assign(field, { min: 9, max: 3 })))
    const facts = new Map(range.fields.map((field) => [field.id, field.kind === 'number' ? 5 : goodValue(field)]))
    expect(names(range, { ...complete(range), facts })).toEqual(['fact-wrong'])
    const bare = twisted((call) => Object.assign(call, { declarations: [], attachments: [], checklist: [] }))
    expect(evaluateCompleteness(bare, complete(bare), 0).checks.map(({ name }) => name)).not.toContain('declarations')
  })

  it('asks about each organisation what its own file asks, of every kind', () => {
    const field = { id: 'contact', label: 'Ansprechperson', kind: 'person', required: true, certainty: 'assumed' }
    const asking = twisted((call) => Object.assign(call.partners, { fields: [field] }))
    const draft = {
      ...complete(asking),
      partners: complete(asking).partners.map((each) => ({ ...each, facts: new Map() })),
    }
    expect(findings(asking, draft)).toMatchObject(
      draft.partners.map(({ id }) => ({ what: { name: 'fact-missing', field: { id: 'contact' }, partner: { id } } })),
    )
    for (const id of ['name', 'role', 'two.words']) {
      const read = readCall({ ...shipped, partners: { ...shipped?.partners, fields: [{ ...field, id }] } })
      expect(read).toMatchObject({ ok: false, problems: [{ path: 'partners.fields' }] })
    }
  })
})

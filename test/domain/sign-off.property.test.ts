import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Application } from '../../src/domain/application.ts'
import { fingerprint, sectionFingerprint } from '../../src/domain/fingerprint.ts'
import { judgeSignOff } from '../../src/domain/judge-act.ts'
import { signOffKinds, standingOf, type SignOff } from '../../src/domain/sign-off.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 200)

const organisations = ['Agentur', 'Stadt', 'Hochschule']
const sectionIds = ['a', 'b']
/** Close to each other on purpose: what a reader might take for the same is another wording. */
const texts = ['', 'Haus', 'haus', 'Haus ', 'Haus.', 'H\u00E4us', 'Ha\u0308us', 'a\nb']

interface Content {
  texts: string[]
  fact: string | null
  bold: boolean
  partner: string
  declared: boolean
}

const linesOf = (text: string, bold: boolean): Application['sections'][number]['lines'] =>
  text.split('\n').map((part) => ({ kind: 'paragraph', level: 1, runs: [{ text: part, marks: bold ? { bold } : {} }] }))

const applicationOf = ({ texts: written, fact, bold, partner, declared }: Content): Application => ({
  title: '',
  call: { id: 'call', programme: '', shortTitle: '', title: '', documentWord: '' },
  facts: [{ id: 'f', label: '', kind: 'text', required: false, value: fact }],
  partners: [{ id: 'p', name: partner, sector: 'civil', sectorLabel: '', lead: true, supports: false, facts: [] }],
  declarations: [{ id: 'd', title: '', perPartner: false, isMade: declared, by: [] }],
  sections: sectionIds.map((id, index) => ({
    id,
    title: '',
    required: true,
    maxCharacters: 9,
    lines: linesOf(written[index] ?? '', bold),
  })),
})

const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), section: fc.nat(1), text: fc.constantFrom(...texts) }),
  fc.record({ do: fc.constant('fact' as const), value: fc.constantFrom(null, 'x', 'y') }),
  fc.record({ do: fc.constantFrom('mark' as const, 'declare' as const) }),
  fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('Agentur', 'agentur') }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      organisation: fc.constantFrom(...organisations),
      kind: fc.constantFrom(...signOffKinds),
      sectionId: fc.constantFrom(null, ...sectionIds),
      knowsLast: fc.boolean(),
    }),
  },
)
const edited = (content: Content, each: Step): Content => {
  switch (each.do) {
    case 'write':
      return { ...content, texts: content.texts.map((text, index) => (index === each.section ? each.text : text)) }
    case 'fact':
      return { ...content, fact: each.value }
    case 'mark':
      return { ...content, bold: !content.bold }
    case 'declare':
      return { ...content, declared: !content.declared }
    case 'rename':
      return { ...content, partner: each.name }
    default:
      return content
  }
}

const markOf = (content: Content, sectionId: string | null): string => {
  const application = applicationOf(content)
  const section = application.sections.find(({ id }) => id === sectionId)
  return section ? sectionFingerprint(application.call, section) : fingerprint(application)
}

/** What a reader of the scope sees, compared without any fingerprint. */
const readingOf = ({ texts: written, bold, ...rest }: Content, sectionId: string | null): string => {
  const looks = (text: string) => [text, bold && text !== '']
  const section = written[sectionIds.indexOf(sectionId ?? '')] ?? ''
  return JSON.stringify(sectionId === null ? [written.map(looks), rest] : looks(section))
}

const lastOf = (acts: readonly SignOff[], organisation: string, sectionId: string | null) =>
  acts.findLast((act) => act.organisation === organisation && act.sectionId === sectionId)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Whether every agreement along the way holds for the wording that was agreed to, and for no other. */
const holdsAlong = (steps: readonly Step[]): boolean => {
  let content: Content = { texts: ['', ''], fact: null, bold: false, partner: 'Agentur', declared: false }
  const acts: SignOff[] = []
  const readAs = new Map<string, string>()
  for (const [seq, each] of steps.entries()) {
    content = edited(content, each)
    if (each.do === 'say') {
      const { organisation, kind, sectionId, knowsLast } = each
      const id = `act-number-${seq}`
      const mark = markOf(content, sectionId)
      const said = { id, kind, reason: 'Darum.', versionId: `v${seq}`, sectionId, fingerprint: mark, saidAt: seq }
      const last = lastOf(acts, organisation, sectionId)
      const who = { organisation, signing: 'authorised' as const }
      const sent = { ...said, after: knowsLast ? (last?.id ?? null) : null }
      const judged = judgeSignOff(sent, who, { acts, fingerprint: mark })
      const isDouble = last?.kind === kind && last.fingerprint === mark
      if (judged.ok !== (last === undefined || knowsLast || isDouble)) return false
      readAs.set(id, readingOf(content, sectionId))
      if (judged.ok) acts.push({ ...said, ...who, memberId: organisation, name: organisation, seq, at: seq })
    }
    for (const organisation of organisations) {
      for (const sectionId of [null, ...sectionIds]) {
        const standing = standingOf(acts, organisation, { sectionId, fingerprint: markOf(content, sectionId) })
        const last = lastOf(acts, organisation, sectionId)
        const isSame = last !== undefined && readAs.get(last.id) === readingOf(content, sectionId)
        if ((standing.name === 'agreed') !== (isSame && last.kind !== 'decline')) return false
        if (standing.name === 'declined' && standing.isOfThis !== isSame) return false
      }
    }
  }
  return true
}

it('an agreement never holds for anything but what was agreed to', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      expect(holdsAlong(steps)).toBe(true)
    }),
    { numRuns: runs },
  )
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { lineKinds } from '../../../src/document/lines.ts'
import {
  addPartner,
  appendToSection,
  changePartner,
  removePartner,
  setFact,
} from '../../../src/document/edit-expression.ts'
import {
  assign,
  closeSections,
  openSections,
  setFinalEditor,
  setSectionStatus,
} from '../../../src/document/section-work.ts'
import { sectionStatuses } from '../../../src/domain/section-work.ts'
import { readPartners } from '../../../src/document/read-expression.ts'
import { schema } from '../../../src/editor/schema.ts'
import * as people from '../../editor/replicas.ts'
import { contentOf, openGatedDraft } from './gated-draft.ts'

const acts = [
  'types',
  'types',
  'pastes',
  'splits',
  'changes kind',
  'marks',
  'unmarks',
  'cuts',
  'undoes',
  'redoes',
  'states a fact',
  'clears a fact',
  'adds a partner',
  'changes a partner',
  'removes a partner',
  'finishes a section',
  'takes a section',
  'closes sections',
  'opens sections',
  'appends lines',
  'goes offline',
  'comes back',
  'comes back',
  'reloads the page',
  'server compacts',
] as const

interface Act {
  who: number
  what: (typeof acts)[number]
  at: number
  to: number
  choice: number
}

const someActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({ who: fc.nat(2), what: fc.constantFrom(...acts), at: fc.nat(1000), to: fc.nat(1000), choice: fc.nat(11) }),
  { minLength: 5, maxLength: 60 },
)

const marks = [
  schema.marks.bold.create(),
  schema.marks.italic.create(),
  schema.marks.link.create({ href: 'https://a.example/ä?x=1&y="2"' }),
  schema.marks.link.create({ href: 'mailto:amina@a.example' }),
]

interface Person {
  name: string
  writer: people.Writer
  online: boolean
}

const play = (session: readonly Act[]): void => {
  const draft = openGatedDraft()
  /** Whose page has which client id. */
  const pages: string[] = ['nobody']
  const openPage = (name: string, known: Uint8Array[] = []): people.Writer =>
    people.openWriter(name, pages.push(name) - 1, { known })
  const persons = ['amina', 'bruno', 'carla'].map((name): Person => ({ name, writer: openPage(name), online: true }))

  const say = (person: Person, update: Uint8Array): void => {
    const verdict = draft.judge(update, person.name)
    expect(verdict).not.toHaveProperty('why')
    if (verdict.name !== 'accepted') return
    for (const other of persons) {
      if (other !== person && other.online) Y.applyUpdate(other.writer.doc, verdict.bytes, 'network')
    }
  }
  const send = (): void => {
    for (const person of persons) {
      if (!person.online) continue
      for (const update of person.writer.unsent.splice(0)) say(person, update)
    }
  }
  const comeBack = (person: Person): void => {
    const { doc, unsent } = person.writer
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(draft.doc, Y.encodeStateVector(doc)), 'network')
    unsent.splice(0)
    person.online = true
    say(person, Y.encodeStateAsUpdate(doc, draft.stateVector()))
  }

  for (const { who, what, at, to, choice } of session) {
    const person = persons[who] as Person
    const { writer } = person
    const { doc } = writer
    const [from, end] = [people.caretAt(writer, at), people.caretAt(writer, to)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const partner = readPartners(doc)[choice % 3]
    const mark = marks[choice % marks.length] ?? null
    switch (what) {
      case 'types':
        people.select(writer, from)
        people.typeText(writer, ['Wir ', 'ü😀', 'a\nb'][choice % 3] ?? '')
        break
      case 'pastes':
        people.paste(writer, from, end, ['eins', '', 'zwei'].slice(0, 1 + (choice % 3)))
        break
      case 'splits':
        people.edit(writer, (tr) => tr.split(from))
        break
      case 'changes kind':
        people.setKind(writer, from, end, lineKinds[choice % 4] ?? 'paragraph', 1 + (choice % 3))
        break
      case 'marks':
        people.edit(writer, (tr) => mark && tr.addMark(from, end, mark))
        break
      case 'unmarks':
        people.edit(writer, (tr) => tr.removeMark(from, end, choice % 2 ? mark : null))
        break
      case 'cuts':
        people.edit(writer, (tr) => tr.delete(from, end))
        break
      case 'undoes':
        writer.undo.undo()
        break
      case 'redoes':
        writer.undo.redo()
        break
      case 'states a fact':
        setFact(
          doc,
          ['place.name', 'population'][choice % 2] ?? '',
          ['Schwerte', 48_000, 2.5, true, -3e9][at % 5] ?? '',
        )
        break
      case 'clears a fact':
        setFact(doc, ['place.name', 'population'][choice % 2] ?? '', null)
        break
      case 'adds a partner':
        addPartner(doc, { name: 'Bürgerstiftung', sector: 'civil', lead: choice % 2 === 0 })
        break
      case 'changes a partner':
        if (partner) changePartner(doc, partner.id, { name: `Verein ${choice}`, lead: choice % 2 === 0 })
        break
      case 'removes a partner':
        if (partner) removePartner(doc, partner.id)
        break
      case 'finishes a section':
        setSectionStatus(doc, 'ziele', sectionStatuses[choice % 4] ?? 'open')
        break
      case 'takes a section':
        assign(doc, 'lage', 'reviews', {
          partnerId: partner?.id ?? 'a',
          person: ['', 'Łucja Øst', 'x'][choice % 3] ?? '',
        })
        break
      case 'closes sections':
        closeSections(doc, ['ziele', 'lage'], { by: { name: person.name, organisation: 'Stadt' }, at, reason: '' })
        setFinalEditor(doc, choice % 2 ? { name: 'Carla', organisation: '' } : null)
        break
      case 'opens sections':
        openSections(doc, ['ziele'])
        break
      case 'appends lines':
        appendToSection(doc, 'lage', [{ kind: 'bullet', level: 2, runs: [{ text: 'Punkt', marks: { bold: true } }] }])
        break
      case 'goes offline':
        person.online = false
        break
      case 'comes back':
        comeBack(person)
        break
      case 'reloads the page':
        // A page's client id is new; what its device kept is sent under the old ones.
        person.writer = openPage(person.name, [Y.encodeStateAsUpdate(doc)])
        if (person.online) comeBack(person)
        break
      case 'server compacts':
        draft.reopen()
        break
    }
    if (choice < 9) writer.undo.endGroup()
    send()
  }

  for (const person of [...persons, ...persons]) comeBack(person)
  for (const { writer } of persons) expect(contentOf(writer.doc)).toEqual(contentOf(draft.doc))
  draft.reopen()
  for (const { writer, name } of persons) {
    expect(draft.judge(Y.encodeStateAsUpdate(writer.doc), name).name).toBe('known')
    expect(draft.judge(Y.encodeStateAsUpdate(writer.doc), 'dora', false).name).toBe('known')
  }
  for (const [client, author] of draft.authors) expect(author).toBe(pages[client])
}

describe('the gate', () => {
  it('lets in everything that document and editor write, in three replicas, offline and merged', () => {
    const numRuns = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 3000) / 20)
    expect(() => fc.assert(fc.property(someActs, play), { numRuns })).not.toThrow()
  })
})

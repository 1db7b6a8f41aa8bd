import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSections, setSectionStatus, unassign } from '../../src/document/section-work.ts'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import {
  addPartner,
  appendToSection,
  changePartner,
  editTogether,
  removePartner,
  setFact,
  setPartnerFact,
  setTick,
} from '../../src/document/edit-expression.ts'
import { readLines, type Line } from '../../src/document/lines.ts'
import { shapeKey } from '../../src/document/names.ts'
import { byPerson, isOwnChange } from '../../src/document/origins.ts'
import { readFacts, readPartners, readSectionText, readShape, readTitle } from '../../src/document/read-expression.ts'
import { touchedPlaces } from '../../src/document/touched-places.ts'
import type { Call } from '../../src/domain/call.ts'
import { callNamed } from '../world/calls.ts'

const call = callNamed('engagierte-stadt-2023')

const changesOf = (doc: Y.Doc) => {
  const changes: { origin: unknown; own: boolean; places: string[] }[] = []
  doc.on('update', (_update, origin, _doc, transaction) =>
    changes.push({ origin, own: isOwnChange(transaction), places: touchedPlaces(transaction) }),
  )
  return changes
}

const line = (text: string, kind: Line['kind'] = 'paragraph', level = 1): Line => ({
  kind,
  level,
  runs: text === '' ? [] : [{ text, marks: {} }],
})

describe('facts', () => {
  it('are set, read by their kind, and cleared', () => {
    const doc = createDraftDocument()
    setFact(doc, 'place.name', '  Marburg ')
    setFact(doc, 'place.population', 77_000)
    expect(readTitle(doc, call)).toBe('Marburg')
    expect(readFacts(doc, call).get('place.population')).toBe(77_000)
    setFact(doc, 'place.name', null)
    expect(readTitle(doc, call)).toBe('')
    expect(readFacts(doc, call).has('place.name')).toBe(false)
  })

  it('of the wrong type are no facts', () => {
    const doc = createDraftDocument()
    setFact(doc, 'place.population', 'many')
    setFact(doc, 'place.name', 7)
    setFact(doc, 'contact', '   ')
    expect([...readFacts(doc, call)]).toEqual([])
  })

  it('already there are not written again', () => {
    const doc = createDraftDocument()
    setFact(doc, 'place.name', 'Marburg')
    setSectionStatus(doc, 'ziele', 'released')
    const changes = changesOf(doc)
    setFact(doc, 'place.name', 'Marburg')
    setFact(doc, 'contact', null)
    setSectionStatus(doc, 'ziele', 'released')
    unassign(doc, 'zeitplan', 'writes', { partnerId: 'a', person: '' })
    openSections(doc, ['zeitplan'])
    expect(changes).toEqual([])
  })

  it('are this person’s change and name the place they touched', () => {
    const doc = createDraftDocument()
    const changes = changesOf(doc)
    setFact(doc, 'place.name', 'Marburg')
    editTogether(doc, () => {
      setFact(doc, 'contact', 'Amina')
      appendToSection(doc, 'ziele', [line('Ein Ziel')])
    })
    expect(changes).toEqual([
      { origin: byPerson, own: true, places: ['fields'] },
      { origin: byPerson, own: true, places: ['fields', 'text/ziele'] },
    ])
  })
})

describe('partners', () => {
  it('keep the order they were added in, leading ones first', () => {
    const doc = createDraftDocument()
    const names = Array.from({ length: 20 }, (_, index) => `Partner ${index}`)
    const ids = names.map((name) => addPartner(doc, { name, sector: 'civil', lead: false }))
    expect(readPartners(doc).map(({ name }) => name)).toEqual(names)
    changePartner(doc, ids[7] ?? '', { lead: true, name: 'Federführung' })
    expect(readPartners(doc)[0]).toMatchObject({ name: 'Federführung', lead: true, sector: 'civil' })
  })

  it('are gone when removed, with everything that was said about them', () => {
    const doc = createDraftDocument()
    const id = addPartner(doc, { name: 'Stadt', sector: 'administration', lead: false, supports: true })
    setPartnerFact(doc, id, 'contact', 'Bruno Seidel')
    setTick(doc, { kind: 'declaration', id: 'datenschutz', partnerId: id }, true)
    removePartner(doc, id)
    expect(readPartners(doc)).toEqual([])
    expect(doc.getMap('fields').toJSON()).toEqual({})
  })

  it('have a role and what the call asks, as far as it is of the right type', () => {
    const doc = createDraftDocument()
    const asked = {
      partners: {
        ...call.partners,
        fields: [
          {
            id: 'contact',
            label: 'Kontakt',
            kind: 'person',
            required: true,
            onViolation: 'warn',
            certainty: 'assumed',
          },
          { id: 'hours', label: 'Stunden', kind: 'number', required: true, onViolation: 'warn', certainty: 'assumed' },
        ] satisfies Call['fields'],
      },
    }
    const facts = new Map<string, string | number>([['contact', 'Bruno Seidel']])
    const id = addPartner(doc, { name: 'Stadt', sector: null, lead: false, supports: true, facts })
    doc.getMap('fields').set(`partner/${id}/hours`, 'viele')
    expect(readPartners(doc, asked)).toEqual([{ id, name: 'Stadt', sector: null, lead: false, supports: true, facts }])
    changePartner(doc, id, { supports: false })
    expect(readPartners(doc, asked)[0]?.supports).toBe(false)
  })
})

describe('a section’s text', () => {
  it('comes back line by line, lists as one pastes them', () => {
    const doc = createDraftDocument()
    const lines = [
      line('Ziele', 'heading', 2),
      line(''),
      line('Räume', 'bullet'),
      line('Zeit', 'numbered'),
      line('Jugend', 'numbered', 2),
      line('Geld', 'numbered'),
      { kind: 'paragraph' as const, level: 1, runs: [{ text: 'fett', marks: { bold: true as const } }] },
    ]
    appendToSection(doc, 'ziele', lines.slice(0, 3))
    appendToSection(doc, 'ziele', lines.slice(3))
    expect(readLines(doc.getText('text/ziele'))).toEqual(lines)
    expect(readSectionText(doc, 'ziele')).toBe('Ziele\n\n- Räume\n1. Zeit\n1. Jugend\n2. Geld\nfett')
  })
})

describe('a draft’s document', () => {
  it('is not changed by what others’ formats bring, though Yjs would tidy up', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()]
    left.getText('text/ziele').insert(0, 'Mehr Räume für alle\n')
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
    left.getText('text/ziele').format(0, 9, { bold: true })
    right.getText('text/ziele').format(0, 9, { bold: true })
    const updates = [left, right].map((doc) => Y.encodeStateAsUpdate(doc))

    const local = (doc: Y.Doc): number => {
      let changes = 0
      doc.getText('text/ziele')
      doc.on('update', (_update, _origin, _doc, transaction) => (changes += transaction.local ? 1 : 0))
      for (const update of updates) Y.applyUpdate(doc, update)
      return changes
    }
    expect(local(new Y.Doc())).toBeGreaterThan(0)
    expect(local(createDraftDocument())).toBe(0)
  })

  it('says which shape wrote it', () => {
    const doc = createDraftDocument()
    expect(readShape(doc)).toBe(1)
    doc.getMap('fields').set(shapeKey, 2)
    expect(readShape(doc)).toBe(2)
    doc.getMap('fields').set(shapeKey, 'newer')
    expect(readShape(doc)).toBe(1)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import {
  addPartner,
  changePartner,
  removePartner,
  setFact,
  setPartnerFact,
  setTick,
} from '../../src/document/edit-expression.ts'
import { createPlaceCheck } from '../../src/document/flat-shape.ts'
import { readFacts, readPartners, readRivals, readTicked } from '../../src/document/read-expression.ts'
import { partnerKey } from '../../src/domain/partner.ts'
import { tickName, type Tick } from '../../src/domain/tick.ts'
import { callNamed } from '../world/calls.ts'

const call = callNamed('engagierte-stadt-2023')

describe('a fact that two write at the same time', () => {
  const population = 'place.population'
  const meet = (...docs: Y.Doc[]) => {
    for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  }
  const two = () => {
    const docs = [createDraftDocument(), createDraftDocument()] as const
    setFact(docs[0], 'place.population', 20_000)
    meet(...docs)
    return docs
  }
  const rivals = (doc: Y.Doc) => readRivals(doc, call).get('place.population')
  const value = (doc: Y.Doc) => readFacts(doc, call).get('place.population')

  it('keeps the value that lost, the same one for everybody, until somebody chooses', () => {
    const [left, right] = two()
    setFact(left, 'place.population', 23_418)
    setFact(right, 'place.population', 23_500)
    meet(left, right)
    const lost = value(left) === 23_418 ? 23_500 : 23_418
    for (const doc of [left, right]) expect([value(doc), rivals(doc)]).toEqual([value(left), [lost]])
    setFact(right, 'place.population', lost)
    meet(left, right)
    for (const doc of [left, right]) expect([value(doc), rivals(doc)]).toEqual([lost, undefined])
  })

  it('of an organisation is kept as well: its name and its side', () => {
    const [left, right] = two()
    const id = addPartner(left, { name: 'Verein', sector: 'civil', lead: true })
    meet(left, right)
    changePartner(left, id, { name: 'Bürgerverein', sector: 'science' })
    changePartner(right, id, { name: 'Heimatverein', sector: 'business' })
    meet(left, right)
    const [partner] = readPartners(left, call)
    const lost = [...readRivals(left, call)]
    expect(lost).toEqual([
      [partnerKey(id, 'name'), [partner?.name === 'Heimatverein' ? 'Bürgerverein' : 'Heimatverein']],
      [partnerKey(id, 'sector'), [partner?.sector === 'business' ? 'science' : 'business']],
    ])
    changePartner(right, id, { name: 'Bürgerverein', sector: 'business' })
    meet(left, right)
    expect(readRivals(left, call).size).toBe(0)
    removePartner(left, id)
    expect([...left.getMap('fields').keys()].filter((key) => key.includes('partner'))).toEqual([])
  })

  it('is decided as well by keeping the value that stands there', () => {
    const [left, right] = two()
    setFact(left, 'place.population', 23_418)
    setFact(right, 'place.population', 23_500)
    meet(left, right)
    setFact(left, 'place.population', value(left) ?? null)
    meet(left, right)
    for (const doc of [left, right]) expect(rivals(doc)).toBeUndefined()
  })

  it('is none where both say the same, one after another, or one clears what the other did not see', () => {
    const [left, right] = two()
    setFact(left, 'place.population', 23_418)
    setFact(right, 'place.population', 23_418)
    meet(left, right)
    expect(rivals(left)).toBeUndefined()
    setFact(left, 'place.population', 24_000)
    meet(left, right)
    setFact(right, 'place.population', 25_000)
    setFact(right, 'place.population', 26_000)
    meet(left, right)
    expect([value(left), rivals(left)]).toEqual([26_000, undefined])
    setFact(left, 'place.population', null)
    meet(left, right)
    expect([value(right), rivals(right)]).toEqual([undefined, undefined])
    expect([...right.getMap('fields').keys()]).toEqual([])
  })

  it('keeps what was written while another cleared it', () => {
    const [left, right] = two()
    setFact(left, 'place.population', null)
    setFact(right, 'place.population', 23_418)
    meet(left, right)
    for (const doc of [left, right]) expect([value(doc), rivals(doc)]).toEqual([23_418, undefined])
  })

  it('keeps what each of many wrote last before they met, whatever stood there and was said before', () => {
    const writes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
    const rounds = fc.array(fc.array(writes, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(rounds, (all) => {
        const docs = Array.from({ length: 4 }, () => createDraftDocument())
        for (const round of all) {
          const decided = round.flatMap((each, index) => {
            const doc = docs[index] ?? createDraftDocument()
            const before = Y.encodeStateVector(doc)
            for (const number of each) setFact(doc, population, number)
            // Who writes again what stands there undisputed has said nothing new.
            return String(Y.encodeStateVector(doc)) === String(before) ? [] : [each.at(-1)]
          })
          meet(...docs)
          for (const doc of docs) {
            expect([value(doc), ...(rivals(doc) ?? [])]).toEqual(expect.arrayContaining(decided))
            expect(value(doc)).toBe(value(docs[0] ?? doc))
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is kept and decided the same way for what the call asks about an organisation', () => {
    const [left, right] = two()
    const partnerId = addPartner(left, { name: 'Verein', sector: 'civil', lead: true })
    meet(left, right)
    const key = partnerKey(partnerId, 'contribution')
    setPartnerFact(left, partnerId, 'contribution', 'Räume')
    setPartnerFact(right, partnerId, 'contribution', 'Zeit')
    meet(left, right)
    const stands = left.getMap('fields').get(key)
    const lost = stands === 'Räume' ? 'Zeit' : 'Räume'
    for (const doc of [left, right]) expect(readRivals(doc, call)).toEqual(new Map([[key, [lost]]]))
    setPartnerFact(right, partnerId, 'contribution', lost)
    meet(left, right)
    expect([left.getMap('fields').get(key), readRivals(left, call).size]).toEqual([lost, 0])
    setPartnerFact(left, partnerId, 'contribution', 'beides')
    removePartner(right, partnerId)
    meet(left, right)
    expect(() => readRivals(left, call)).not.toThrow()
  })

  it('offers no value of a wrong type that a peer left there', () => {
    const [left] = two()
    left.getMap('fields').set('said/x/place.population', 'viele')
    left.getMap('fields').set('said/x/unknown', 7)
    expect(readRivals(left, call).size).toBe(0)
  })
})

describe('ticks', () => {
  it('are kept under names of their own and read back; what is no tick is none', () => {
    const doc = createDraftDocument()
    const ticks: Tick[] = [
      { kind: 'declaration', id: 'netzwerk', partnerId: null },
      { kind: 'declaration', id: 'datenschutz', partnerId: 'abc' },
      { kind: 'attachment', id: 'finanzplan' },
      ...call.checklist.map((item) => ({ kind: 'checklist', item }) as const),
    ]
    for (const tick of ticks) setTick(doc, tick, true)
    doc.getMap('fields').set('attachment/other', 'yes')
    doc.getMap('fields').set('section/ziele/done', true)
    expect(readTicked(doc)).toEqual(ticks.map(tickName).sort())
    for (const tick of ticks) setTick(doc, tick, false)
    expect(readTicked(doc)).toEqual([])
  })

  it('stand at places that the gate lets in', () => {
    const mayBe = createPlaceCheck([])
    for (const item of [...call.checklist, 'Ämter & Gremien: 1 ½ – „Ja“!', '¿', 'x'.repeat(200)]) {
      expect(mayBe('fields', tickName({ kind: 'checklist', item }))).toBe(true)
    }
    for (const key of ['declaration/marke', 'said/1z141z3/place.name', 'said/0/partner/a/contact', 'partner/a/role'])
      expect(mayBe('fields', key)).toBe(true)
    for (const key of [
      'said//place.name',
      'said/0/said/0/a',
      'declaration/',
      'other/a',
      'partner/a/declares/',
      'said/0/',
    ])
      expect(mayBe('fields', key)).toBe(false)
  })
})

import type * as Y from 'yjs'
import type { Call, CallField } from '../domain/call.ts'
import { countCharacters } from '../domain/character-count.ts'
import { readFact, type FactValue } from '../domain/fact.ts'
import { partnerKey, type Partner } from '../domain/partner.ts'
import { isSector } from '../domain/sector.ts'
import { isTickName } from '../domain/tick.ts'
import { plainText, readLines } from './lines.ts'
import { fieldsName, saidBeside, sectionDoneKey, shapeKey, textName } from './names.ts'

export type { FactValue, Partner }

/** The facts of this call that have a value of the right type, by field id. */
export const readFacts = (doc: Y.Doc, call: Call): ReadonlyMap<string, FactValue> => {
  const fields = doc.getMap(fieldsName)
  const facts = new Map<string, FactValue>()
  for (const field of call.fields) {
    const value = readFact(field, fields.get(field.id))
    if (value !== null) facts.set(field.id, value)
  }
  return facts
}

/** Values that were written at the same time as those that stand in the fields, by field id or `partnerKey`. */
export const readRivals = (doc: Y.Doc, call: Call): ReadonlyMap<string, readonly FactValue[]> => {
  const fields = doc.getMap(fieldsName)
  const rivals = new Map<string, FactValue[]>()
  fields.forEach((said, key) => {
    const beside = saidBeside(key)
    const value = beside === null ? null : readSaid(call, beside, said)
    if (beside === null || value === null || value === fields.get(beside)) return
    const known = rivals.get(beside) ?? []
    if (!known.includes(value)) rivals.set(beside, [...known, value])
  })
  return rivals
}

const readSaid = (call: Call, key: string, said: unknown): FactValue | null => {
  const [, ofPartner] = /^partner\/[^/]+\/([^/]+)$/.exec(key) ?? []
  if (ofPartner === 'name') return typeof said === 'string' && said.trim() !== '' ? said : null
  if (ofPartner === 'sector') return isSector(said) ? said : null
  const fields: readonly CallField[] = ofPartner === undefined ? call.fields : call.partners.fields
  const field = fields.find(({ id }) => id === (ofPartner ?? key))
  return field ? readFact(field, said) : null
}

/** The draft's name, its place as a rule. Empty while nobody filled it in. */
export const readTitle = (doc: Y.Doc, call: Call): string => {
  const value = doc.getMap(fieldsName).get(call.titleField)
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * Partners, leading ones first, else in the order they were added. Half-written ones are read as far as they go; what is
 * left of one that was taken away is none.
 */
export const readPartners = (doc: Y.Doc, call?: Pick<Call, 'partners'>): Partner[] => {
  const byId = new Map<string, Partner>()
  const fields = doc.getMap(fieldsName)
  fields.forEach((value, key) => {
    const [room, id, part] = key.split('/')
    if (room !== 'partner' || !id || !part) return
    const partner = byId.get(id) ?? { id, name: '', sector: null, lead: false, supports: false, facts: new Map() }
    if (part === 'name' && typeof value === 'string') byId.set(id, { ...partner, name: value })
    else if (part === 'sector' && isSector(value)) byId.set(id, { ...partner, sector: value })
    else if (part === 'lead' && typeof value === 'boolean') byId.set(id, { ...partner, lead: value })
  })
  const facts = (id: string) =>
    (call?.partners.fields ?? []).flatMap((field) => {
      const value = readFact(field, fields.get(partnerKey(id, field.id)))
      return value === null ? [] : [[field.id, value] as const]
    })
  return [...byId.values()]
    .map((partner) => ({
      ...partner,
      supports: fields.get(partnerKey(partner.id, 'role')) === 'supporting',
      facts: new Map(facts(partner.id)),
    }))
    .sort((a, b) => Number(b.lead) - Number(a.lead) || (a.id < b.id ? -1 : 1))
}

/** Names of what is ticked, see `tickName`. */
export const readTicked = (doc: Y.Doc): readonly string[] => {
  const ticked: string[] = []
  doc.getMap(fieldsName).forEach((value, key) => {
    if (value === true && isTickName(key)) ticked.push(key)
  })
  return ticked.sort()
}

export const readSectionText = (doc: Y.Doc, sectionId: string): string =>
  plainText(readLines(doc.getText(textName(sectionId))))

/** What the section's text counts by the call's rule. */
export const readSectionCount = (doc: Y.Doc, call: Call, sectionId: string): number =>
  countCharacters(readSectionText(doc, sectionId), call.counting)

export const readSectionDone = (doc: Y.Doc, sectionId: string): boolean =>
  doc.getMap(fieldsName).get(sectionDoneKey(sectionId)) === true

/** The shape of the newest app that wrote here; above `shapeVersion` this app must not write. */
export const readShape = (doc: Y.Doc): number => {
  const value = doc.getMap(fieldsName).get(shapeKey)
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1
}

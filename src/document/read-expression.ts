import type * as Y from 'yjs'
import type { Call, CallField } from '../domain/call.ts'
import { countCharacters } from '../domain/character-count.ts'
import { isSector, type Sector } from '../domain/sector.ts'
import { plainText, readLines } from './lines.ts'
import { fieldsName, sectionDoneKey, shapeKey, textName } from './names.ts'

export type FactValue = string | number | boolean

export interface Partner {
  id: string
  name: string
  /** Null while nobody chose one, or when a newer app wrote one this app does not know. */
  sector: Sector | null
  /** Leads the application (Federführung). */
  lead: boolean
}

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

const readFact = (field: CallField, value: unknown): FactValue | null => {
  switch (field.kind) {
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'yes-no':
      return typeof value === 'boolean' ? value : null
    default:
      return typeof value === 'string' && value.trim() !== '' ? value : null
  }
}

/** The draft's name, its place as a rule. Empty while nobody filled it in. */
export const readTitle = (doc: Y.Doc, call: Call): string => {
  const value = doc.getMap(fieldsName).get(call.titleField)
  return typeof value === 'string' ? value.trim() : ''
}

/** Partners, leading ones first, else in the order they were added. Half-written ones are read as far as they go. */
export const readPartners = (doc: Y.Doc): Partner[] => {
  const byId = new Map<string, Partner>()
  doc.getMap(fieldsName).forEach((value, key) => {
    const [room, id, part] = key.split('/')
    if (room !== 'partner' || !id || !part) return
    const partner = byId.get(id) ?? { id, name: '', sector: null, lead: false }
    if (part === 'name' && typeof value === 'string') byId.set(id, { ...partner, name: value })
    else if (part === 'sector' && isSector(value)) byId.set(id, { ...partner, sector: value })
    else if (part === 'lead' && typeof value === 'boolean') byId.set(id, { ...partner, lead: value })
  })
  return [...byId.values()].sort((a, b) => Number(b.lead) - Number(a.lead) || (a.id < b.id ? -1 : 1))
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

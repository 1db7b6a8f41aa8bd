import type * as Y from 'yjs'
import type { Sector } from '../domain/sector.ts'
import { appendLines, type Line } from './lines.ts'
import { fieldsName, partnerKey, sectionDoneKey, textName } from './names.ts'
import { byPerson } from './origins.ts'
import type { FactValue, Partner } from './read-expression.ts'

/** Makes several edits one change. */
export const editTogether = (doc: Y.Doc, edit: () => void): void => doc.transact(edit, byPerson)

/** Sets one fact; null clears it. Writes nothing when the value is already there. */
export const setFact = (doc: Y.Doc, fieldId: string, value: FactValue | null): void => setField(doc, fieldId, value)

export const setSectionDone = (doc: Y.Doc, sectionId: string, done: boolean): void =>
  setField(doc, sectionDoneKey(sectionId), done ? true : null)

let lastAddedAt = 0

/** Adds a partner and returns its id, which grows with time so that partners keep the order they were added in. */
export const addPartner = (doc: Y.Doc, partner: { name: string; sector: Sector; lead: boolean }): string => {
  lastAddedAt = Math.max(Date.now(), lastAddedAt + 1)
  const id = `${lastAddedAt.toString(36).padStart(9, '0')}${Math.random().toString(36).slice(2, 8)}`
  changePartner(doc, id, partner)
  return id
}

export const changePartner = (doc: Y.Doc, partnerId: string, change: Partial<Omit<Partner, 'id'>>): void =>
  doc.transact(() => {
    if (change.name !== undefined) setField(doc, partnerKey(partnerId, 'name'), change.name)
    if (change.sector !== undefined) setField(doc, partnerKey(partnerId, 'sector'), change.sector)
    if (change.lead !== undefined) setField(doc, partnerKey(partnerId, 'lead'), change.lead)
  }, byPerson)

export const removePartner = (doc: Y.Doc, partnerId: string): void =>
  doc.transact(() => {
    for (const part of ['name', 'sector', 'lead'] as const) setField(doc, partnerKey(partnerId, part), null)
  }, byPerson)

/** Appends lines to a section as one edit, for examples and imports; typing goes through the editor's binding. */
export const appendToSection = (doc: Y.Doc, sectionId: string, lines: readonly Line[]): void =>
  doc.transact(() => appendLines(doc.getText(textName(sectionId)), lines), byPerson)

const setField = (doc: Y.Doc, key: string, value: FactValue | null): void => {
  const fields = doc.getMap(fieldsName)
  if (value === null ? !fields.has(key) : fields.get(key) === value) return
  doc.transact(() => (value === null ? fields.delete(key) : fields.set(key, value)), byPerson)
}

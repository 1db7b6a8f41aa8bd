import type * as Y from 'yjs'
import type { FactValue } from '../domain/fact.ts'
import { partnerKey, type Partner } from '../domain/partner.ts'
import { tickName, type Tick } from '../domain/tick.ts'
import { appendLines, type Line } from './lines.ts'
import { fieldsName, saidBeside, saidKey, textName } from './names.ts'
import { byPerson } from './origins.ts'

/** Makes several edits one change. */
export const editTogether = (doc: Y.Doc, edit: () => void): void => doc.transact(edit, byPerson)

/** Sets one fact; null clears it. Of values that were written at the same time it decides for this one. */
export const setFact = (doc: Y.Doc, fieldId: string, value: FactValue | null): void => say(doc, fieldId, value)

/** Sets what the call asks about one organisation. */
export const setPartnerFact = (doc: Y.Doc, partnerId: string, fieldId: string, value: FactValue | null): void =>
  say(doc, partnerKey(partnerId, fieldId), value)

export const setTick = (doc: Y.Doc, tick: Tick, isTicked: boolean): void =>
  setField(doc, tickName(tick), isTicked ? true : null)

let lastAddedAt = 0

/** What one can say of an organisation when it is added, or taken back after it was removed. */
export type NewPartner = Pick<Partner, 'name' | 'sector' | 'lead'> & Partial<Pick<Partner, 'supports' | 'facts'>>

/** Adds a partner and returns its id, which grows with time so that partners keep the order they were added in. */
export const addPartner = (doc: Y.Doc, partner: NewPartner): string => {
  lastAddedAt = Math.max(Date.now(), lastAddedAt + 1)
  const id = `${lastAddedAt.toString(36).padStart(9, '0')}${Math.random().toString(36).slice(2, 8)}`
  doc.transact(() => {
    changePartner(doc, id, partner)
    for (const [fieldId, value] of partner.facts ?? []) setPartnerFact(doc, id, fieldId, value)
  }, byPerson)
  return id
}

export const changePartner = (doc: Y.Doc, partnerId: string, change: Partial<Omit<NewPartner, 'facts'>>): void =>
  doc.transact(() => {
    if (change.name !== undefined) say(doc, partnerKey(partnerId, 'name'), change.name)
    if (change.sector !== undefined) say(doc, partnerKey(partnerId, 'sector'), change.sector)
    if (change.lead !== undefined) setField(doc, partnerKey(partnerId, 'lead'), change.lead)
    if (change.supports !== undefined) {
      setField(doc, partnerKey(partnerId, 'role'), change.supports ? 'supporting' : null)
    }
  }, byPerson)

/** Takes away everything that stands about a partner. */
export const removePartner = (doc: Y.Doc, partnerId: string): void => {
  const prefix = partnerKey(partnerId, '')
  const keys = [...doc.getMap(fieldsName).keys()].filter((key) => (saidBeside(key) ?? key).startsWith(prefix))
  doc.transact(() => keys.forEach((key) => setField(doc, key, null)), byPerson)
}

/** Appends lines to a section as one edit, for examples and imports; typing goes through the editor's binding. */
export const appendToSection = (doc: Y.Doc, sectionId: string, lines: readonly Line[]): void =>
  doc.transact(() => appendLines(doc.getText(textName(sectionId)), lines), byPerson)

/** Writes a value in such a way that nobody's is lost where two write at once, see `saidKey`. */
const say = (doc: Y.Doc, key: string, value: FactValue | null): void => {
  const fields = doc.getMap(fieldsName)
  const said = [...fields.keys()].filter((each) => saidBeside(each) === key)
  if (value === (fields.get(key) ?? null) && said.every((each) => fields.get(each) === value)) return
  doc.transact(() => {
    setField(doc, key, value)
    for (const each of said) setField(doc, each, null)
    setField(doc, saidKey(doc.clientID, key), value)
  }, byPerson)
}

/** Sets one field to a value, null takes it away. Writes nothing when the value is already there. */
export const setField = (doc: Y.Doc, key: string, value: FactValue | null): void => {
  const fields = doc.getMap(fieldsName)
  if (value === null ? !fields.has(key) : fields.get(key) === value) return
  doc.transact(() => (value === null ? fields.delete(key) : fields.set(key, value)), byPerson)
}

import * as Y from 'yjs'
import { createDraftDocument } from './draft-document.ts'
import { itemsOf } from './items.ts'
import { fieldsName, sectionOfTextName, textName } from './names.ts'

/** What stands in a draft, without its formats: each section's text and the fields that have a plain value. */
export interface Contents {
  texts: ReadonlyMap<string, string>
  fields: ReadonlyMap<string, string | number | boolean>
}

export const readContents = (doc: Y.Doc): Contents => {
  const texts = new Map<string, string>()
  const fields = new Map<string, string | number | boolean>()
  for (const name of doc.share.keys()) {
    const sectionId = sectionOfTextName(name)
    if (sectionId !== null) texts.set(sectionId, doc.getText(name).toJSON())
  }
  for (const [key, value] of doc.getMap(fieldsName).entries()) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') fields.set(key, value)
  }
  return { texts, fields }
}

/** Who wrote what is new in a document, as Yjs client ids; what was struck out says nothing of who did it. */
export interface NewAuthors {
  /** Of the part of a section's text from `from` up to `to`. */
  ofText(sectionId: string, from: number, to: number): number[]
  /** Of a field that has a value. */
  ofField(key: string): number[]
}

/** `since` is the state vector of what is not new. */
export const readNewAuthors = (doc: Y.Doc, since: ReadonlyMap<number, number>): NewAuthors => ({
  ofText: (sectionId, from, to) => {
    const found = new Set<number>()
    let place = 0
    for (const item of itemsOf(doc.getText(textName(sectionId)))) {
      if (place >= to) break
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      const old = Math.max(0, (since.get(client) ?? 0) - clock)
      const end = place + item.length
      if (Math.max(from, place + old) < Math.min(to, end)) found.add(client)
      place = end
    }
    return [...found]
  },
  ofField: (key) => {
    // oxlint-disable-next-line no-underscore-dangle -- the name is Yjs's; its public reading tells no ids
    const id = doc.getMap(fieldsName)._map.get(key)?.id
    return id && id.clock >= (since.get(id.client) ?? 0) ? [id.client] : []
  },
})

/**
 * What others have: the state they and this device last shared, and what they sent since. Null where that builds on
 * something which is in neither.
 */
export const joinStates = (shared: Uint8Array, received: readonly Uint8Array[]): Y.Doc | null => {
  const doc = createDraftDocument()
  for (const update of [shared, ...received]) Y.applyUpdate(doc, update)
  return doc.store.pendingStructs === null ? doc : null
}

/** Whether a document has something that is neither in the state with this vector nor from one of these client ids. */
export const hasForeign = (doc: Y.Doc, vector: ReadonlyMap<number, number>, own: ReadonlySet<number>): boolean =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
    ([client, clock]) => clock > (vector.get(client) ?? 0) && !own.has(client),
  )

/** The client ids under which updates write. */
export const writersOf = (updates: readonly Uint8Array[]): Set<number> =>
  new Set(updates.flatMap((update) => [...Y.parseUpdateMeta(update).to.keys()]))

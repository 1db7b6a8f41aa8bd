import * as Y from 'yjs'
import { itemsOf } from './items.ts'
import { fieldsName, sectionOfTextName } from './names.ts'

/** What an update does, in words: per section what it writes and strikes out, and the fields it sets. */
export interface ReadableChange {
  sections: { sectionId: string; written: string[]; struck: string[] }[]
  /** A value of null is one taken away. */
  fields: { key: string; value: unknown }[]
}

interface Range {
  client: number
  from: number
  to: number
}

/** Applies the update to the document and says what it did. Throws when Yjs cannot read it. */
export const readChange = (doc: Y.Doc, update: Uint8Array): ReadableChange => {
  const { structs, ds } = Y.decodeUpdate(update)
  const inserted = insertedBy(structs)
  const deleted = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  )
  const struck = wordsIn(doc, deleted)
  const fields = doc.getMap(fieldsName)
  const before = new Map(fields.entries())
  Y.applyUpdate(doc, update)
  const written = wordsIn(doc, inserted)
  const sectionIds = [...new Set([...written.keys(), ...struck.keys()])]
  const keys = [...new Set([...before.keys(), ...fields.keys()])]
  return {
    sections: sectionIds.map((sectionId) => ({
      sectionId,
      written: written.get(sectionId) ?? [],
      struck: struck.get(sectionId) ?? [],
    })),
    fields: keys
      .filter((key) => before.get(key) !== fields.get(key))
      .map((key) => ({ key, value: fields.get(key) ?? null })),
  }
}

/** The words of an update the document already has, by section. */
export const readOwnWords = (doc: Y.Doc, update: Uint8Array): ReadonlyMap<string, readonly string[]> =>
  wordsIn(doc, insertedBy(Y.decodeUpdate(update).structs))

/** One update that does what all of them do. In small groups: Yjs takes more than twice as long for twice as many. */
export const mergeChanges = (updates: readonly Uint8Array[]): Uint8Array => {
  if (updates.length <= mergedAtOnce) return Y.mergeUpdates(updates.length === 0 ? [noChange] : [...updates])
  const groups = Array.from({ length: Math.ceil(updates.length / mergedAtOnce) }, (_, index) =>
    mergeChanges(updates.slice(index * mergedAtOnce, (index + 1) * mergedAtOnce)),
  )
  return mergeChanges(groups)
}

const mergedAtOnce = 100
const noChange = Uint8Array.of(0, 0)

const insertedBy = (structs: ReturnType<typeof Y.decodeUpdate>['structs']): Range[] =>
  structs
    .filter((struct) => !(struct instanceof Y.Skip))
    .map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }))

/** The visible words of every section that lie in the ranges; what stands together stays together. */
const wordsIn = (doc: Y.Doc, ranges: readonly Range[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  if (ranges.length === 0) return found
  const byClient = groupByClient(ranges)
  for (const name of doc.share.keys()) {
    const sectionId = sectionOfTextName(name)
    if (sectionId === null) continue
    const runs: string[] = []
    let isOpen = false
    for (const item of itemsOf(doc.getText(name))) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const part = partIn(item.id.clock, item.content.str, byClient.get(item.id.client) ?? [])
      if (part !== '' && isOpen) runs.push((runs.pop() ?? '') + part)
      else if (part !== '') runs.push(part)
      isOpen = part !== ''
    }
    const words = runs.map((run) => run.trim()).filter((run) => run !== '')
    if (words.length > 0) found.set(sectionId, words)
  }
  return found
}

const groupByClient = (ranges: readonly Range[]): Map<number, Range[]> => {
  const groups = new Map<number, Range[]>()
  for (const range of ranges) {
    const group = groups.get(range.client)
    if (group) group.push(range)
    else groups.set(range.client, [range])
  }
  return groups
}

const partIn = (clock: number, text: string, ranges: readonly Range[]): string =>
  ranges.map(({ from, to }) => text.slice(Math.max(0, from - clock), Math.max(0, to - clock))).join('')

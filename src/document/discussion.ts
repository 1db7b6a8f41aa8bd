import * as Y from 'yjs'
import { readDiscussion, type Discussion } from '../domain/discussion.ts'
import { isEntryId, readEntry, type Entry, type EntryAuthor, type EntryId } from '../domain/discussion-entry.ts'
import { entriesName } from './names.ts'
import { byPerson } from './origins.ts'

/** Adds one entry, or several as one change. What is there under an id stays as it is. */
export const addEntries = (doc: Y.Doc, entries: ReadonlyMap<EntryId, Entry>): void =>
  writeEntries(doc, new Map([...entries].map(([id, entry]) => [id, JSON.stringify(entry)])))

/** Reads entries of a discussion's document once each: they never change. `onEntry` hears of each that is one. */
export const createDiscussionReader = (
  doc: Y.Doc,
  onEntry: (by: EntryAuthor, json: string) => void = () => undefined,
): (() => Discussion) => {
  const known = new Map<EntryId, Entry>()
  const newer = new Map<EntryId, Discussion['newer'][number]>()
  const passedOver = new Set<string>()
  return () => {
    doc.getMap(entriesName).forEach((value, id) => {
      if (known.has(id) || newer.has(id) || passedOver.has(id)) return
      const read = isEntryId(id) ? readEntry(value) : null
      if (read === null) passedOver.add(id)
      else if ('entry' in read) known.set(id, read.entry)
      else newer.set(id, { ...read.newer, id })
      if (read !== null) onEntry('entry' in read ? read.entry.by : read.newer.by, String(value))
    })
    return readDiscussion(known, [...newer.values()])
  }
}

/** The entries as they are stored, of any kind. */
export const readEntries = (doc: Y.Doc): ReadonlyMap<EntryId, string> =>
  new Map(
    [...doc.getMap(entriesName)].flatMap(([id, json]) =>
      isEntryId(id) && typeof json === 'string' ? [[id, json]] : [],
    ),
  )

/** The entries in an update that may be anybody's bytes; none where it cannot be read. Nothing of it is applied. */
export const readEntriesOf = (update: Uint8Array): ReadonlyMap<EntryId, string> => {
  const entries = new Map<EntryId, string>()
  try {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || struct.parent !== (entriesName as unknown)) continue
      const [json] = struct.content.getContent() as unknown[]
      if (isEntryId(struct.parentSub) && typeof json === 'string') entries.set(struct.parentSub, json)
    }
  } catch {
    // What was read until then is good.
  }
  return entries
}

/** Adds entries as they are stored. What is there under an id stays as it is. */
export const writeEntries = (doc: Y.Doc, entries: ReadonlyMap<EntryId, string>, origin: unknown = byPerson): void => {
  const map = doc.getMap(entriesName)
  doc.transact(() => {
    for (const [id, json] of entries) if (!map.has(id)) map.set(id, json)
  }, origin)
}

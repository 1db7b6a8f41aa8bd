import {
  isForOwn,
  mayAdd,
  readEntry,
  type AnyEntry,
  type Entry,
  type EntryAuthor,
  type EntryId,
} from './discussion-entry.ts'
import type { Member } from './person.ts'

/** Entries as they are stored: JSON under their ids. */
export type StoredEntries = ReadonlyMap<EntryId, string>

/**
 * What is here and not on the server, said anew by who this person is now. What their role does not reach any more, and
 * changes of what an earlier membership of theirs said, become replies where there are words in them; else they are left
 * out: the others would not take them.
 */
export const renewEntries = (here: StoredEntries, onServer: StoredEntries, me: Member): StoredEntries => {
  const { name, organisation, sector, id: member } = me
  const by: EntryAuthor = { name, organisation, sector, member }
  const renewed = new Map<EntryId, string>()
  for (const [id, json] of here) {
    if (onServer.has(id)) continue
    const read = readEntry(json)
    if (read === null) continue
    const entry = 'entry' in read ? asAllowed(read.entry, onServer, me) : { ...read.newer }
    if (entry !== null) renewed.set(id, JSON.stringify({ ...entry, by }))
  }
  return renewed
}

const asAllowed = (entry: Entry, onServer: StoredEntries, { id, role }: Member): Entry | null => {
  const mayAct = mayAdd(role, entry.type)
  if (!('of' in entry) || (mayAct && !isForOwn(entry.type))) return mayAct ? entry : null
  const about = readEntry(onServer.get(entry.of))
  const isOthers = about !== null && authorOf(about).member !== id
  if (mayAct && !isOthers) return entry
  if (!('words' in entry) || entry.words === '') return null
  const thread = about !== null && 'entry' in about && about.entry.type === 'reply' ? about.entry.of : entry.of
  return { type: 'reply', by: entry.by, at: entry.at, of: thread, words: entry.words, mentions: [] }
}

const authorOf = (read: { entry: Entry } | { newer: AnyEntry }): EntryAuthor =>
  'entry' in read ? read.entry.by : read.newer.by

import { readEntry, type Entry, type EntryId } from './discussion-entry.ts'
import { createSaidSums, isAct } from './discussion-limits.ts'
import type { Member } from './person.ts'
import type { StoredEntries } from './renewed-entries.ts'
import { wordsAfter } from './suggested-words.ts'

/**
 * What of somebody's entries finds room behind what the server has, and what is left over. Acts come first and are never
 * left over: there are no words in them to keep. What is about something left over goes with it.
 */
export const fitEntries = (
  entries: StoredEntries,
  onServer: StoredEntries,
  { id: member, role }: Member,
): { fitting: StoredEntries; leftOver: StoredEntries } => {
  const sums = createSaidSums()
  for (const [, json] of onServer) sums.add(authorOf(json), json)
  const fitting = new Map<EntryId, string>()
  const leftOver = new Map<EntryId, string>()
  const read = [...entries].map(([id, json]) => ({ id, json, entry: parse(json) }))
  const acts = read.filter(({ entry, json }) => entry !== null && isAct(entry.type, json))
  const talk = read.filter((each) => !acts.includes(each)).sort((a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0))
  for (const { json } of acts) sums.add(member, json)
  for (const { id, json, entry } of talk) {
    const isAboutLeftOver = entry !== null && 'of' in entry && leftOver.has(entry.of)
    if (isAboutLeftOver || sums.whyNoRoom([{ type: entry?.type ?? '', json }], { member, role })) leftOver.set(id, json)
    else {
      sums.add(member, json)
      fitting.set(id, json)
    }
  }
  for (const { id, json, entry } of acts) if (!(entry && 'of' in entry && leftOver.has(entry.of))) fitting.set(id, json)
  return { fitting, leftOver }
}

/** The words of an entry, for copying them. */
export const wordsOfEntry = (json: string): string => {
  const entry = parse(json)
  if (entry === null) return json
  const proposed = entry.type === 'suggestion' ? [wordsAfter(entry)] : []
  return [...proposed, 'words' in entry ? entry.words : ''].filter((words) => words !== '').join('\n')
}

const parse = (json: string): Entry | null => {
  const read = readEntry(json)
  return read && 'entry' in read ? read.entry : null
}

const authorOf = (json: string): string => {
  const read = readEntry(json)
  return read === null ? '' : 'entry' in read ? read.entry.by.member : read.newer.by.member
}

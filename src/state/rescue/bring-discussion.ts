import { readEntries, readEntriesOf, writeEntries } from '../../document/discussion.ts'
import { fromFile } from '../../document/origins.ts'
import { readEntry, type EntryId } from '../../domain/discussion-entry.ts'
import { isSamePerson } from '../../domain/person.ts'
import { may } from '../../domain/role.ts'
import { renewEntries } from '../../domain/renewed-entries.ts'
import type { LiveDraft } from '../live-draft.ts'

/**
 * Says what this person said on another device of theirs, as a file has it and this device has not; how many entries,
 * null where the file has nothing of theirs. What somebody else said only they can send: nobody says anything in another's
 * name.
 */
export const bringDiscussion = async (live: LiveDraft, update: Uint8Array): Promise<number | null> => {
  const { access, me } = live.record()
  const role = access?.me.role ?? 'owner'
  if (update.length === 0 || !may(role, 'discuss')) return null
  const own = new Map<EntryId, string>()
  for (const [id, json] of readEntriesOf(update)) {
    const read = readEntry(json)
    const by = read && ('entry' in read ? read.entry.by : read.newer.by)
    if (by && isSamePerson(by, me)) own.set(id, json)
  }
  if (own.size === 0) return null
  const { doc } = await live.discussion()
  const present = { ...me, role, id: access?.me.id ?? '', joinedAt: access?.me.joinedAt ?? 0 }
  const renewed = renewEntries(own, readEntries(doc), present)
  if (renewed.size > 0) writeEntries(doc, renewed, fromFile)
  return renewed.size
}

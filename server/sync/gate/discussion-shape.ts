import { entriesName } from '../../../src/document/names.ts'
import {
  isEntryId,
  isForOwn,
  maxEntryLength,
  mayAdd,
  readEntry,
  type AnyEntry,
  type EntryAuthor,
  type EntryId,
} from '../../../src/domain/discussion-entry.ts'
import { createSaidSums, type WhyNoRoom } from '../../../src/domain/discussion-limits.ts'
import type { Member } from '../../../src/domain/person.ts'
import type { Author, WhyRefused } from './gate.ts'
import type { Shape } from './shape.ts'
import type { Block } from './update-reader.ts'

/** Who writes in a discussion: their name counts, and what their role allows now. */
export interface Speaker extends Author {
  member: Member
}

interface Said {
  id: EntryId
  json: string
  entry: AnyEntry
  /** What it is about, where it is about another entry. */
  of: EntryId | null
}

/**
 * What is said about a draft: entries are only ever added, each by the member it names and of a kind that their role
 * allows, as long as there is room. One of a kind that only a newer app knows is kept like any other. While devices bring back what a restored
 * backup lacked, everyone's entries come from everyone.
 */
export const discussionShape = (isRecovering: () => boolean): Shape<Speaker> => {
  /** Who wrote what is here. */
  const authors = new Map<EntryId, string>()
  const sums = createSaidSums()

  const judgeBy = (said: readonly Said[], { memberId, member }: Speaker): WhyRefused | null => {
    const own = new Set(said.map(({ id }) => id))
    for (const { entry, of } of said) {
      if (!isOwnName(entry.by, member)) return 'forged'
      if (!mayAdd(member.role, entry.type)) return 'not-allowed'
      if (!isForOwn(entry.type) || of === null || own.has(of)) continue
      // What is still on its way, in the next part of what a device sends, is nobody's yet: readers pass over a change of
      // somebody else's words.
      if ((authors.get(of) ?? memberId) !== memberId) return 'forged'
    }
    const spoken = said.map(({ entry: { type }, json }) => ({ type, json }))
    const noRoom = sums.whyNoRoom(spoken, { member: memberId, role: member.role })
    return noRoom && whyRefused[noRoom]
  }

  return {
    mayBe: (root, key) => root === entriesName && isEntryId(key),
    fits: (_place, content) =>
      content.kind === 'deleted' ||
      (content.kind === 'values' && content.values.length === 1 && typeof content.values[0] === 'string'),
    maxPlaces: Infinity,

    judge: (fresh, deletes, speaker) => {
      // Yjs deletes one of two that came under the same id by different ways: the page says its own anew.
      if (deletes || hasDeleted(fresh)) return 'written-again'
      const said: Said[] = []
      const ids = new Set<EntryId>()
      for (const { id, json } of readEntries(fresh)) {
        if (id === null || authors.has(id) || ids.has(id)) return 'written-again'
        if (json.length > maxEntryLength) return 'too-large'
        const read = readSaid(id, json)
        if (read === null) return 'unfit'
        ids.add(id)
        said.push(read)
      }
      return isRecovering() && !speaker.isLive ? null : judgeBy(said, speaker)
    },

    take: (fresh, claims) => {
      for (const { id, json, client } of readEntries(fresh)) {
        // Whoever joined anew in the same session writes on under the ids of before.
        const author = (readSaid(id ?? '', json)?.entry.by.member || claims.get(client)?.memberId) ?? ''
        authors.set(id ?? '', author)
        sums.add(author, json)
      }
    },
  }
}

const whyRefused: Record<WhyNoRoom, WhyRefused> = { 'discussion-full': 'talk-full', 'too-many-entries': 'too-many' }

const hasDeleted = (fresh: readonly Block[]): boolean =>
  fresh.some(({ structs }) => structs.some(({ content }) => content.kind === 'deleted'))

/** Every value of these blocks; without an id where it stands behind another of the same key. */
const readEntries = function* (
  fresh: readonly Block[],
): Iterable<{ id: EntryId | null; json: string; client: number }> {
  for (const { client, structs } of fresh) {
    for (const { content, originClient, rightClient, key } of structs) {
      if (content.kind !== 'values') continue
      const isFirst = originClient === -1 && rightClient === -1
      yield { id: isFirst ? key : null, json: String(content.values[0]), client }
    }
  }
}

const readSaid = (id: EntryId, json: string): Said | null => {
  const read = readEntry(json)
  if (read === null) return null
  if ('newer' in read) return { id, json, entry: read.newer, of: null }
  return { id, json, entry: read.entry, of: 'of' in read.entry ? read.entry.of : null }
}

/** Whoever starts a draft offline speaks before the server gives them an id; everybody else has one from the beginning. */
const isOwnName = (by: EntryAuthor, { id, name, organisation, sector, role }: Member): boolean =>
  (by.member === id || (by.member === '' && role === 'owner')) &&
  by.name === name &&
  by.organisation === organisation &&
  by.sector === sector

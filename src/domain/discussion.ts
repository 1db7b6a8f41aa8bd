import {
  isForOwn,
  isSameAuthor,
  type AnyEntry,
  type Entry,
  type EntryAuthor,
  type EntryId,
  type EntryOf,
  type Mention,
} from './discussion-entry.ts'

/** A comment or reply as it reads now. `words` are empty where its author took it back. */
export interface Remark {
  id: EntryId
  by: EntryAuthor
  at: number
  words: string
  mentions: readonly Mention[]
  /** When its author last changed the words; null when they never did. */
  editedAt: number | null
  isWithdrawn: boolean
}

/** Somebody's yes, no or "done" about a thread. */
export interface Settled {
  by: EntryAuthor
  at: number
  /** Why it was declined, where somebody said so. */
  words?: string
}

interface ThreadParts {
  id: EntryId
  /** What opened it; a suggestion's words say why. */
  opening: Remark
  replies: readonly Remark[]
  /** When the last of all its entries was made. */
  lastAt: number
}

export interface CommentThread extends ThreadParts {
  kind: 'comment'
  subject: EntryOf<'comment'>['subject']
  /** Null while it is open. */
  resolved: Settled | null
}

export interface Suggestion extends ThreadParts {
  kind: 'suggestion'
  proposed: Pick<EntryOf<'suggestion'>, 'section' | 'from' | 'to' | 'quote' | 'change'>
  state: 'open' | 'accepted' | 'declined' | 'withdrawn'
  /** Who accepted, declined or took it back; null while it is open. */
  settled: Settled | null
  /** What `accepted` wrote into the text, see `entrySchema`. */
  wrote: EntryOf<'accepted'>['wrote']
  /** Each yes by itself: more than one where people said it at the same time. */
  acceptances: readonly (Settled & Pick<EntryOf<'accepted'>, 'wrote'>)[]
}

export type Thread = CommentThread | Suggestion

/** Everything that was said about a draft, threads in the order in which they were begun. */
export interface Discussion {
  threads: readonly Thread[]
  /** What a newer app has written and this one cannot show. */
  newer: readonly (AnyEntry & { id: EntryId })[]
}

export const noDiscussion: Discussion = { threads: [], newer: [] }

interface Known {
  entry: Entry
  id: EntryId
}

/**
 * Makes threads of entries, in any order. Where people settled a thread at the same time the last to say so stands, and
 * at one moment the one with the greater id; an accepted suggestion stays accepted until it is reopened, since its words are
 * in the text.
 */
export const readDiscussion = (entries: ReadonlyMap<EntryId, Entry>, newer: Discussion['newer'] = []): Discussion => {
  const inOrder = [...entries].map(([id, entry]): Known => ({ id, entry })).sort(byTime)
  const about = new Map<EntryId, Known[]>()
  for (const each of inOrder) {
    if (!('of' in each.entry)) continue
    const others = about.get(each.entry.of)
    if (others) others.push(each)
    else about.set(each.entry.of, [each])
  }
  const threads = inOrder.flatMap(({ id, entry }): Thread[] => {
    if (entry.type !== 'comment' && entry.type !== 'suggestion') return []
    const said = about.get(id) ?? []
    const replies = said.flatMap(({ id: replyId, entry: reply }) =>
      reply.type === 'reply' ? [readRemark(replyId, reply, about.get(replyId) ?? [])] : [],
    )
    const all = [...said, ...replies.flatMap((reply) => about.get(reply.id) ?? [])]
    const parts = {
      id,
      opening: readRemark(id, entry, said),
      replies,
      lastAt: all.reduce((last, { entry: { at } }) => Math.max(last, at), entry.at),
    }
    return [
      entry.type === 'comment'
        ? { kind: 'comment', ...parts, subject: entry.subject, resolved: readResolved(said) }
        : { kind: 'suggestion', ...parts, proposed: entry, ...readOutcome(entry.by, said) },
    ]
  })
  return { threads, newer }
}

const byTime = (a: Known, b: Known): number => a.entry.at - b.entry.at || (a.id < b.id ? -1 : 1)

type Said = EntryOf<'comment'> | EntryOf<'reply'> | EntryOf<'suggestion'>

const readRemark = (id: EntryId, first: Said, about: readonly Known[]): Remark => {
  const own = about.filter(({ entry }) => isForOwn(entry.type) && isSameAuthor(entry.by, first.by))
  const isWithdrawn = own.some(({ entry }) => entry.type === 'withdrawn')
  const edited = own.map(({ entry }) => entry).findLast((entry) => entry.type === 'edited')
  const { words, mentions } = edited ?? first
  return {
    id,
    by: first.by,
    at: first.at,
    words: isWithdrawn ? '' : words,
    mentions: isWithdrawn ? [] : mentions,
    editedAt: edited?.at ?? null,
    isWithdrawn,
  }
}

const settledBy = ({ by, at }: Entry): Settled => ({ by, at })

const readResolved = (about: readonly Known[]): Settled | null => {
  const last = about.map(({ entry }) => entry).findLast(({ type }) => type === 'resolved' || type === 'reopened')
  return last?.type === 'resolved' ? settledBy(last) : null
}

type Outcome = Pick<Suggestion, 'state' | 'settled' | 'wrote' | 'acceptances'>

const readOutcome = (author: EntryAuthor, about: readonly Known[]): Outcome => {
  const entries = about.map(({ entry }) => entry)
  // Reopening an accepted one says that its words were taken out of the text again.
  const reopened = entries.findLastIndex(({ type }) => type === 'reopened')
  const acceptances = entries
    .slice(reopened + 1)
    .filter((entry) => entry.type === 'accepted')
    .map(({ by, at, wrote }) => ({ by, at, wrote }))
  const [first] = acceptances
  if (first) {
    const { by, at } = first
    return { state: 'accepted', settled: { by, at }, wrote: acceptances.flatMap(({ wrote }) => wrote), acceptances }
  }
  const nothing = { wrote: [], acceptances }
  const taken = entries.findLast(
    ({ type, by }) => type === 'declined' || type === 'reopened' || (type === 'withdrawn' && isSameAuthor(by, author)),
  )
  if (!taken || taken.type === 'reopened') return { state: 'open', settled: null, ...nothing }
  if (taken.type !== 'declined') return { state: 'withdrawn', settled: settledBy(taken), ...nothing }
  const why = taken.words === '' ? {} : { words: taken.words }
  return { state: 'declined', settled: { ...settledBy(taken), ...why }, ...nothing }
}

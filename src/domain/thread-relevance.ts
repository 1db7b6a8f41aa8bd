import { isSameAuthor, type EntryAuthor, type EntryId } from './discussion-entry.ts'
import type { Remark, Thread } from './discussion.ts'
import { isSameName } from './partner.ts'

/** Everything said in a thread, in its order. */
export const remarksOf = (thread: Thread): readonly Remark[] => [thread.opening, ...thread.replies]

/** Whether nothing about it is settled yet. */
export const isOpenThread = (thread: Thread): boolean =>
  thread.kind === 'comment' ? thread.resolved === null && !isTakenBack(thread) : thread.state === 'open'

/** A comment that its author took back before anybody answered: nothing is left of it. */
export const isTakenBack = ({ kind, opening, replies }: Thread): boolean =>
  kind === 'comment' && opening.isWithdrawn && replies.every((reply) => reply.isWithdrawn)

/** What others said here that was not seen yet. */
export const unreadIn = (thread: Thread, me: EntryAuthor, seen: ReadonlySet<EntryId>): EntryId[] =>
  remarksOf(thread)
    .filter(({ id, by, isWithdrawn }) => !isWithdrawn && !seen.has(id) && !isSameAuthor(by, me))
    .map(({ id }) => id)

/**
 * Whether a thread is something for a person's organisation: it names them or it, is about a section it has a part in,
 * or others answered where one of its people spoke.
 */
export const concerns = (thread: Thread, me: EntryAuthor, isOurSection: boolean): boolean => {
  if (isOurSection) return true
  const remarks = remarksOf(thread)
  const named = remarks.some(({ mentions }) =>
    mentions.some((mention) =>
      mention.of === 'member'
        ? mention.member !== '' && mention.member === me.member
        : isSameName(mention.name, me.organisation),
    ),
  )
  if (named) return true
  const first = remarks.findIndex(({ by }) => isSameName(by.organisation, me.organisation))
  return first >= 0 && remarks.slice(first + 1).some(({ by }) => !isSameName(by.organisation, me.organisation))
}

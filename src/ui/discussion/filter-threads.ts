import type { TalkThread } from '../../state/discussion/read-talk.ts'
import { remarksOf } from '../../domain/thread-relevance.ts'

export interface Filter {
  show: 'open' | 'ours' | 'done'
  /** A place of the page, see `TalkThread.at`; null for all. */
  at: string | null
  organisation: string | null
}

export const everythingOpen: Filter = { show: 'open', at: null, organisation: null }

/** The threads that pass a filter, in their order. One in hand is never taken away. */
export const filterThreads = (
  threads: readonly TalkThread[],
  { show, at, organisation }: Filter,
  inHand: string | null,
): readonly TalkThread[] =>
  threads.filter((each) => {
    if (each.thread.id === inHand) return true
    if (each.isOpen === (show === 'done') || (show === 'ours' && !each.isForUs)) return false
    if (at !== null && each.at !== at) return false
    return organisation === null || remarksOf(each.thread).some(({ by }) => by.organisation === organisation)
  })

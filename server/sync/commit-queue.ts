import { setImmediate as nextTurn, setTimeout as pass } from 'node:timers/promises'
import type { DraftStore, NewUpdate } from '../store/draft-store.ts'

/** Hears what became of the updates it queued, once per commit and in their order. */
export interface Keeper {
  /** Its next `count` updates are on disk. */
  stored(count: number): void
  /** None of its updates that still wait will be kept. */
  lost(error: unknown): void
}

/**
 * Gathers the updates of all drafts: what came in during one turn of the event loop, or while a commit was under way,
 * becomes the next transaction. One sync of the disk is shared by everyone who waits for it.
 */
export interface CommitQueue {
  append(update: NewUpdate, keeper: Keeper): void
  /** Resolves when nothing waits any more. */
  whenIdle(): Promise<void>
}

/** So much is relayed at once after a commit; more would hold up everyone else's messages. */
const updatesPerCommit = 250

/** Commits begin no sooner one after the other, in ms: what many write meanwhile shares one. Who writes alone waits for nothing. */
const leastMs = 3

export const createCommitQueue = (store: Pick<DraftStore, 'append'>, pauseMs = leastMs): CommitQueue => {
  let updates: NewUpdate[] = []
  let keepers: Keeper[] = []
  let running: Promise<void> | null = null
  let begunAt = -Infinity

  const take = (count: number) => ({ taken: updates.splice(0, count), by: keepers.splice(0, count) })

  /** Never rejects. */
  const run = async (): Promise<void> => {
    while (updates.length > 0) {
      await nextTurn()
      const early = Math.min(pauseMs, begunAt + pauseMs - performance.now())
      // A flood waits long enough as it is.
      if (early > 0 && updates.length < updatesPerCommit) await pass(early)
      begunAt = performance.now()
      const { taken, by } = take(updatesPerCommit)
      try {
        await store.append(taken)
      } catch (error) {
        // Later updates build on the lost ones: none of them may look as if it were kept.
        for (const keeper of new Set([...by, ...take(updates.length).by])) keeper.lost(error)
        continue
      }
      const counts = new Map<Keeper, number>()
      for (const keeper of by) counts.set(keeper, (counts.get(keeper) ?? 0) + 1)
      for (const [keeper, count] of counts) keeper.stored(count)
    }
    running = null
  }

  return {
    append: (update, keeper) => {
      updates.push(update)
      keepers.push(keeper)
      running ??= run()
    },
    whenIdle: () => running ?? Promise.resolve(),
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DraftStore, NewUpdate } from '../store/draft-store.ts'

/**
 * Gathers the updates of all drafts: what came in during one turn of the event loop, or while a commit was under way,
 * becomes the next transaction. One sync of the disk is shared by everyone who waits for it.
 */
export interface CommitQueue {
  /** Resolves, in the order of the calls, when the update is on disk; rejects when it could not be kept. */
  append(update: NewUpdate): Promise<void>
  /** Resolves when nothing waits any more. */
  whenIdle(): Promise<void>
}

interface Waiting {
  update: NewUpdate
  resolve(): void
  reject(error: unknown): void
}

export const createCommitQueue = (store: Pick<DraftStore, 'append'>): CommitQueue => {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  const takeAll = (): Waiting[] => {
    const taken = waiting
    waiting = []
    return taken
  }

  /** Never rejects. */
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn()
      const batch = takeAll()
      try {
        await store.append(batch.map(({ update }) => update))
        for (const each of batch) each.resolve()
      } catch (error) {
        // Later updates build on the lost ones: none of them may look as if it were kept.
        for (const each of [...batch, ...takeAll()]) each.reject(error)
      }
    }
    running = null
  }

  return {
    append: (update) =>
      new Promise((resolve, reject) => {
        waiting.push({ update, resolve, reject })
        running ??= run()
      }),
    whenIdle: () => running ?? Promise.resolve(),
  }
}

import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'
import { packUpdates, type AppendAnswer } from './append-message.ts'
import type { DraftStore, NewUpdate } from './draft-store.ts'

/** A thread with a connection of its own to the database, which does nothing but commit updates. */
export interface AppendThread {
  /** As `DraftStore.append`, without holding up the caller's thread while the disk syncs. */
  append: DraftStore['append']
  /** Resolves when everything is written and the connection closed. */
  close(): Promise<void>
}

interface Waiting {
  resolve: () => void
  reject: (error: Error) => void
}

/** A thread that ended is replaced with the next update; what it had not answered is rejected. */
export const openAppendThread = (file: string): AppendThread => {
  let waiting: Waiting[] = []
  let thread: Worker | null = null

  const receive = ({ failure }: AppendAnswer): void => {
    const order = waiting.shift()
    if (waiting.length === 0) thread?.unref()
    if (failure === null) order?.resolve()
    else order?.reject(new Error(failure))
  }

  const begin = (): Worker => {
    const started = startThread('store/append-worker', { workerData: { file } })
    const end = (error: Error): void => {
      if (thread !== started) return
      thread = null
      for (const { reject } of waiting) reject(error)
      waiting = []
    }
    started.on('message', receive)
    started.on('error', end)
    started.on('exit', () => end(new Error('the thread that writes has ended')))
    started.unref()
    return started
  }
  // Nobody's first key press waits for it to start.
  thread = begin()

  return {
    append: (updates: readonly NewUpdate[]) =>
      new Promise((resolve, reject) => {
        thread ??= begin()
        thread.ref()
        waiting.push({ resolve, reject })
        const packed = packUpdates(updates)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        thread.postMessage(packed, [packed.bytes.buffer as ArrayBuffer, packed.rows.buffer as ArrayBuffer])
      }),
    close: async () => {
      if (!thread) return
      const ended = once(thread, 'exit')
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(null)
      await ended
    },
  }
}

import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'
import type { DraftStore } from './draft-store.ts'
import { packUpdates, type Order, type Report } from './write-message.ts'

/** A thread with a connection of its own to the database, which does nothing but write content. */
export interface WriteThread extends Pick<DraftStore, 'append' | 'replace'> {
  /** Resolves when everything is written and the connection closed. */
  close(): Promise<void>
}

interface Waiting {
  resolve: () => void
  reject: (error: Error) => void
}

/**
 * Writes as the draft store does, without holding up the caller's thread while the disk syncs. A thread that ended is
 * replaced with the next order; what it had not answered is rejected.
 */
export const openWriteThread = (file: string): WriteThread => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let lastId = 0

  const receive = ({ id, failure }: Report): void => {
    const order = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) thread?.unref()
    if (failure === null) order?.resolve()
    else order?.reject(new Error(failure))
  }

  const begin = (): Worker => {
    const started = startThread('store/write-worker', { workerData: { file } })
    const end = (error: Error): void => {
      if (thread !== started) return
      thread = null
      for (const order of waiting.values()) order.reject(error)
      waiting.clear()
    }
    started.on('message', receive)
    started.on('error', end)
    started.on('exit', () => end(new Error('the thread that writes has ended')))
    started.unref()
    return started
  }
  // Nobody's first key press waits for it to start.
  thread = begin()

  const order = (what: Partial<Order>, transfer: ArrayBuffer[] = []): Promise<void> =>
    new Promise((resolve, reject) => {
      thread ??= begin()
      thread.ref()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      thread.postMessage({ ...what, id: lastId }, transfer)
    })

  return {
    append: (updates) => {
      const append = packUpdates(updates)
      return order({ append }, [append.bytes.buffer, append.rows.buffer])
    },
    replace: (documentId, uptoSeq, snapshot) => order({ replace: { documentId, uptoSeq, snapshot } }),
    close: async () => {
      if (!thread) return
      const ended = once(thread, 'exit')
      thread.postMessage(null)
      await ended
    },
  }
}

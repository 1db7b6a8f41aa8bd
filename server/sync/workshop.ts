import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'
import type { ContentLog } from './compact-content.ts'
import { pack, type Delivery, type Job, type Jobs, type Packed } from './workshop-jobs.ts'

type Async<Work extends (given: never) => unknown> = (given: Parameters<Work>[0]) => Promise<ReturnType<Work>>

/**
 * Where documents are built: a thread of its own, so that nobody's key press waits for somebody's long draft. Orders
 * are rejected when the thread ends before they are done; the next one starts a new thread.
 */
export type Workshop = { readonly [Name in keyof Jobs]: Async<Jobs[Name]> } & {
  /** Ends the thread; what was ordered and not delivered is rejected, as is every later order. */
  close(): Promise<void>
}

export class WorkshopClosed extends Error {
  override message = 'the workshop has closed'
}

interface Waiting {
  resolve(made: unknown): void
  reject(error: unknown): void
}

/**
 * A draft that needs more than this to be built is left as it is. Of what the gate lets in, 5 MiB of single key presses
 * need up to 256 MB, and 1.6 million characters with every other one deleted more than 384.
 */
const usualMemoryMb = 512

export const openWorkshop = (memoryMb = usualMemoryMb): Workshop => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let lastId = 0
  let isClosed = false

  const receive = (delivery: Delivery): void => {
    const order = waiting.get(delivery.id)
    waiting.delete(delivery.id)
    if (waiting.size === 0) thread?.unref()
    if ('made' in delivery) order?.resolve(delivery.made)
    else order?.reject(new Error(delivery.failure))
  }

  const abandon = (ended: Worker, error: unknown): void => {
    if (thread !== ended) return
    thread = null
    for (const order of waiting.values()) order.reject(error)
    waiting.clear()
  }

  const open = (): Worker => {
    const started = startThread('sync/workshop-worker', { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    started.on('message', receive)
    started.on('error', (error) => abandon(started, error))
    started.on('exit', () => abandon(started, new WorkshopClosed()))
    return started
  }

  const order = <Made>(job: Job, log?: Packed): Promise<Made> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new WorkshopClosed())
      thread ??= open()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      thread.ref()
      thread.postMessage({ id: lastId, ...job }, log ? [log.updates.buffer as ArrayBuffer] : [])
    })

  const orderOf = <Made>(name: 'compact' | 'digest', log: ContentLog): Promise<Made> => {
    const given = pack(log)
    return order({ name, given }, given)
  }

  return {
    compact: (log) => orderOf('compact', log),
    digest: (log) => orderOf('digest', log),
    diff: (given) => order({ name: 'diff', given }),
    version: (given) => {
      const log = pack(given.log)
      return order({ name: 'version', given: { ...given, log } }, log)
    },
    late: (given) => {
      const log = pack(given.log)
      return order({ name: 'late', given: { ...given, log } }, log)
    },
    news: (given) => {
      const log = pack(given.log)
      return order({ name: 'news', given: { ...given, log } }, log)
    },
    close: async () => {
      isClosed = true
      await thread?.terminate()
    },
  }
}

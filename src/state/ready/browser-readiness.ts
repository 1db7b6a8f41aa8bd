import * as v from 'valibot'
import { isHomeScreenOffered } from './install-offer.ts'
import type { ReadyFacts } from './ready-checks.ts'

/** What the browser says of itself; each question is answered within seconds, with null where it does not know. */
export interface BrowserReadiness {
  /** `repair` fetches what is missing, and makes the service worker where there is none. */
  shell(repair: boolean): Promise<ReadyFacts['shell']>
  isPersistent(): Promise<boolean | null>
  /** Asks the browser to keep what is stored; it may say no. */
  persist(): Promise<boolean>
  freeBytes(): Promise<number | null>
  isEvictable(): boolean
}

const answerLimitMs = 4_000
/** Fetching the whole app over a slow line. */
const repairLimitMs = 60_000

const shellSchema = v.object({ here: v.number(), all: v.number() })

export const thisBrowserReadiness = (): BrowserReadiness => ({
  shell: async (repair) => {
    if (!('serviceWorker' in navigator)) return { here: 0, all: 0 }
    const worker = navigator.serviceWorker.controller ?? (await findWorker(repair ? repairLimitMs : 0))
    if (worker === null) return { here: 0, all: 0 }
    return ask(worker, repair)
  },
  isPersistent: async () => (await navigator.storage?.persisted?.().catch(() => null)) ?? null,
  persist: async () => (await navigator.storage?.persist?.().catch(() => false)) ?? false,
  freeBytes: async () => {
    const estimate = await navigator.storage?.estimate?.().catch(() => null)
    return estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0)
  },
  isEvictable: isHomeScreenOffered,
})

/** The worker of this page's registration, waited for at most so long while it still installs. */
const findWorker = async (limitMs: number): Promise<ServiceWorker | null> => {
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  if (registration?.active) return registration.active
  if (!registration || limitMs === 0) return null
  const ready = navigator.serviceWorker.ready.then(({ active }) => active)
  return Promise.race([ready, pause(limitMs)])
}

const ask = (worker: ServiceWorker, repair: boolean): Promise<ReadyFacts['shell']> => {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<ReadyFacts['shell']>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(shellSchema, data)
      resolve(parsed.success ? parsed.output : null)
    })
    port1.start()
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  worker.postMessage({ type: repair ? 'REPAIR_SHELL' : 'SHELL' }, [port2])
  // A worker of an older release does not answer.
  return Promise.race([answer, pause(repair ? repairLimitMs : answerLimitMs)]).finally(() => port1.close())
}

const pause = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms))

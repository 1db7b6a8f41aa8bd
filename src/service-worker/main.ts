/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core'
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { draftIdOfTag } from '../storage/delivery-tag.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { answerShell } from './shell-answers.ts'
import { answerPlaces, isPlaces } from './kept-places.ts'
import { isSharedFile, receiveSharedFile } from './shared-file.ts'

// oxlint-disable-next-line no-underscore-dangle -- Workbox's name for the list, filled in by vite.config.ts
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

/**
 * The app shell without a network: everything the build made is cached before this worker takes over, or it does not
 * take over at all. A new version waits until the page says that nothing is unsaved and the person has agreed.
 */
// oxlint-disable-next-line no-underscore-dangle -- as above
const shell = self.__WB_MANIFEST
precacheAndRoute(shell, { cleanURLs: false })
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/sync\//, /^\/\.well-known\//, /^\/(healthz|readyz)$/],
  }),
)

registerRoute(isSharedFile, receiveSharedFile, 'POST')
registerRoute(isPlaces, answerPlaces)

/** Where a browser can, it takes assets out of the cache itself, without asking this worker (W3C Service Workers, `addRoutes`). */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(rule: { condition: { urlPattern: { pathname: string } }; source: { cacheName: string } }): Promise<void>
}
self.addEventListener('install', (event: RoutingInstallEvent) => {
  const routed = event.addRoutes?.({
    condition: { urlPattern: { pathname: '/assets/*' } },
    source: { cacheName: cacheNames.precache },
  })
  if (routed) event.waitUntil(routed)
})

// Only the very first worker claims open pages: a page already served by an older one keeps its own files.
self.addEventListener('install', () => {
  if (self.registration.active === null) clientsClaim()
})

self.addEventListener('message', (event) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting()
  if (event.ports.length > 0) {
    const urls = shell.map((entry) => (typeof entry === 'string' ? entry : entry.url))
    event.waitUntil(answerShell(event, urls))
  }
})

const isSkipWaiting = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING'

/** Background Sync is not among TypeScript's types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}
self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent
  const draftId = draftIdOfTag(sync.tag)
  // Rejects where a later try may help; the browser decides when that is.
  if (draftId !== null) sync.waitUntil(deliverOutbox(draftId, indexedDB, (...request) => fetch(...request)))
})

/// <reference lib="webworker" />
import { cacheNames } from 'workbox-core'
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

// oxlint-disable-next-line no-underscore-dangle -- Workbox's name for the list, filled in by vite.config.ts
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

/**
 * The app shell without a network: everything the build made is cached before this worker takes over, or it does not
 * take over at all. A new version waits until the page says that nothing is unsaved and the person has agreed.
 */
// oxlint-disable-next-line no-underscore-dangle -- as above
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false })
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/sync\//, /^\/(healthz|readyz)$/],
  }),
)

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

// Pages that no worker serves yet: those opened before the very first one was there.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const type = readType(event.data)
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  // From a page that was on its way when this worker took the others.
  if (type === 'CLAIM') event.waitUntil(self.clients.claim())
})

const readType = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'type' in data ? data.type : null

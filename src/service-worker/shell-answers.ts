/// <reference lib="webworker" />
import { cacheNames } from 'workbox-core'
import { getCacheKeyForURL } from 'workbox-precaching'

/**
 * Answers a page that asks through a message channel whether the whole app is cached: `{type: 'SHELL'}`, and
 * `{type: 'REPAIR_SHELL'}` to fetch what is missing first. A browser that is short of room may have dropped a part.
 */
export const answerShell = async (event: ExtendableMessageEvent, urls: readonly string[]): Promise<void> => {
  const type = (event.data as { type?: unknown } | null)?.type
  if (type === 'REPAIR_SHELL')
    await Promise.all((await missingOf(urls)).map((url) => fetchAgain(url).catch(() => null)))
  const missing = await missingOf(urls)
  event.ports[0]?.postMessage({ here: urls.length - missing.length, all: urls.length })
}

const missingOf = async (urls: readonly string[]): Promise<string[]> => {
  const cache = await caches.open(cacheNames.precache)
  const found = await Promise.all(urls.map((url) => cache.match(getCacheKeyForURL(url) ?? url)))
  return urls.filter((_, index) => found[index] === undefined)
}

const fetchAgain = async (url: string): Promise<void> => {
  const cache = await caches.open(cacheNames.precache)
  const answer = await fetch(url, { cache: 'reload' })
  if (answer.ok) await cache.put(getCacheKeyForURL(url) ?? url, answer)
}

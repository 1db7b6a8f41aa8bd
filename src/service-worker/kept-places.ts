/// <reference lib="webworker" />

const kept = { cache: 'places', path: '/api/places' }

/** The operator has loaded none: `No Content`. */
const noRegister = 204

export const isPlaces = ({ url }: { url: URL }): boolean => url.pathname === kept.path

/**
 * The municipal register from the server; without it, as it last was. One that was taken away is forgotten. None at all is
 * no failure.
 */
export const answerPlaces = async ({ request }: { request: Request }): Promise<Response> => {
  const answer = await fetch(request).catch(() => null)
  const cache = await caches.open(kept.cache)
  if (answer?.status === noRegister) await cache.delete(kept.path)
  else if (answer?.ok) await cache.put(kept.path, answer.clone()).catch(() => undefined)
  if (answer && answer.status < 500) return answer
  return (await cache.match(kept.path)) ?? answer ?? new Response(null, { status: noRegister })
}

import { Hono } from 'hono'
import type { ServedPlaces } from '../places/places-file.ts'
import type { Variables } from './session.ts'

/** The municipal register, where the operator has loaded one. It is public, and asked for again once an hour at most. */
export const createPlaceRoutes = (places: () => ServedPlaces | null): Hono<{ Variables: Variables }> => {
  const app = new Hono<{ Variables: Variables }>()
  app.get('/', (c) => {
    const register = places()
    // Not loading one is usual: an error would stand in every browser's console.
    if (!register) return c.body(null, 204)
    c.header('Content-Type', 'application/json; charset=utf-8')
    c.header('Cache-Control', 'public, max-age=3600')
    c.header('ETag', register.etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === register.etag) return c.body(null, 304)
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(register.plain)
    c.header('Content-Encoding', 'gzip')
    return c.body(register.gzipped)
  })
  return app
}

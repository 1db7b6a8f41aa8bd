import type { Context, Handler } from 'hono'

const dayMs = 86_400_000

/** /.well-known/security.txt (RFC 9116): where to tell of a hole in this server; 404 where the operator has not said. */
export const createSecurityText =
  (contact: string | null, publicOrigin: string | null): Handler =>
  (c: Context) => {
    if (contact === null) return c.text('Not found', 404)
    const lines = [
      `Contact: ${contact}`,
      // It must not be old. The server says so as long as it runs with that setting.
      `Expires: ${new Date(Date.now() + 180 * dayMs).toISOString()}`,
      'Preferred-Languages: de, en',
      ...(publicOrigin === null ? [] : [`Canonical: ${publicOrigin}/.well-known/security.txt`]),
    ]
    return c.text(`${lines.join('\n')}\n`)
  }

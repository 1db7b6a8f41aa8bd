import type { MiddlewareHandler } from 'hono'

/**
 * Headers on every answer. Nothing is loaded from elsewhere, nothing may frame us, nothing of ours leaks to others. Set
 * before the answer is made: one that is changed afterwards is made twice by @hono/node-server, which takes a third of
 * the time of a short request.
 */
export const securityHeaders = (publicOrigin: string | null): MiddlewareHandler => {
  const https = publicOrigin?.startsWith('https://') ?? false
  return async (c, next) => {
    const host = publicOrigin === null ? c.req.header('host') : new URL(publicOrigin).host
    c.header('Content-Security-Policy', contentSecurityPolicy(host, https))
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header(
      'Permissions-Policy',
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=(), clipboard-write=(self)',
    )
    if (https) c.header('Strict-Transport-Security', 'max-age=31536000')
    await next()
  }
}

/** The socket's host is named because Safari before 15.4 does not count it as 'self'. */
const contentSecurityPolicy = (host: string | undefined, https: boolean): string => {
  const socket = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ${https ? 'wss' : 'ws'}://${host}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // ProseMirror and the import parse what is pasted, into a document that runs nothing; the app names its own workers.
    'trusted-types ProseMirrorClipboard service-worker pasted-text file-reader',
  ].join('; ')
}

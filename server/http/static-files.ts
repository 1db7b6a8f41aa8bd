import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Context } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

interface StaticFile {
  type: string
  cacheControl: string
  etag: string
  plain: Uint8Array<ArrayBuffer>
  encoded: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
}

/**
 * Serves the built app, and the assets of the releases before it to pages that are still open. The files are read once,
 * at start: what is not in that list cannot be asked for, wherever a path points. Deep links get the page itself, so that
 * the app can show them.
 */
export const createStaticFiles = (folder: string, releasesBefore: readonly string[]): ((c: Context) => Response) => {
  const files = new Map([...releasesBefore, folder].flatMap((each) => [...readFiles(each)]))
  const page = files.get('/index.html')

  return (c) => {
    const file = files.get(c.req.path) ?? (isNavigation(c) ? page : undefined)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('Method not allowed', 405)
    if (file) return answer(c, file)
    return c.text(page ? 'Not found' : 'The app is not built: npm run build', 404)
  }
}

/** A person opening an address of the app, and not a script asking for data or a part of an older release. */
const isNavigation = (c: Context): boolean =>
  !/^\/(api|sync|assets|healthz|readyz)(\/|$)/.test(c.req.path) && extname(c.req.path) === ''

const answer = (c: Context, file: StaticFile): Response => {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoded = file.encoded.find(({ name }) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  )
  c.header('Content-Type', file.type)
  c.header('Cache-Control', file.cacheControl)
  c.header('ETag', file.etag)
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  if (encoded) c.header('Content-Encoding', encoded.name)
  return c.body(encoded?.bytes ?? file.plain)
}

const readFiles = (folder: string): ReadonlyMap<string, StaticFile> => {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const isCopy = (name: string): boolean =>
    encodings.some(({ ending }) => name.endsWith(ending) && names.includes(name.slice(0, -ending.length)))
  const files = names
    .filter((name) => !isCopy(name))
    .map((name) => [`/${name.split(sep).join('/')}`, readFile(folder, name, names)] as const)
  const page = files.find(([path]) => path === '/index.html')
  return new Map(page ? [...files, ['/', page[1]]] : files)
}

const readFile = (folder: string, name: string, names: readonly string[]): StaticFile => {
  const plain = readBytes(join(folder, name))
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    // Vite puts a hash into the names of what it builds into assets; everything else can change under its name.
    cacheControl: /^assets[\\/].*-[\w-]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    encoded: encodings
      .filter(({ ending }) => names.includes(name + ending))
      .map((encoding) => ({ name: encoding.name, bytes: readBytes(join(folder, name + encoding.ending)) })),
  }
}

const readBytes = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file))

import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOwnOrigin } from '../../server/access/origin.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { readConfig } from '../../server/config.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { openLine, until } from './line.ts'
import { amina, callId, newDraftId, openBrowser, startDraft, type Browser } from './person.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer
const page = '<!doctype html><title>Einvernehmen</title>'
const script = 'console.log("Einvernehmen")'

beforeAll(async () => {
  const appDir = createTestFolder()
  mkdirSync(join(appDir, 'assets'))
  writeFileSync(join(appDir, 'index.html'), page)
  writeFileSync(join(appDir, 'sw.js'), 'self')
  writeFileSync(join(appDir, 'manifest.webmanifest'), '{}')
  writeFileSync(join(appDir, 'assets', 'main-Ab3_x-9Z.js'), script)
  writeFileSync(join(appDir, 'assets', 'main-Ab3_x-9Z.js.br'), brotliCompressSync(script))
  writeFileSync(join(appDir, '..', 'beside.txt'), 'not yours')
  server = await startTestServer({ appDir })
})
afterAll(() => server.stop())

/** A path exactly as written: fetch would tidy it up first. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) })
      })
    })
    asked.once('error', reject).end()
  })

const askForTicket = async (browser: Browser, draftId: DraftId, origin: string) => {
  const issued = await browser.ask<{ ticket: string }>('POST', `/api/drafts/${draftId}/ticket`, undefined, { origin })
  return { cookie: browser.cookie(), ticket: issued.body.ticket }
}

describe('the built app', () => {
  it('is served with types and times to keep, the page for every deep link', async () => {
    for (const path of ['/', '/index.html', '/neu', `/entwurf/${newDraftId()}`, '/einladung/x?y=z']) {
      const answer = await get(path)
      expect([path, answer.status, answer.body.toString()]).toEqual([path, 200, page])
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    }
    expect((await get('/assets/main-Ab3_x-9Z.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await get('/sw.js')).headers).toMatchObject({ 'cache-control': 'no-cache' })
    expect((await get('/manifest.webmanifest')).headers).toMatchObject({
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })

  it('is not served in place of a missing file, and nothing beside it can be reached', async () => {
    for (const path of [
      '/assets/gone-12345678.js',
      '/assets/old',
      '/favicon.ico',
      '/../beside.txt',
      '/assets/../../beside.txt',
      '/%2e%2e/beside.txt',
      '/..%2fbeside.txt',
      '//etc/passwd.txt',
    ]) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('comes compressed to those who can read it, and not again to those who have it', async () => {
    const packed = await get('/assets/main-Ab3_x-9Z.js', { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(packed.body).toString()).toBe(script)
    for (const accepted of ['gzip', 'br;q=0', '']) {
      const plain = await get('/assets/main-Ab3_x-9Z.js', { 'accept-encoding': accepted })
      expect([accepted, plain.headers['content-encoding'], plain.body.toString()]).toEqual([
        accepted,
        undefined,
        script,
      ])
    }
    const etag = String((await get('/')).headers['etag'])
    expect(await get('/', { 'if-none-match': etag })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  })

  it('answers HEAD without a body, and no other method', async () => {
    const head = await get('/', {}, 'HEAD')
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

describe('every answer', () => {
  it.each(['/api/calls', '/api/nothing', '/assets/gone.js', '/healthz'])('%s has the headers', async (path) => {
    const { headers } = await get(path, { host: `stadt.example:${server.port}` })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain(`connect-src 'self' ws://stadt.example:${server.port};`)
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()') as unknown,
    })
    expect(headers['cache-control']).toBe(path.startsWith('/api') ? 'no-store' : undefined)
  })

  it('names no host that could not be one', async () => {
    const { headers } = await get('/', { host: "x;script-src 'unsafe-inline'" })
    expect(headers['content-security-policy'] ?? '').not.toContain('unsafe')
  })
})

describe('the API', () => {
  it('gives every call, and says absent to what it does not have', async () => {
    const calls = await openBrowser(server).ask<{ calls: { id: string }[] }>('GET', '/api/calls')
    expect(calls.body.calls.map(({ id }) => id).sort()).toEqual(['engagierte-stadt-2023', 'engagiertes-land-2023'])
    expect(await openBrowser(server).ask('GET', '/api/secrets')).toMatchObject({
      status: 404,
      body: { refusal: 'absent' },
    })
    expect((await get('/healthz')).body.toString()).toBe('ok')
  })

  it('B18: takes writes from its own pages only, and a socket too', async () => {
    const body = { draftId: newDraftId(), callId, person: amina }
    const browser = openBrowser(server)
    const notAllowed = { status: 403, body: { refusal: 'not-allowed' } }
    const from = (headers: Record<string, string>) => browser.ask('POST', '/api/drafts', body, headers)
    expect(await from({ origin: 'https://boese.example' })).toMatchObject(notAllowed)
    expect(await from({ origin: 'null' })).toMatchObject(notAllowed)
    expect((await browser.start(amina)).status).toBe(201)

    const host = await startDraft(server)
    const cookie = host.browser.cookie()
    const foreign = await openLine(server, host.draftId, { cookie, origin: 'https://boese.example' })
    expect(await foreign.whenClosed()).toBe(closeCode.notAllowed)
  })

  it('B18: takes nothing without an Origin where it has a public address, but for the button in a mail', async () => {
    const publicUrl = 'https://einvernehmen.example'
    const behindProxy = await startTestServer({ environment: { PUBLIC_URL: publicUrl } })
    const browser = openBrowser(behindProxy)
    const draftId = newDraftId()
    const start = (headers: Record<string, string>) =>
      fetch(`${behindProxy.url}/api/drafts`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ draftId, callId, person: amina }),
      })
    expect((await start({})).status).toBe(403)
    const started = await browser.ask('POST', '/api/drafts', { draftId, callId, person: amina }, { origin: publicUrl })
    expect(started.status).toBe(201)
    const { cookie, ticket } = await askForTicket(browser, draftId, publicUrl)
    const nameless = await openLine(behindProxy, draftId, { cookie }, { ticket })
    expect(await nameless.whenClosed()).toBe(closeCode.notAllowed)
    const welcome = await openLine(behindProxy, draftId, { cookie, origin: publicUrl }, { ticket })
    welcome.mark(1)
    await until('the page is in', () => welcome.stored().includes(1))
    const pressed = (headers: Record<string, string>) =>
      fetch(`${behindProxy.url}/api/mail/end/${'a'.repeat(43)}`, { method: 'POST', headers })
    expect((await pressed({})).status).toBe(204)
    expect((await pressed({ origin: 'https://boese.example' })).status).toBe(403)
    await behindProxy.stop()
  })

  it('refuses bodies that are too large or no JSON', async () => {
    const browser = openBrowser(server)
    const padded = { draftId: newDraftId(), callId, person: amina, padding: 'x'.repeat(300_000) }
    expect(await browser.ask('POST', '/api/drafts', padded)).toMatchObject({
      status: 413,
      body: { refusal: 'too-large' },
    })
    const answer = await fetch(`${server.url}/api/drafts`, {
      method: 'POST',
      body: '{',
      headers: { origin: server.url },
    })
    expect(answer.status).toBe(400)
  })

  it('sets a cookie scripts cannot read, bound to https where people come by https', async () => {
    const browser = openBrowser(server)
    const plain = (await browser.start(amina)).headers.getSetCookie().find((line) => line.startsWith('sid='))
    expect(plain).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/)

    const publicUrl = 'https://einvernehmen.example'
    const behindProxy = await startTestServer({ environment: { PUBLIC_URL: publicUrl } })
    const answer = await openBrowser(behindProxy).ask(
      'POST',
      '/api/drafts',
      { draftId: newDraftId(), callId, person: amina },
      { origin: publicUrl },
    )
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('__Host-sid='))).toContain('; Secure')
    expect(answer.headers.get('content-security-policy')).toContain('wss://einvernehmen.example')
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await openBrowser(behindProxy).start(amina)).status).toBe(403)
    await behindProxy.stop()
  })
})

describe('the origin of a request', () => {
  const source = { origin: undefined, host: 'stadt.example', fetchSite: undefined }
  it.each([
    [{ ...source, origin: 'https://stadt.example' }, null, true],
    [{ ...source, origin: 'https://stadt.example:81' }, null, false],
    [{ ...source, origin: 'https://stadt.example' }, 'https://stadt.example', true],
    [{ ...source, origin: 'http://stadt.example' }, 'https://stadt.example', false],
    [source, null, true],
    [source, 'https://stadt.example', false],
    [{ ...source, fetchSite: 'same-origin' }, 'https://stadt.example', false],
    [{ ...source, fetchSite: 'cross-site' }, null, false],
    [{ ...source, fetchSite: 'same-origin' }, null, true],
  ])('%o for %s: %s', (from, publicOrigin, own) => {
    expect(isOwnOrigin(from, publicOrigin)).toBe(own)
  })
})

describe('where to tell of a hole', () => {
  it('is said by /.well-known/security.txt as the operator has set it, and for a while to come', async () => {
    const contact = 'mailto:it@stadt.example'
    const told = await startTestServer({ environment: { SECURITY_CONTACT: contact } })
    const answer = await fetch(`${told.url}/.well-known/security.txt`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=UTF-8'])
    const text = await answer.text()
    expect(text).toMatch(/^Contact: mailto:it@stadt\.example\nExpires: \S+\nPreferred-Languages: de, en\n$/)
    const expires = Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '')
    expect(expires).toBeGreaterThan(Date.now())
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000)
    await told.stop()
  })

  it('is nowhere where nothing is set, and nothing but an address is taken', async () => {
    expect((await get('/.well-known/security.txt')).status).toBe(404)
    for (const contact of ['it@stadt.example', 'http://stadt.example', 'mailto:it@stadt.example\nExpires: never'])
      expect(() => readConfig({ SECURITY_CONTACT: contact }), contact).toThrow(/^SECURITY_CONTACT: /)
  })
})

import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../server/access/limits.ts'
import { socketPath } from '../../src/protocol/http.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { openLine, until } from './line.ts'
import { amina, bruno, joinDraft, newDraftId, openBrowser, startDraft } from './person.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

const withServer = async (
  options: { environment?: Record<string, string>; limits?: Partial<Limits> },
  visit: (server: TestServer) => Promise<void>,
) => {
  const server = await startTestServer(options)
  await visit(server)
  await server.stop()
}

const wrong = 'A'.repeat(43)

/** Presents wrong secrets until the server has had enough; how many it looked at. */
const guess = async (server: TestServer, headersOf: (n: number) => Record<string, string> = () => ({})) => {
  const browser = openBrowser(server)
  for (let n = 0; n < 30; n++) {
    const body = { draftId: newDraftId(), secret: wrong }
    const { status, headers } = await browser.ask('POST', '/api/invitations/look', body, headersOf(n))
    if (status === 429) return { looked: n, retryAfter: Number(headers.get('retry-after')) }
    expect(status).toBe(410)
  }
  return { looked: 30, retryAfter: null }
}

describe('guessing invitations', () => {
  it('ends after ten wrong ones, for that address only, behind one trusted proxy', async () => {
    await withServer({ environment: { TRUST_PROXY: '1', MAX_WRONG_SECRETS_PER_MINUTE: '10' } }, async (server) => {
      const host = await startDraft(server)
      const made = await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })
      // What stands before the proxy's own entry is the guesser's invention.
      const guesser = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}, 203.0.113.7` })
      const { looked, retryAfter } = await guess(server, guesser)
      expect(looked).toBe(10)
      expect(retryAfter).toBeGreaterThan(0)
      const right = { draftId: host.draftId, secret: made.body.secret }
      const look = async (headers: Record<string, string>) =>
        (await openBrowser(server).ask('POST', '/api/invitations/look', right, headers)).status
      expect(await look(guesser(99))).toBe(429)
      expect(await look({ 'x-forwarded-for': '203.0.113.8' })).toBe(200)
    })
  })

  it('ends behind no proxy too, whatever the request says about where it comes from', async () => {
    await withServer({ environment: { MAX_WRONG_SECRETS_PER_MINUTE: '10' } }, async (server) => {
      expect((await guess(server, (n) => ({ 'x-forwarded-for': `198.51.100.${n}` }))).looked).toBe(10)
    })
  })

  it('does not count right ones', async () => {
    await withServer({ environment: { MAX_WRONG_SECRETS_PER_MINUTE: '2' } }, async (server) => {
      const host = await startDraft(server)
      for (let n = 0; n < 4; n++) await joinDraft(server, host, { ...bruno, role: 'viewer' })
      expect((await host.browser.readAccess(host.draftId)).body.members).toHaveLength(5)
    })
  })
})

describe('people of a draft', () => {
  it('are 200 at most, members and invited together, and whoever is withdrawn makes room', async () => {
    await withServer({}, async (server) => {
      const host = await startDraft(server)
      await joinDraft(server, host, { ...bruno, role: 'viewer' })
      const invite = () => host.browser.invite(host.draftId, { ...bruno, role: 'viewer' })
      const made = []
      for (let n = 0; n < 198; n++) made.push(await invite())
      expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]))
      expect(await invite()).toMatchObject({ status: 413, body: { refusal: 'team-full' } })
      const [first, second] = made.map(({ body }) => body)
      // Coming in by an invitation takes no further place.
      const redeemed = await openBrowser(server).redeem(host.draftId, second?.secret ?? '', 'Carla')
      expect(redeemed.status).toBe(200)
      expect((await invite()).status).toBe(413)
      await host.browser.withdraw(host.draftId, first?.invitation.id ?? '')
      expect((await invite()).status).toBe(201)
    })
  })
})

describe('starting drafts', () => {
  it('has an end per address, and repeating a start does not count', async () => {
    await withServer({ environment: { TRUST_PROXY: '1', MAX_DRAFTS_PER_HOUR: '3' } }, async (server) => {
      const start = async (address: string, browser = openBrowser(server), draftId = newDraftId()) =>
        (
          await browser.ask(
            'POST',
            '/api/drafts',
            { draftId, callId: 'engagierte-stadt-2023', person: amina },
            { 'x-forwarded-for': address },
          )
        ).status
      const [browser, draftId] = [openBrowser(server), newDraftId()]
      const answers = [await start('2001:db8::1', browser, draftId)]
      for (let n = 0; n < 5; n++) answers.push(await start('2001:db8::1', browser, draftId))
      expect(answers).toEqual([201, 200, 200, 200, 200, 200])
      // One customer has 2^64 addresses.
      expect([await start('2001:db8::2'), await start('2001:db8::3'), await start('2001:db8::4')]).toEqual([
        201, 201, 429,
      ])
      expect(await start('2001:db8:0:1::1')).toBe(201)
    })
  })
})

describe('sockets', () => {
  it.each([
    ['MAX_SOCKETS', 3],
    ['MAX_SOCKETS_PER_ADDRESS', 3],
    ['MAX_SOCKETS_PER_DRAFT', 3],
    ['MAX_SOCKETS_PER_MEMBER', 3],
  ])('%s: one too many comes back later, and finds room once another has left', async (name, limit) => {
    await withServer({ environment: { [name]: String(limit) } }, async (server) => {
      const { browser, draftId } = await startDraft(server)
      const open = () => openLine(server, draftId, { cookie: browser.cookie() })
      const lines = await Promise.all(Array.from({ length: limit }, open))
      expect(await (await open()).whenClosed()).toBe(closeCode.tryLater)
      expect(lines.map(({ closed }) => closed)).toEqual(lines.map(() => null))
      await lines[0]?.cut()
      await until('there is room again', async () => {
        const line = await open()
        line.mark(1)
        await until('it is let in or sent away', () => line.closed !== null || line.stored().includes(1))
        return line.closed === null
      })
    })
  })

  it('of one draft or person leave room for others', async () => {
    const environment = { MAX_SOCKETS_PER_DRAFT: '2', MAX_SOCKETS_PER_MEMBER: '1' }
    await withServer({ environment }, async (server) => {
      const host = await startDraft(server)
      const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
      const other = await startDraft(server)
      const ways = [
        [host.draftId, host.browser],
        [host.draftId, guest],
        [other.draftId, other.browser],
      ] as const
      for (const [draftId, browser] of ways) {
        const line = await openLine(server, draftId, { cookie: browser.cookie() })
        line.mark(1)
        await until('the line lives', () => line.stored().includes(1))
        expect(line.closed).toBeNull()
      }
    })
  })

  it('of strangers who never hang up take nobody’s place, and are cut off', async () => {
    const environment = { MAX_SOCKETS: '5', MAX_SOCKETS_PER_ADDRESS: '5' }
    await withServer({ environment }, async (server) => {
      const { browser, draftId } = await startDraft(server)
      const strangers = await Promise.all(Array.from({ length: 5 }, () => upgradeAndStay(server, draftId)))
      const line = await openLine(server, draftId, { cookie: browser.cookie() })
      line.mark(1)
      await until('the member is in', () => line.stored().includes(1) || line.closed !== null)
      expect(line.closed).toBeNull()
      await until('the strangers are gone', () => strangers.every(({ destroyed }) => destroyed), 20_000)
    })
  })

  it.each(['../../etc/passwd', '__proto__', 'constructor', '%2e%2e%2f%2e%2e%2f', 'a'.repeat(27), ''])(
    'for a draft called %j find nothing',
    async (name) => {
      await withServer({}, async (server) => {
        const { browser } = await startDraft(server)
        const line = await openLine(server, name, { cookie: browser.cookie() })
        expect(await line.whenClosed()).toBe(closeCode.absent)
      })
    },
  )
})

/** A socket without a ticket on a bare TCP line, which hears that it is not wanted and never answers. */
const upgradeAndStay = (server: TestServer, draftId: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const line = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      const head = [
        `GET ${socketPath}${draftId} HTTP/1.1`,
        `Host: 127.0.0.1:${server.port}`,
        `Origin: ${server.url}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ]
      line.write(`${head.join('\r\n')}\r\n\r\n`)
    })
    let heard = Buffer.alloc(0)
    line.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes])
      // The close frame after the answer's head: 0x88.
      if (heard.indexOf(0x88, heard.indexOf('\r\n\r\n') + 4) > 0) resolve(line)
    })
    line.on('error', reject)
    line.on('end', () => line.destroy())
  })

/** Says something slowly or too long on a bare TCP line; what the server answers before it hangs up. */
const say = (server: TestServer, words: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const line = connect(server.port, '127.0.0.1', () => line.write(words))
    let heard = ''
    line.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')))
    line.on('close', () => resolve(heard))
    line.on('error', reject)
  })

describe('requests', () => {
  it('with a head over 8 KiB are refused', async () => {
    await withServer({}, async (server) => {
      expect(await say(server, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(9000)}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 431 /,
      )
    })
  })

  it('that never end their head or body are hung up on', async () => {
    await withServer({ limits: { headersMs: 300, requestMs: 600 } }, async (server) => {
      expect(await say(server, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
      const head = `POST /api/drafts HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 100\r\n\r\n`
      expect(await say(server, `${head}{"draftId":`)).toMatch(/^HTTP\/1\.1 408 /)
    })
  })
})

describe('a server that does not keep up', () => {
  it('turns new work away for a moment and leaves open lines alone', async () => {
    await withServer({}, async (server) => {
      const { browser, draftId } = await startDraft(server)
      const open = () => openLine(server, draftId, { cookie: browser.cookie() })
      const line = await open()
      // Server and test share this thread: holding it up is what a flood of work would do.
      let held = true
      const hold = (): void => {
        const end = performance.now() + 500
        while (performance.now() < end);
        if (held) setTimeout(hold, 1)
      }
      hold()
      await until(
        'it says when to come back',
        async () => {
          const { status, headers } = await browser.myDrafts()
          return status === 503 && headers.get('retry-after') === '2'
        },
        60_000,
      )
      expect(await (await open()).whenClosed()).toBe(closeCode.tryLater)
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
      held = false
      await until('it is itself again', async () => (await browser.myDrafts()).status === 200)
      line.mark(1)
      await until('the open line lives', () => line.stored().includes(1))
    })
  })
})

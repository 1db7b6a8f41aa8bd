import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeLifeMs, createChallenges } from '../../server/access/challenges.ts'
import type { DraftAccess } from '../../src/domain/draft-access.ts'
import type { PasskeyOffer } from '../../src/protocol/passkey-http.ts'
import type { WaysBack } from '../../src/protocol/recovery-http.ts'
import type { AuditPage } from '../../src/protocol/team-http.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { createAuthenticator, type Told } from './authenticator.ts'
import { amina, bruno, joinDraft, openBrowser, startDraft } from './person.ts'

let server: TestServer
let page: { origin: string; host: string }
beforeAll(async () => {
  server = await startTestServer()
  page = { origin: server.url, host: new URL(server.url).hostname }
})
afterAll(() => server.stop())

const offered = async () => {
  const host = await startDraft(server, amina)
  const at = `/api/drafts/${host.draftId}`
  const offer = (await host.browser.ask<PasskeyOffer>('POST', `${at}/passkeys/offer`)).body
  return { ...host, at, offer, key: createAuthenticator(page) }
}

const withPasskey = async () => {
  const draft = await offered()
  const added = await draft.browser.ask('POST', `${draft.at}/passkeys`, draft.key.vow(draft.offer.challenge))
  expect(added.status).toBe(204)
  return draft
}

const question = async () =>
  (await openBrowser(server).ask<{ challenge: string }>('POST', '/api/recovery/passkey/question')).body.challenge
const comesIn = (proof: unknown, browser = openBrowser(server)) =>
  browser.ask<DraftAccess>('POST', '/api/recovery/passkey', proof)

describe('an owner’s passkey', () => {
  it('opens the draft on a new device, again and again, and every step stands in the trail', async () => {
    const { browser, draftId, at, offer, key } = await withPasskey()
    const device = openBrowser(server)
    const back = await comesIn(key.proof(await question(), { counter: 2, userHandle: offer.userId }), device)
    expect(back).toMatchObject({ status: 200, body: { draftId, me: { ...amina, role: 'owner' } } })
    expect((await device.readAccess(draftId)).status).toBe(200)
    expect((await comesIn(key.proof(await question(), { counter: 3 }))).status).toBe(200)

    const { passkeys } = (await browser.ask<WaysBack>('GET', `${at}/ways-back`)).body
    expect(passkeys).toHaveLength(1)
    const removed = () => browser.ask('DELETE', `${at}/passkeys/${passkeys[0]?.id}`)
    expect([(await removed()).status, (await removed()).status]).toEqual([204, 404])
    expect((await comesIn(key.proof(await question(), { counter: 4 }))).status).toBe(410)
    const { entries } = (await browser.ask<AuditPage>('GET', `${at}/audit`)).body
    const events = entries.map(({ event }) => event).toReversed()
    expect(events).toEqual(['draft-started', 'passkey-made', 'passkey-used', 'passkey-used', 'passkey-removed'])
  })

  it.each<[string, Told & { userHandle?: string }]>([
    ['another origin', { origin: 'https://einvernehmen.example.net' }],
    ['another host', { host: 'einvernehmen.example.net' }],
    ['a person who was not verified', { isVerified: false }],
    ['a counter that has not grown', { counter: 1 }],
    ['somebody else’s handle', { userHandle: 'c29tZWJvZHk' }],
  ])('does not open it from %s, and makes no session', async (_, told) => {
    const { key } = await withPasskey()
    const device = openBrowser(server)
    const refusal = await comesIn(key.proof(await question(), { counter: 2, ...told }), device)
    expect(refusal).toMatchObject({ status: 410, body: { refusal: 'invitation-unusable' } })
    expect(device.cookie()).not.toMatch(/(^|; )sid=/)
    expect((await comesIn(key.proof(await question(), { counter: 2 }))).status).toBe(200)
  })

  it('does not open it with a challenge used before, made up, or given for making a passkey', async () => {
    const { browser, at, key } = await withPasskey()
    const proof = key.proof(await question(), { counter: 2 })
    expect((await comesIn(proof)).status).toBe(200)
    expect((await comesIn(proof)).status).toBe(410)
    expect((await comesIn(key.proof('bWFkZSB1cA', { counter: 5 }))).status).toBe(410)
    const { challenge } = (await browser.ask<PasskeyOffer>('POST', `${at}/passkeys/offer`)).body
    expect((await comesIn(key.proof(challenge, { counter: 5 }))).status).toBe(410)
  })

  it('is not opened by a foreign credential, nor by a foreign key under its name', async () => {
    const { key } = await withPasskey()
    const foreign = createAuthenticator(page)
    expect((await comesIn(foreign.proof(await question()))).status).toBe(410)
    const { id, rawId } = key.proof('x')
    expect((await comesIn({ ...foreign.proof(await question(), { counter: 2 }), id, rawId })).status).toBe(410)
  })

  it('ends with the role that it was made for', async () => {
    const { browser, draftId, at, key } = await withPasskey()
    const host = { browser, draftId }
    await joinDraft(server, host, { ...bruno, role: 'owner' })
    const { me } = (await browser.readAccess(draftId)).body
    await browser.ask('PATCH', `${at}/members/${me.id}`, { role: 'editor' })
    expect((await comesIn(key.proof(await question(), { counter: 2 }))).status).toBe(410)
  })
})

describe('a vow', () => {
  it.each<[string, Told]>([
    ['another origin', { origin: 'https://einvernehmen.example.net' }],
    ['another host', { host: 'einvernehmen.example.net' }],
    ['a person who was not verified', { isVerified: false }],
    ['an attestation nobody asked for', { statement: { format: 'tpm', bytes: Buffer.of(0xa0) } }],
    // {"x5c": []}: certificates would have revocation lists fetched from addresses of the sender's choice.
    ['certificates', { statement: { format: 'packed', bytes: Buffer.from('a16378356380', 'hex') } }],
  ])('from %s makes no passkey', async (_, told) => {
    const { browser, at, offer, key } = await offered()
    const refusal = await browser.ask('POST', `${at}/passkeys`, key.vow(offer.challenge, told))
    expect(refusal).toMatchObject({ status: 400, body: { refusal: 'invalid' } })
    expect((await browser.ask<WaysBack>('GET', `${at}/ways-back`)).body.passkeys).toEqual([])
  })

  it('holds once, for whom it was asked, and for one member only', async () => {
    const { browser, at, key, offer } = await withPasskey()
    expect((await browser.ask('POST', `${at}/passkeys`, key.vow(offer.challenge))).status).toBe(400)
    const other = await offered()
    expect((await browser.ask('POST', `${at}/passkeys`, key.vow(other.offer.challenge))).status).toBe(400)
    const fresh = (await browser.ask<PasskeyOffer>('POST', `${at}/passkeys/offer`)).body
    expect(fresh.known).toHaveLength(1)
    expect((await browser.ask('POST', `${at}/passkeys`, key.vow(fresh.challenge))).status).toBe(409)
  })
})

describe('a challenge', () => {
  it('expires after five minutes and serves one purpose once', () => {
    let now = 0
    const challenges = createChallenges(() => now)
    const late = challenges.issue('a')
    now = challengeLifeMs
    expect(challenges.redeem(late, 'a')).toBe(false)
    const wrong = challenges.issue('a')
    expect([challenges.redeem(wrong, 'b'), challenges.redeem(wrong, 'a')]).toEqual([false, false])
    const good = challenges.issue('a')
    expect([challenges.redeem(good, 'a'), challenges.redeem(good, 'a')]).toEqual([true, false])
  })
})

import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lastDue, sendDigests, type Post } from '../../server/mail/mail-post.ts'
import { openMailer, type Mailer } from '../../server/mail/mailer.ts'
import { readConfig } from '../../server/config.ts'
import { hashToken } from '../../server/access/tokens.ts'
import { openStore, type Store } from '../../server/store/open-store.ts'
import { openWorkshop, type Workshop } from '../../server/sync/workshop.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Entry } from '../../src/domain/discussion-entry.ts'
import type { Member } from '../../src/domain/person.ts'
import type { MailState } from '../../src/protocol/mail-http.ts'
import { shippedCalls } from '../world/calls.ts'
import { openMailServer, type MailServer } from '../world/mail-server.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'
import { authorOf, comment, eachKind, newId, saying } from './gate/talk.ts'
import { amina, bruno, callId, carla, joinDraft, newDraftId, openBrowser, startDraft } from './person.ts'

const hour = 3_600_000
const day = 24 * hour
/** Ten in the morning in Germany. */
const morning = Date.UTC(2026, 0, 12, 9)

let mails: MailServer
beforeAll(async () => {
  mails = await openMailServer()
})
afterAll(() => mails.close())
beforeEach(() => {
  mails.mails.length = 0
  mails.answer = () => undefined
})

describe('the mail about what was said', () => {
  let store: Store
  let workshop: Workshop
  let mailer: Mailer
  let post: Post
  const outcomes: string[] = []
  beforeEach(async () => {
    store = await openStore(':memory:')
    workshop = openWorkshop()
    mailer = openMailer({ url: mails.url, from: 'Einvernehmen <post@stadt.example>' })
    outcomes.length = 0
    const onMail = (outcome: string) => void outcomes.push(outcome)
    const publicOrigin = 'https://einvernehmen.example'
    const log = pino({ level: 'silent' })
    post = { store, readNews: workshop.news, calls: shippedCalls, mailer, publicOrigin, hour: 7, onMail, log }
  })
  afterEach(async () => {
    mailer.close()
    await workshop.close()
    await store.close()
  })

  /** A draft of Amina's who wishes to be told, and was last looked at by her two days ago. */
  const wished = async () => {
    const draftId = newDraftId()
    const me: Member = { ...amina, id: `amina of ${draftId}`, role: 'owner', joinedAt: 0 }
    const then = morning - 2 * day
    await store.access.writeSession({ id: draftId, createdAt: 0, seenAt: then, expiresAt: morning + 30 * day })
    await store.access.addDraft({ id: draftId, callId, createdAt: 0 }, me, draftId)
    const confirmHash = hashToken(draftId)
    const wish = { memberId: me.id, draftId, address: 'amina@agentur.example', language: 'de' as const }
    await store.mail.ask({ ...wish, confirmHash, endToken: `${'e'.repeat(17)}${draftId}`, at: then })
    const empty = await workshop.news({ log: { snapshot: null, updates: [] }, since: null })
    await store.mail.confirm(me.id, empty.vector, then)
    return { draftId, me }
  }

  let seq = 0
  const say = async (draftId: DraftId, at: number, ...entries: readonly Entry[]) => {
    seq += 1
    const bytes = saying(Object.fromEntries(entries.map((entry) => [newId(), entry])), 1000 + seq)
    const written = { memberId: 'whoever', sessionId: 'any', claims: [] }
    await store.drafts.append([{ documentId: discussionOf(draftId), seq, bytes, at, ...written }])
  }
  const asBruno = authorOf({ ...bruno, id: 'bruno' })

  it('says how much, where, and what means one’s organisation, never a word of it', async () => {
    const { draftId, me } = await wished()
    const secret = 'Diese Worte bleiben im Entwurf'
    const mentions = [{ of: 'organisation', name: ' freiwilligenAGENTUR' }] as const
    const said = comment(asBruno, secret)
    await say(draftId, morning - hour, said, { ...said, mentions: [...mentions] } as Entry)
    await say(draftId, morning - hour, eachKind(asBruno, newId()).suggestion, comment(authorOf(me), 'Von mir selbst'))
    await say(draftId, morning - hour, { ...said, subject: { on: 'draft' } } as Entry)
    expect(await sendDigests(post, morning)).toBe(1)
    const [mail] = mails.mails
    const goals = shippedCalls.get(callId)?.sections.find(({ id }) => id === 'ziele')?.title
    expect(mail?.to).toBe('amina@agentur.example')
    expect(mail?.text).toContain(`- ${goals ?? 'Angaben und ganzer Entwurf'}: 2 Kommentare, 1 Vorschlag`)
    expect(mail?.text).toContain('- Angaben und ganzer Entwurf: 1 Kommentar')
    expect(mail?.text).toContain('für die eigene Organisation oder Person: 1')
    expect(mail?.text).toContain(`https://einvernehmen.example/entwurf/${draftId}`)
    expect(mail?.text).toContain('https://einvernehmen.example/abbestellen#')
    expect(mail?.headers.get('list-unsubscribe')).toMatch(/^<https:\/\/einvernehmen\.example\/api\/mail\/end\/\S{43}>$/)
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    for (const word of [secret, 'Bruno', 'viel mehr', 'selbst']) expect(JSON.stringify(mails.mails)).not.toContain(word)
  })

  it('comes once a day at most, never twice about the same, and not to who was there since', async () => {
    const { draftId, me } = await wished()
    expect(await sendDigests(post, morning)).toBe(0)
    await say(draftId, morning + 1, comment(asBruno))
    expect(await sendDigests(post, morning + hour)).toBe(1)
    await say(draftId, morning + 2 * hour, comment(asBruno), comment(asBruno))
    expect(await sendDigests(post, morning + 12 * hour)).toBe(0)
    expect(await sendDigests(post, morning + day)).toBe(1)
    expect(mails.mails.at(-1)?.text).toContain('2 Kommentare')
    expect(await sendDigests(post, morning + 2 * day)).toBe(0)
    await say(draftId, morning + 2 * day, comment(authorOf(me)))
    expect(await sendDigests(post, morning + 3 * day)).toBe(0)
    await say(draftId, morning + 4 * day, comment(asBruno))
    await store.access.writeSession({
      id: draftId,
      createdAt: 0,
      seenAt: morning + 4 * day + 1,
      expiresAt: morning + 30 * day,
    })
    expect(await sendDigests(post, morning + 5 * day)).toBe(0)
    expect(mails.mails).toHaveLength(2)
  })

  it('is tried again when it was certainly not taken, ever later, and the address is let go in the end', async () => {
    const { draftId, me } = await wished()
    await say(draftId, morning - 1, comment(asBruno))
    mails.answer = (command) => (command === 'RCPT' ? '451 not now' : undefined)
    expect(await sendDigests(post, morning)).toBe(0)
    expect(await sendDigests(post, morning + 9 * 60_000)).toBe(0)
    expect(outcomes).toEqual(['not-sent'])
    mails.answer = () => undefined
    expect(await sendDigests(post, morning + 10 * 60_000)).toBe(1)
    expect(mails.mails.map(({ text }) => text.includes('1 Kommentar'))).toEqual([true])
    mails.answer = (command) => (command === 'RCPT' ? '550 nobody here' : undefined)
    await say(draftId, morning + day, comment(asBruno))
    for (let tries = 1; tries <= 8; tries += 1) await sendDigests(post, morning + (1 + tries) * day)
    expect(outcomes.at(-1)).toBe('let-go')
    expect(await store.mail.find(me.id)).toBeNull()
  })

  it('counts as sent when the line breaks at its end, or the process does: no mail twice', async () => {
    const { draftId } = await wished()
    await say(draftId, morning - 1, comment(asBruno))
    mails.answer = (command) => (command === 'END' ? null : undefined)
    expect(await sendDigests(post, morning)).toBe(1)
    expect(outcomes).toEqual(['unsure'])
    mails.answer = () => undefined
    expect(await sendDigests(post, morning + hour)).toBe(0)
    const other = await wished()
    await say(other.draftId, morning - 1, comment(asBruno))
    const { vector } = await workshop.news({ log: { snapshot: null, updates: [] }, since: null })
    await store.mail.begin(other.me.id, vector, morning)
    expect(await sendDigests(post, morning + hour)).toBe(0)
    await store.mail.finishAll()
    expect(await sendDigests(post, morning + 2 * hour)).toBe(0)
    expect(mails.mails).toEqual([])
  })

  it('ends with the draft', async () => {
    const { draftId, me } = await wished()
    await store.maintenance.eraseDraft(draftId, morning)
    expect(await store.mail.find(me.id)).toBeNull()
  })

  it('is due from its hour on in Germany, summer and winter', () => {
    const at = (iso: string) => new Date(lastDue(7, Date.parse(iso))).toISOString()
    expect(at('2026-01-12T06:00:30Z')).toBe('2026-01-12T06:00:00.000Z')
    expect(at('2026-01-12T05:59:59Z')).toBe('2026-01-11T06:00:00.000Z')
    expect(at('2026-07-12T23:30:00Z')).toBe('2026-07-12T05:00:00.000Z')
  })
})

describe('a wish to be told by e-mail', () => {
  let server: TestServer
  beforeAll(async () => {
    const environment = { SMTP_URL: mails.url, MAIL_FROM: 'post@stadt.example', PUBLIC_URL: 'http://127.0.0.1:1' }
    server = await startTestServer({ environment })
  })
  afterAll(() => server.stop())
  const ours = { origin: 'http://127.0.0.1:1' }
  const tokenIn = (text: string | undefined): string => /#(\S{43})/.exec(text ?? '')?.[1] ?? ''

  it('counts once the address has proved itself, is told to nobody else, and ends with one press', async () => {
    const browser = openBrowser(server)
    const draftId = newDraftId()
    await browser.ask('POST', '/api/drafts', { draftId, callId, person: amina }, ours)
    const at = `/api/drafts/${draftId}/mail`
    const read = async () => (await browser.ask<MailState>('GET', at)).body
    expect(await read()).toEqual({ isOffered: true, address: null, isConfirmed: false })
    const wish = { address: ' amina@agentur.example ', language: 'de' }
    expect((await browser.ask('PUT', at, wish, ours)).body).toEqual({
      isOffered: true,
      address: 'amina@agentur.example',
      isConfirmed: false,
    })
    expect(mails.mails.map(({ to }) => to)).toEqual(['amina@agentur.example'])
    const token = tokenIn(mails.mails[0]?.text)
    const stranger = openBrowser(server)
    expect((await stranger.ask('POST', '/api/mail/confirm', { token: 'x'.repeat(43) }, ours)).status).toBe(410)
    expect((await stranger.ask('POST', '/api/mail/confirm', { token }, ours)).body).toEqual({ draftId })
    expect((await read()).isConfirmed).toBe(true)
    expect((await stranger.ask('GET', at)).status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify((await browser.readAccess(draftId)).body)).not.toContain('agentur.example')
    expect((await browser.ask('DELETE', at, undefined, ours)).body).toMatchObject({ address: null })
    expect((await stranger.ask('POST', '/api/mail/confirm', { token }, ours)).status).toBe(410)
  })

  it('goes on to the address that proved itself until another one has', async () => {
    const browser = openBrowser(server)
    const draftId = newDraftId()
    await browser.ask('POST', '/api/drafts', { draftId, callId, person: amina }, ours)
    const at = `/api/drafts/${draftId}/mail`
    const read = async () => (await browser.ask<MailState>('GET', at)).body
    const ask = (address: string) => browser.ask<MailState>('PUT', at, { address, language: 'de' }, ours)
    const confirm = (mail = mails.mails.at(-1)) =>
      browser.ask('POST', '/api/mail/confirm', { token: tokenIn(mail?.text) }, ours)
    await ask('erste@agentur.example')
    await confirm()
    const isConfirmed = { isOffered: true, isConfirmed: true }
    expect((await ask('zweite@agentur.example')).body).toEqual({
      ...isConfirmed,
      address: 'erste@agentur.example',
      newAddress: 'zweite@agentur.example',
    })
    const second = mails.mails.at(-1)
    mails.answer = (command) => (command === 'RCPT' ? '550 nobody here' : undefined)
    expect((await ask('dritte@agentur.example')).status).toBe(503)
    mails.answer = () => undefined
    expect(await read()).toEqual({ ...isConfirmed, address: 'erste@agentur.example' })
    expect((await confirm(second)).status).toBe(410)
    await ask('vierte@agentur.example')
    expect((await confirm()).body).toEqual({ draftId })
    expect(await read()).toEqual({ ...isConfirmed, address: 'vierte@agentur.example' })
    await ask('letzte@agentur.example')
    expect((await browser.ask('DELETE', at, undefined, ours)).body).toMatchObject({ address: null })
    expect((await confirm()).status).toBe(410)
  })

  it('ends in the mail program without a page, and a look at the address ends nothing', async () => {
    const answer = await fetch(`${server.url}/api/mail/end/${'a'.repeat(43)}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/abbestellen#${'a'.repeat(43)}`])
    const pressed = await fetch(`${server.url}/api/mail/end/${'a'.repeat(43)}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(pressed.status).toBe(204)
  })

  it('is refused for what is no address, too often in a day, and kept by no one when the mail does not go out', async () => {
    const browser = openBrowser(server)
    const draftId = newDraftId()
    await browser.ask('POST', '/api/drafts', { draftId, callId, person: amina }, ours)
    const at = `/api/drafts/${draftId}/mail`
    for (const address of ['amina', 'a@b', 'a@b.de, c@d.de', 'a\n@b.de', `${'a'.repeat(300)}@b.de`, '<a@b.de>']) {
      expect((await browser.ask('PUT', at, { address, language: 'de' }, ours)).status, address).toBe(400)
    }
    mails.answer = (command) => (command === 'RCPT' ? '550 nobody here' : undefined)
    expect((await browser.ask('PUT', at, { address: 'a@b.de', language: 'en' }, ours)).status).toBe(503)
    expect((await browser.ask<MailState>('GET', at)).body.address).toBeNull()
    mails.answer = () => undefined
    const asks = async (address: string) => (await browser.ask('PUT', at, { address, language: 'en' }, ours)).status
    // To one address, and from one member.
    expect([await asks('a@b.de'), await asks('a@b.de'), await asks('A@b.de')]).toEqual([200, 200, 503])
    expect([await asks('c@d.de'), await asks('e@f.de'), await asks('g@h.de')]).toEqual([200, 200, 503])
    expect(mails.mails).toHaveLength(4)
  })

  it('is not offered where the operator sends no mail, and goes with who is removed', async () => {
    const quiet = await startTestServer()
    const { browser, draftId } = await startDraft(quiet)
    const at = `/api/drafts/${draftId}/mail`
    expect((await browser.ask<MailState>('GET', at)).body.isOffered).toBe(false)
    expect((await browser.ask('PUT', at, { address: 'a@b.de', language: 'de' })).status).toBe(403)
    const store = await openStore(`${quiet.dataDir}/einvernehmen.sqlite`)
    const guest = await joinDraft(quiet, { browser, draftId }, { ...carla, role: 'commenter' })
    const { id } = (await guest.readAccess(draftId)).body.me
    const wish = { memberId: id, draftId, address: 'c@d.de', language: 'de' as const, at: Date.now() }
    await store.mail.ask({ ...wish, confirmHash: 'hash', endToken: 'token' })
    expect((await guest.ask<MailState>('GET', at)).body.address).toBe('c@d.de')
    await browser.ask('DELETE', `/api/drafts/${draftId}/members/${id}`)
    expect(await store.mail.find(id)).toBeNull()
    await store.close()
    await quiet.stop()
  })
})

it('an operator is told in one line what is wrong, without the password', () => {
  const set = { DATA_DIR: createTestFolder(), PUBLIC_URL: 'https://e.example', MAIL_FROM: 'a@b.de' }
  const read = (environment: Record<string, string>) => () => readConfig({ ...set, ...environment })
  expect(read({ SMTP_URL: 'http://user:geheim@mail' })).toThrow(/^SMTP_URL: must be an address such as [^(]*$/)
  expect(read({ SMTP_URL: 'smtp://mail', MAIL_FROM: 'nobody' })).toThrow(/^MAIL_FROM: must be/)
  expect(() => readConfig({ SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.de' })).toThrow('PUBLIC_URL: must be set')
  expect(() => readConfig({ SMTP_URL: 'smtp://mail', PUBLIC_URL: 'https://e.example' })).toThrow(
    'MAIL_FROM: must be set',
  )
  expect(read({ MAIL_HOUR: '24', SMTP_URL: 'smtp://mail' })).toThrow('MAIL_HOUR')
  expect(read({ SMTP_URL: 'smtps://user:geheim@mail:465' })().mail).toMatchObject({ hour: 7, from: 'a@b.de' })
  expect(read({})().mail).toBeNull()
})

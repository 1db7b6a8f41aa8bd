import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { usualLimits } from '../../server/access/limits.ts'
import { createHttpApp } from '../../server/http/app.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { EntryAuthor } from '../../src/domain/discussion-entry.ts'
import type { Version } from '../../src/domain/version.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { closeCode, syncType, messageType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { authorOf, eachKind, newId, saying } from './gate/talk.ts'
import { frame, openLine, until } from './line.ts'
import { amina, bruno, carla, joinDraft, openBrowser, startDraft, type Browser } from './person.ts'
import { askLine, enterByRequests } from './request-line.ts'
import { askers, routes, type Asker, type Subject } from './rights-rows.ts'

let server: TestServer
let at: string
let draftId: string
let version: Subject['version']
const browsers = new Map<Asker, Browser>()
const authors = new Map<Asker, EntryAuthor>()
const ids = new Map<Asker, string>()

beforeAll(async () => {
  server = await startTestServer()
  const host = await startDraft(server, amina)
  draftId = host.draftId
  at = `/api/drafts/${draftId}`
  browsers.set('owner', host.browser)
  for (const role of ['editor', 'commenter', 'viewer'] as const)
    browsers.set(role, await joinDraft(server, host, { ...bruno, role }))
  const removed = await joinDraft(server, host, { ...bruno, role: 'viewer' })
  const { id } = (await removed.readAccess(host.draftId)).body.me
  await host.browser.ask('DELETE', `${at}/members/${id}`)
  browsers.set('removed', removed)
  ids.set('removed', id)
  await host.browser.ask('PUT', `${at}/settings`, { confirmsWriters: true })
  const { secret } = (await host.browser.invite(host.draftId, { ...carla, role: 'editor' })).body
  const pending = openBrowser(server)
  await pending.redeem(host.draftId, secret, carla.name)
  browsers.set('pending', pending)
  ids.set('pending', (await host.browser.readAccess(host.draftId)).body.pending[0]?.id ?? '')
  browsers.set('stranger', (await startDraft(server, carla)).browser)
  browsers.set('nobody', openBrowser(server))
  for (const asker of everyMember) {
    const { me } = (await browserOf(asker).readAccess(host.draftId)).body
    authors.set(asker, authorOf(me))
    ids.set(asker, me.id)
  }
  for (const asker of writers)
    await host.browser.ask('PUT', `${at}/members/${ids.get(asker)}/signing`, { signing: 'deputy' })
  const state = Buffer.from(Y.encodeStateAsUpdate(new Y.Doc())).toString('base64')
  const kept = { id: newId(), kind: 'named', name: 'Stand', madeAt: 1, state }
  version = (await host.browser.ask<Version>('POST', `${at}/versions`, kept)).body
})
afterAll(() => server.stop())

const browserOf = (asker: Asker): Browser => {
  const browser = browsers.get(asker)
  if (!browser) throw new Error(`nobody is ${asker}`)
  return browser
}

describe.each(routes)('%s %s', (method, path, body, answers) => {
  it.each(askers.map((asker, index) => [asker, answers[index]] as const))('%s: %i', async (asker, status) => {
    const to = path.replace(':draftId', draftId).replace(/:\w+/, 'none')
    const sent = typeof body === 'function' ? body({ draftId, version }) : body
    expect((await browserOf(asker).ask(method, to, sent)).status).toBe(status)
  })
})

it('has a row for every route of the server, and for none that is not there', async () => {
  const store = await openStore(':memory:')
  // Nothing is asked of this one: what would answer need not be there.
  const given = { store, limits: usualLimits, calls: new Map(), appDir: 'none', releasesBefore: [] }
  const app = createHttpApp(given as unknown as Parameters<typeof createHttpApp>[0])
  const served = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  expect(new Set(routes.map(([method, path]) => `${method} ${path}`))).toEqual(new Set(served))
  await store.close()
})

describe('one’s own membership', () => {
  it.each([
    ['owner', 409, 409],
    ['editor', 403, 204],
    ['commenter', 403, 204],
    ['viewer', 403, 204],
  ] as const)('%s: made less %i, left %i', async (role, changed, left) => {
    const host = await startDraft(server, amina)
    const one = role === 'owner' ? host.browser : await joinDraft(server, host, { ...bruno, role })
    const { id } = (await one.readAccess(host.draftId)).body.me
    const self = `/api/drafts/${host.draftId}/members/${id}`
    expect((await one.ask('PATCH', self, { role: 'viewer' })).status).toBe(changed)
    expect((await one.ask('PATCH', self, { role: 'owner' })).status).toBe(role === 'owner' ? 204 : 403)
    expect((await one.readAccess(host.draftId)).body.me.role).toBe(role)
    expect((await one.ask('DELETE', self)).status).toBe(left)
    expect((await one.readAccess(host.draftId)).status).toBe(left === 204 ? 403 : 200)
  })

  it.each(['pending', 'removed'] as const)('%s: neither', async (asker) => {
    const id = ids.get(asker) ?? ''
    expect(id).not.toBe('')
    expect((await browserOf(asker).ask('PATCH', `${at}/members/${id}`, { role: 'owner' })).status).toBe(403)
    expect((await browserOf(asker).ask('DELETE', `${at}/members/${id}`)).status).toBe(403)
  })
})

describe.each(['', '/discussion'])('a line by requests%s', (part) => {
  const placeOf = (asker: Asker) => ({
    server,
    draftId: draftId + part,
    headers: { cookie: browserOf(asker).cookie() },
  })

  it.each(askers)('%s opens one with a ticket of their own, and none with another’s', async (asker) => {
    const mine = await enterByRequests(placeOf(asker))
    expect('line' in mine).toBe(everyMember.includes(asker))
    const { ticket } = (await browserOf('viewer').ask<{ ticket: string }>('POST', `${at}${part}/ticket`)).body
    const foreign = await enterByRequests(placeOf(asker), ticket)
    expect('line' in foreign).toBe(asker === 'viewer')
  })

  it.each(askers)('%s neither writes into the line of another nor hears what is said on it', async (asker) => {
    const opened = await enterByRequests(placeOf(asker === 'owner' ? 'editor' : 'owner'))
    const line = 'line' in opened ? opened.line : ''
    const closed = asker === 'nobody' ? closeCode.signedOut : closeCode.goingAway
    for (const what of ['send', 'receive'] as const) {
      const answer = await askLine(placeOf(asker), what, {
        line,
        bytes: what === 'send' ? Uint8Array.of(1) : new Uint8Array(0),
      })
      expect(answer).toEqual({ line: '', closed, offset: 0, bytes: new Uint8Array(0) })
    }
  })
})

const update = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, 'Ein Satz.\n')
  return Y.encodeStateAsUpdate(doc)
}

const everyMember: readonly Asker[] = ['owner', 'editor', 'commenter', 'viewer']
const writers: readonly Asker[] = ['owner', 'editor']
const speakers: readonly Asker[] = [...writers, 'commenter']

type Bytes = (asker: Asker) => Uint8Array

/** One entry in the asker's own name; for those without one, and for readers, whose it is does not matter. */
const talk =
  (type: 'comment' | 'accepted' | 'poll'): Bytes =>
  (asker) => {
    const by = authors.get(asker) ?? authorOf({ ...carla, id: '' })
    const entry = type === 'poll' ? { type, by, at: 1 } : eachKind(by, newId())[type]
    return saying({ [newId()]: entry }, Math.floor(Math.random() * 0xffff_ffff))
  }

const messages: readonly (readonly [name: string, bytes: Bytes, text: readonly Asker[], talk: readonly Asker[]])[] = [
  ['step 1', () => frame(messageType.sync, syncType.step1, Uint8Array.of(0)), everyMember, everyMember],
  ['a step 2 with content', () => frame(messageType.sync, syncType.step2, update()), writers, []],
  ['an update', () => frame(messageType.sync, syncType.update, update()), writers, []],
  ['a comment', (asker) => frame(messageType.sync, syncType.update, talk('comment')(asker)), [], speakers],
  ['a comment gathered', (asker) => frame(messageType.sync, syncType.step2, talk('comment')(asker)), [], speakers],
  ['a decision', (asker) => frame(messageType.sync, syncType.update, talk('accepted')(asker)), [], writers],
  ['a newer app’s entry', (asker) => frame(messageType.sync, syncType.update, talk('poll')(asker)), [], speakers],
  ['presence', () => frame(messageType.awareness, Uint8Array.of(0)), everyMember, everyMember],
  [
    'a digest',
    () => encodeDigestReport({ answers: 0, stateVector: Uint8Array.of(0), digest: '' }),
    everyMember,
    everyMember,
  ],
  ['a mark', () => frame(messageType.mark, 7), everyMember, everyMember],
]

describe.each(messages)('%s on the socket', (_, bytes, intoText, intoTalk) => {
  it.each(
    askers.flatMap((asker) => [
      [asker, 'text', intoText, ''] as const,
      [asker, 'discussion', intoTalk, '/discussion'] as const,
    ]),
  )('%s into the %s', async (asker, document, mayOnly, part) => {
    const line = await openLine(server, draftId + part, { cookie: browserOf(asker).cookie() })
    line.send(bytes(asker))
    line.mark(9)
    await until('it is answered or closed', () => line.closed !== null || line.stored().includes(9))
    const mayWriteHere = (document === 'text' ? writers : speakers).includes(asker)
    const refusals = mayWriteHere ? [closeCode.unfit, closeCode.notAllowed] : [refusalOf(asker)]
    expect(mayOnly.includes(asker) ? [null] : refusals).toContain(line.closed?.code ?? null)
    expect(line.stored().includes(9)).toBe(mayOnly.includes(asker))
    await line.cut()
  })
})

const refusalOf = (asker: Asker): number => (everyMember.includes(asker) ? closeCode.notAllowed : closeCode.signedOut)

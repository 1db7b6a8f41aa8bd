import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { EntryAuthor } from '../../src/domain/discussion-entry.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { closeCode, syncType, messageType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { authorOf, eachKind, newId, saying } from './gate/talk.ts'
import { frame, openLine, until } from './line.ts'
import { amina, bruno, carla, joinDraft, openBrowser, startDraft, type Browser } from './person.ts'

/** Everyone a request can come from: the four roles, someone who waits, was removed, is a stranger, has no session. */
const askers = ['owner', 'editor', 'commenter', 'viewer', 'pending', 'removed', 'stranger', 'nobody'] as const
type Asker = (typeof askers)[number]

const member = (answer: number) => Array.from({ length: 4 }, () => answer)
const others = [403, 403, 404, 401]

/** What each asker is answered, in the order of `askers`. The target of a change is never there: 404 means allowed. */
const routes: readonly (readonly [method: string, path: string, body: unknown, answers: readonly number[]])[] = [
  ['GET', '', undefined, [...member(200), ...others]],
  ['POST', '/ticket', undefined, [...member(201), ...others]],
  ['POST', '/discussion/ticket', undefined, [...member(201), ...others]],
  ['POST', '/invitations', { ...carla, role: 'viewer' }, [201, 201, 403, 403, ...others]],
  ['DELETE', '/invitations/none', undefined, [404, 404, 403, 403, ...others]],
  ['PATCH', '/members/none', { role: 'viewer' }, [404, 403, 403, 403, ...others]],
  ['DELETE', '/members/none', undefined, [404, 403, 403, 403, ...others]],
  ['POST', '/members/none/confirm', undefined, [404, 403, 403, 403, ...others]],
  ['PUT', '/settings', { confirmsWriters: true }, [204, 403, 403, 403, ...others]],
  ['POST', '/recovery-code', undefined, [201, 403, 403, 403, ...others]],
  ['GET', '/ways-back', undefined, [200, 403, 403, 403, ...others]],
  ['POST', '/passkeys/offer', undefined, [201, 403, 403, 403, ...others]],
  ['POST', '/passkeys', {}, [400, 403, 403, 403, ...others]],
  ['DELETE', '/passkeys/none', undefined, [404, 403, 403, 403, ...others]],
  ['GET', '/versions', undefined, [...member(200), ...others]],
  ['GET', '/versions/none', undefined, [...member(404), ...others]],
  ['POST', '/versions', {}, [400, 400, 403, 403, ...others]],
  ['GET', '/audit', undefined, [200, 403, 403, 403, ...others]],
  ['GET', '/held-back', undefined, [200, 403, 403, 403, ...others]],
  ['POST', '/held-back/none/accept', undefined, [404, 403, 403, 403, ...others]],
  ['DELETE', '/held-back/none', undefined, [404, 403, 403, 403, ...others]],
  ['POST', '/hand-over', Uint8Array.of(0, 0), [403, 403, 403, 403, 403, 403, 404, 401]],
]

let server: TestServer
let at: string
let draftId: string
const browsers = new Map<Asker, Browser>()
const authors = new Map<Asker, EntryAuthor>()

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
  await host.browser.ask('PUT', `${at}/settings`, { confirmsWriters: true })
  const { secret } = (await host.browser.invite(host.draftId, { ...carla, role: 'editor' })).body
  const pending = openBrowser(server)
  await pending.redeem(host.draftId, secret, carla.name)
  browsers.set('pending', pending)
  browsers.set('stranger', (await startDraft(server, carla)).browser)
  browsers.set('nobody', openBrowser(server))
  for (const asker of everyMember) {
    authors.set(asker, authorOf((await browserOf(asker).readAccess(host.draftId)).body.me))
  }
})
afterAll(() => server.stop())

const browserOf = (asker: Asker): Browser => {
  const browser = browsers.get(asker)
  if (!browser) throw new Error(`nobody is ${asker}`)
  return browser
}

describe.each(routes)('%s /api/drafts/:id%s', (method, path, body, answers) => {
  it.each(askers.map((asker, index) => [asker, answers[index]] as const))('%s: %i', async (asker, status) => {
    expect((await browserOf(asker).ask(method, at + path, body)).status).toBe(status)
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

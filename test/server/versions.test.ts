import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pino } from 'pino'
import * as Y from 'yjs'
import { createClockCheck } from '../../server/operations/clock-check.ts'
import { makeDueVersions } from '../../server/record/automatic-versions.ts'
import { createVersions } from '../../server/record/versions.ts'
import { databaseFile } from '../../server/operations/database-file.ts'
import { openStore } from '../../server/store/open-store.ts'
import { readState } from '../../server/sync/version-content.ts'
import { jobs } from '../../server/sync/workshop-jobs.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { textName } from '../../src/document/names.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import { canonicalText, fingerprint } from '../../src/domain/fingerprint.ts'
import { refused } from '../../src/domain/refusal.ts'
import type { Version } from '../../src/domain/version.ts'
import { callNamed, shippedCalls } from '../world/calls.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { manyGaps, manyRoots } from './hostile-updates.ts'
import { openLine, openWriter, until } from './line.ts'
import { filesWith, operate } from './operator.ts'
import { amina, bruno, callId, joinDraft, startDraft, type Browser } from './person.ts'

const call = callNamed(callId)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: true })
})
afterAll(() => server.stop())

const newId = () => randomBytes(16).toString('base64url')
const base64 = (state: Uint8Array) => Buffer.from(state).toString('base64')
const named = (state: Uint8Array, more: object = {}) => ({
  id: newId(),
  kind: 'named',
  name: 'Vor dem Rat',
  madeAt: 1_700_000_000_000,
  state: base64(state),
  ...more,
})
type Host = Awaited<ReturnType<typeof startDraft>>
const at = ({ draftId }: Pick<Host, 'draftId'>) => `/api/drafts/${draftId}/versions`
const make = (browser: Browser, host: Host, body: object) => browser.ask<Version>('POST', at(host), body)

/** A draft with words of Amina in it that are on the server's disk, and her page. */
const writeDraft = async (words: string) => {
  const host = await startDraft(server, amina)
  const writer = openWriter(server, host.draftId, host.browser.cookie())
  await writer.whenSynced()
  const line = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
  const read = () => line.document().getText(textName('ziele')).toJSON()
  writer.write('ziele', words)
  await until('it is stored', () => read() === words)
  const leave = async () => {
    writer.leave()
    await line.cut()
  }
  return { host, writer, read, leave }
}

describe('a version', () => {
  it('is read and fingerprinted by the server, kept once, and shown to everyone who belongs to the draft', async () => {
    const { host, writer, leave } = await writeDraft('Wir öffnen das Haus.\n')
    const reader = await joinDraft(server, host, { ...bruno, role: 'viewer' })
    const application = readApplication(writer.doc, call)
    const body = named(Y.encodeStateAsUpdate(writer.doc), { madeAt: Date.now() + 1e9, name: '  Vor dem Rat ' })

    const made = await make(host.browser, host, body)
    expect(made.status).toBe(201)
    const { me } = (await host.browser.readAccess(host.draftId)).body
    expect(made.body).toMatchObject({ kind: 'named', name: 'Vor dem Rat', by: { ...amina, memberId: me.id } })
    expect(made.body.fingerprint).toBe(fingerprint(application))
    // The device's clock was wrong.
    expect(made.body.madeAt).toBeLessThanOrEqual(Date.now())
    expect((await make(host.browser, host, body)).body).toEqual(made.body)

    const listed = await reader.ask<{ versions: Version[] }>('GET', at(host))
    expect(listed.body.versions).toEqual([made.body])
    const one = await reader.ask<{ state: string; content: string }>('GET', `${at(host)}/${body.id}`)
    expect(one.body.content).toBe(canonicalText(application))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(one.body.state, 'base64'))
    expect(fingerprint(readApplication(doc, call))).toBe(made.body.fingerprint)
    expect((await reader.ask('GET', `${at(host)}/${newId()}`)).status).toBe(404)
    const editor = await joinDraft(server, host, { ...bruno, role: 'editor' })
    expect(await make(editor, host, body)).toMatchObject({ status: 409, body: { refusal: 'already-there' } })
    await leave()
  })

  it('may be older than the draft, with words that were struck out since', async () => {
    const { host, writer, read, leave } = await writeDraft('Erst so. ')
    const early = Y.encodeStateAsUpdate(writer.doc)
    const before = fingerprint(readApplication(writer.doc, call))
    writer.doc.getText(textName('ziele')).delete(0, 'Erst so. '.length)
    writer.write('ziele', 'Dann anders.')
    await until('it is stored', () => read() === 'Dann anders.')
    const made = await make(host.browser, host, named(early))
    expect([made.status, made.body.fingerprint]).toEqual([201, before])
    await leave()
  })

  it('is refused with what the server has not got: words, or that they were struck out', async () => {
    const { host, writer, leave } = await writeDraft('Bekannt.')
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(writer.doc))
    offline.getText(textName('ziele')).insert(0, 'Unbekannt. ')
    const struck = new Y.Doc()
    Y.applyUpdate(struck, Y.encodeStateAsUpdate(writer.doc))
    struck.getText(textName('ziele')).delete(0, 4)
    for (const doc of [offline, struck]) {
      const answer = await make(host.browser, host, named(Y.encodeStateAsUpdate(doc)))
      expect(answer).toMatchObject({ status: 409, body: { refusal: 'incomplete' } })
    }
    expect((await host.browser.ask<{ versions: Version[] }>('GET', at(host))).body.versions).toEqual([])
    await leave()
  })

  it('is refused when it lies about what stands in the draft, or is none', async () => {
    const { host, writer, leave } = await writeDraft('Ja, das wollen wir nicht.')
    const forge = (edit: (doc: Y.Doc) => void): Uint8Array => {
      const doc = new Y.Doc()
      doc.clientID = writer.doc.clientID
      edit(doc)
      return Y.encodeStateAsUpdate(doc)
    }
    const text = (doc: Y.Doc, section = 'ziele') => doc.getText(textName(section))
    const lies = [
      forge((doc) => text(doc).insert(0, 'Ja, das wollen wir gern.')),
      forge((doc) => text(doc, 'lage').insert(0, 'Ja, das wollen wir nicht.')),
      // The same letters under their own ids, in another order.
      forge((doc) => {
        text(doc).insert(0, 'Ja, ')
        text(doc).insert(0, 'das wollen wir nicht.')
      }),
      forge((doc) => doc.getText('anderswo').insert(0, 'Ja')),
      forge((doc) => appendToSection(doc, 'gibt-es-nicht', [])),
      Uint8Array.of(1, 2, 3),
    ]
    const answers = []
    for (const lie of lies) answers.push((await make(host.browser, host, named(lie))).body)
    expect(answers.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => ({ refusal: 'invalid' })))
    expect(answers.at(-1)).toEqual({ refusal: 'invalid' })
    const state = Y.encodeStateAsUpdate(writer.doc)
    for (const more of [
      { id: 'kurz' },
      { name: ' ' },
      { name: 'x'.repeat(81) },
      { kind: 'automatic' },
      { state: '' },
    ]) {
      expect((await make(host.browser, host, named(state, more))).status).toBe(400)
    }
    await leave()
  })

  it('B8, B11: with gaps or names of roots by the thousand is refused before anything is built of it', async () => {
    const { host, writer, leave } = await writeDraft('Ganz.')
    // Whatever Yjs is given to apply makes its document speak.
    const emit = vi.spyOn(Y.Doc.prototype, 'emit')
    const bombs = [manyGaps(30_000), manyRoots(10_000)]
    const judged = bombs.map((state) => readState({ snapshot: null, updates: [] }, state, call))
    expect(emit).not.toHaveBeenCalled()
    emit.mockRestore()
    expect(judged).toEqual([refused('invalid'), refused('invalid')])
    for (const state of bombs) expect((await make(host.browser, host, named(state))).status).toBe(400)
    expect((await make(host.browser, host, named(Y.encodeStateAsUpdate(writer.doc)))).status).toBe(201)
    await leave()
  })

  it('is made by those who write only, and goes no further than its limits', async () => {
    const { host, writer, leave } = await writeDraft('Voll.')
    const reader = await joinDraft(server, host, { ...bruno, role: 'commenter' })
    const state = Y.encodeStateAsUpdate(writer.doc)
    expect((await make(reader, host, named(state))).status).toBe(403)
    expect((await make(host.browser, host, named(new Uint8Array(maxDraftBytes + 1)))).status).toBe(413)
    const statuses = new Set<number>()
    for (let each = 0; each < 61 && !statuses.has(503); each += 1) {
      statuses.add((await make(host.browser, host, named(state, { kind: 'agreement', name: '' }))).status)
    }
    expect([...statuses]).toEqual([201, 503])
    await leave()
  })

  it('loses what it says with the deleted text of the draft, and stays in the list', async () => {
    const secret = `Kanarienvogel-${newId()}`
    const { host, writer, read, leave } = await writeDraft(secret)
    const { body } = await make(host.browser, host, named(Y.encodeStateAsUpdate(writer.doc)))
    writer.doc.getText(textName('ziele')).delete(0, secret.length)
    writer.write('ziele', 'Danach.')
    await until('it is stored', () => read() === 'Danach.')
    expect(filesWith(server.dataDir, secret)).not.toEqual([])
    await operate(server.dataDir, 'erase', 'deleted-text')
    expect(filesWith(server.dataDir, secret)).toEqual([])
    const one = await host.browser.ask<{ version: Version }>('GET', `${at(host)}/${body.id}`)
    expect(one.body).toEqual({ version: { ...body, isErased: true }, state: null, content: null })
    await leave()
  })
})

describe('the server by itself', () => {
  it('keeps a draft that came to rest, again only when it says something else, and thins out old ones', async () => {
    const store = await openStore(databaseFile(server.dataDir))
    const { host, writer, read, leave } = await writeDraft('Am Abend. ')
    const start = Date.now()
    let now = start
    const versions = createVersions(
      store,
      shippedCalls,
      (given) => Promise.resolve(jobs.version(given)),
      createClockCheck(store.maintenance, () => now - start),
      () => undefined,
      () => now,
    )
    const look = () =>
      makeDueVersions(store, (draftId) => versions.makeAutomatic(draftId, newId()), pino({ level: 'silent' }), now)
    const list = () => store.versions.list(host.draftId)
    const dayMs = 86_400_000

    now += 40 * 60_000
    await look()
    expect(await list()).toMatchObject([{ kind: 'automatic', memberId: null, name: '' }])
    now += dayMs
    expect(await look()).toBe(0)
    // Written and struck out again: nothing worth keeping.
    writer.write('ziele', 'Doch nicht.')
    writer.doc.getText(textName('ziele')).delete('Am Abend. '.length, 'Doch nicht.'.length)
    writer.doc.getMap('fields').set('section/ziele/done', true)
    await until('it is stored', async () => (await store.drafts.lastSeq(host.draftId)) >= 4)
    await look()
    expect(await list()).toHaveLength(1)
    for (const words of ['Montag. ', 'Mehr. ', 'Noch mehr. ']) {
      writer.write('ziele', words)
      await until('it is stored', () => read().endsWith(words))
      now += 60_000 * 40
      await look()
    }
    expect(await list()).toHaveLength(4)
    now += 400 * dayMs
    writer.write('ziele', 'Wieder da.')
    await until('it is stored', () => read().endsWith('Wieder da.'))
    await look()
    expect(await list()).toMatchObject([{ madeAt: now }])
    await store.close()
    await leave()
  })
})

import { DatabaseSync } from '@photostructure/sqlite'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { databaseFile } from '../../server/operations/database-file.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { fingerprint, sectionFingerprint } from '../../src/domain/fingerprint.ts'
import type { SignOff } from '../../src/domain/sign-off.ts'
import { freezeOf, type Agreement, type PackageAct } from '../../src/domain/submission.ts'
import type { Version } from '../../src/domain/version.ts'
import { messageType } from '../../src/protocol/messages.ts'
import type { AuditPage } from '../../src/protocol/team-http.ts'
import { callNamed } from '../world/calls.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'
import { messagesOf, openLine, openWriter, until } from './line.ts'
import { filesWith, operate } from './operator.ts'
import { amina, bruno, callId, carla, joinDraft, startDraft, type Browser } from './person.ts'

const call = callNamed(callId)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: true })
})
afterAll(() => server.stop())

const newId = () => randomBytes(16).toString('hex')
const refusedWith = (status: number, refusal: string) => ({ status, body: { refusal } })

/** A draft of Amina with words on the server's disk, with Bruno, who only reads and may agree for the town. */
const withWords = async () => {
  const host = await startDraft(server, amina)
  const owner = host.browser
  const town = await joinDraft(server, host, { ...bruno, role: 'viewer', signing: 'authorised' })
  const at = `/api/drafts/${host.draftId}`
  const writer = openWriter(server, host.draftId, owner.cookie())
  await writer.whenSynced()
  const line = await openLine(server, host.draftId, { cookie: owner.cookie() })
  const write = async (words: string) => {
    writer.write('ziele', words)
    await until('it is stored', () => line.document().getText('text/ziele').toJSON().includes(words.trim()))
  }
  await write('Wir öffnen das Haus.\n')
  return {
    host,
    owner,
    town,
    at,
    line,
    write,
    readNow: () => readApplication(writer.doc, call),
    /** What there is now, as a version that somebody agrees to. */
    makeVersion: async (by: Browser) => {
      const state = Buffer.from(Y.encodeStateAsUpdate(writer.doc)).toString('base64')
      const body = { id: newId(), kind: 'agreement', name: '', madeAt: Date.now(), state }
      const made = await by.ask<Version>('POST', `${at}/versions`, body)
      expect(made.status).toBe(201)
      return made.body
    },
    signOff: (by: Browser, body: object) => by.ask<SignOff>('POST', `${at}/agreement/sign-offs`, body),
    act: (by: Browser, body: object) =>
      by.ask<PackageAct>('POST', `${at}/agreement/package`, { id: newId(), saidAt: 1, ...body }),
    read: async (by: Browser) => (await by.ask<Agreement>('GET', `${at}/agreement`)).body,
    leave: async () => {
      writer.leave()
      await line.cut()
    },
  }
}

const say = ({ id: versionId, fingerprint: mark }: Pick<Version, 'id' | 'fingerprint'>, more: object = {}) => ({
  id: newId(),
  kind: 'agree',
  reason: '',
  versionId,
  sectionId: null,
  fingerprint: mark,
  after: null,
  saidAt: 1,
  ...more,
})

describe('agreeing', () => {
  it('is for one’s own organisation, whatever is sent, and reaches everyone who is there', async () => {
    const { owner, town, line, makeVersion, signOff, read, readNow, leave } = await withWords()
    const version = await makeVersion(town)
    expect(version.fingerprint).toBe(fingerprint(readNow()))
    const changes = () => messagesOf(line, messageType.access).length
    const heard = changes()
    const said = say(version, { organisation: carla.organisation, name: carla.name, signing: 'deputy', at: 1 })
    const done = await signOff(town, said)
    const { name, organisation } = bruno
    expect(done).toMatchObject({ status: 200, body: { name, organisation, signing: 'authorised', kind: 'agree' } })
    expect(done.body.at).toBeGreaterThan(1)
    await until('the others are told', () => changes() > heard)
    expect((await read(owner)).signOffs).toEqual([done.body])
    // The answer was lost on the way.
    expect((await signOff(town, said)).body).toEqual(done.body)
    expect(await signOff(owner, said)).toMatchObject(refusedWith(400, 'invalid'))
    expect(await signOff(town, { ...said, kind: 'decline', reason: 'Doch nicht.' })).toMatchObject(
      refusedWith(400, 'invalid'),
    )
    expect((await read(town)).signOffs).toHaveLength(1)
    await leave()
  })

  it('needs the right, a version the server knows, and its very wording', async () => {
    const { host, owner, town, makeVersion, signOff, read, leave } = await withWords()
    const version = await makeVersion(owner)
    const clerk = await joinDraft(server, host, { ...carla, role: 'editor' })
    expect(await signOff(clerk, say(version))).toMatchObject(refusedWith(403, 'may-not-sign'))
    expect(await signOff(town, say({ ...version, id: newId() }))).toMatchObject(refusedWith(409, 'unknown-version'))
    const other = { ...version, fingerprint: 'f'.repeat(64) }
    expect(await signOff(town, say(other))).toMatchObject(refusedWith(409, 'other-wording'))
    expect(await signOff(town, say(version, { kind: 'reserve' }))).toMatchObject(refusedWith(400, 'invalid'))
    expect(await signOff(town, { nonsense: true })).toMatchObject(refusedWith(400, 'invalid'))
    // A version of another draft is none of this one.
    const elsewhere = await withWords()
    const foreign = await elsewhere.makeVersion(elsewhere.owner)
    expect(await signOff(town, say(foreign))).toMatchObject(refusedWith(409, 'unknown-version'))
    expect((await read(owner)).signOffs).toEqual([])
    await Promise.all([leave(), elsewhere.leave()])
  })

  it('that comes late does not undo what was said since, and ends with the membership', async () => {
    const { host, owner, town, at, makeVersion, signOff, read, leave } = await withWords()
    const version = await makeVersion(owner)
    const deputy = await joinDraft(server, host, { ...bruno, name: 'Berta', role: 'viewer', signing: 'deputy' })
    const yes = await signOff(deputy, say(version))
    expect(yes.body.signing).toBe('deputy')
    const no = await signOff(town, say(version, { kind: 'decline', reason: 'Der Rat tagt noch.', after: yes.body.id }))
    expect(no.status).toBe(200)
    const late = say(version, { after: yes.body.id })
    expect(await signOff(deputy, late)).toMatchObject(refusedWith(409, 'overtaken'))
    expect((await signOff(deputy, { ...late, after: no.body.id })).status).toBe(200)
    const { me } = (await deputy.readAccess(host.draftId)).body
    await owner.ask('DELETE', `${at}/members/${me.id}`)
    expect(await signOff(deputy, say(version))).toMatchObject(refusedWith(403, 'removed'))
    // What was said then stays, with the name of who said it.
    expect((await read(owner)).signOffs.map(({ name, kind }) => [name, kind])).toEqual([
      ['Berta', 'agree'],
      [bruno.name, 'decline'],
      ['Berta', 'agree'],
    ])
    await leave()
  })

  it('goes section by section too', async () => {
    const { town, makeVersion, signOff, readNow, leave } = await withWords()
    const version = await makeVersion(town)
    const marks = readNow().sections.map((section) => [section.id, sectionFingerprint(call, section)] as const)
    const ofTown = (sectionId: string, mark: string) => say({ ...version, fingerprint: mark }, { sectionId })
    for (const [sectionId, mark] of marks) {
      expect(await signOff(town, ofTown(sectionId, mark))).toMatchObject({ status: 200, body: { sectionId } })
    }
    const foreign = marks.find(([sectionId]) => sectionId !== 'ziele')?.[0] ?? ''
    const written = marks.find(([sectionId]) => sectionId === 'ziele')?.[1] ?? ''
    expect(await signOff(town, ofTown(foreign, written))).toMatchObject(refusedWith(409, 'other-wording'))
    await leave()
  })
})

describe('the package', () => {
  it('is frozen and opened by who leads; a receipt names what was frozen', async () => {
    const { host, owner, town, at, makeVersion, act, write, read, leave } = await withWords()
    const version = await makeVersion(owner)
    const versionId = version.id
    const receipt = { kind: 'submit', versionId, where: 'Online-Formular', note: 'AZ 7', submittedAt: 5 }
    expect(await act(owner, receipt)).toMatchObject(refusedWith(409, 'unknown-version'))
    expect(await act(town, { kind: 'freeze', versionId })).toMatchObject(refusedWith(403, 'not-allowed'))
    expect((await act(owner, { kind: 'freeze', versionId })).status).toBe(200)
    const frozen = { versionId, name: amina.name }
    expect((await town.readAccess(host.draftId)).body.package).toMatchObject({ acts: 1, frozen })
    // What comes from people who were offline is kept in the draft; the package stays what it is.
    await write('Später geschrieben.\n')
    const second = await makeVersion(owner)
    expect(second.fingerprint).not.toBe(version.fingerprint)
    expect(freezeOf((await read(town)).acts)?.fingerprint).toBe(version.fingerprint)
    expect(await act(owner, { kind: 'freeze', versionId: second.id })).toMatchObject(refusedWith(409, 'overtaken'))
    expect(await act(town, receipt)).toMatchObject(refusedWith(403, 'not-allowed'))
    expect((await act(owner, receipt)).body).toMatchObject({ where: 'Online-Formular', note: 'AZ 7', submittedAt: 5 })
    expect((await act(owner, { kind: 'reopen', versionId })).status).toBe(200)
    expect((await town.readAccess(host.draftId)).body.package).toEqual({ acts: 3, frozen: null })
    const { entries } = (await owner.ask<AuditPage>('GET', `${at}/audit`)).body
    const told = entries.map(({ event }) => event).filter((event) => event !== 'version-made')
    expect(told.slice(0, 3)).toEqual(['reopened', 'submitted', 'frozen'])
    await leave()
  })
})

it('what was agreed to is not rewritten, comes back with a backup, and goes with an erased draft', async () => {
  const { host, town, makeVersion, signOff, read, leave } = await withWords()
  const reason = `Vorbehalt-${newId()}`
  await signOff(town, say(await makeVersion(town), { kind: 'reserve', reason }))
  await leave()
  const before = await read(town)
  expect(before.signOffs).toMatchObject([{ kind: 'reserve', reason }])
  const database = new DatabaseSync(databaseFile(server.dataDir))
  expect(() => database.exec("update agreement_acts set kind = 'agree'")).toThrow('not rewritten')
  database.close()

  const folder = createTestFolder()
  expect(await operate(server.dataDir, 'backup', folder)).toMatchObject({ code: 0, errors: '' })
  const [backup = ''] = readdirSync(folder)
  expect(await operate(server.dataDir, 'restore', join(folder, backup))).toMatchObject({ code: 0, errors: '' })
  expect(await read(town)).toEqual(before)

  expect(await operate(server.dataDir, 'erase', 'draft', host.draftId)).toMatchObject({ code: 0, errors: '' })
  expect(await operate(server.dataDir, 'erase', 'deleted-text')).toMatchObject({ code: 0, errors: '' })
  expect(filesWith(server.dataDir, reason)).toEqual([])
})

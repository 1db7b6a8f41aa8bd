import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { replacedFile } from '../../server/operations/replaced-databases.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { HeldBackChange } from '../../src/domain/held-back.ts'
import { documentPath } from '../../src/protocol/document-path.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { authorOf, comment, newId } from './gate/talk.ts'
import { openLine, openWriter, until } from './line.ts'
import { filesWith, operate } from './operator.ts'
import { amina, bruno, joinDraft, startDraft, type Browser } from './person.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'

const canary = () => `Kanarienvogel-${randomBytes(12).toString('hex')}`

/** Someone who wrote a secret, deleted it, and goes on writing. */
const writeAndDelete = async (server: TestServer, secret: string) => {
  const host = await startDraft(server, amina)
  const writer = openWriter(server, host.draftId, host.browser.cookie())
  await writer.whenSynced()
  // What others hear is on the disk.
  const line = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
  line.mark(1)
  await until('somebody listens', () => line.stored().includes(1))
  writer.write('ziele', `Davor. ${secret}`)
  writer.doc.getMap('fields').set('place.name', secret)
  await until('it is stored', () => line.document().getText('text/ziele').toJSON().includes(secret))
  writer.doc.getText('text/ziele').delete('Davor. '.length, secret.length)
  writer.doc.getMap('fields').set('place.name', 'Schwerte')
  await until('it is deleted', () => line.document().getMap('fields').get('place.name') === 'Schwerte')
  await line.cut()
  return { ...host, writer }
}

/** What somebody hands over who may no longer write: words, and a secret that they had deleted again. */
const handOverTooLate = async (server: TestServer, host: { browser: Browser; draftId: DraftId }, secret: string) => {
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const { me } = (await guest.readAccess(host.draftId)).body
  const at = `/api/drafts/${host.draftId}`
  await host.browser.ask('PATCH', `${at}/members/${me.id}`, { role: 'viewer' })
  const doc = new Y.Doc({ gc: false })
  doc.getText('text/ausgangslage').insert(0, `Zu spät.${secret}`)
  doc.getText('text/ausgangslage').delete('Zu spät.'.length, secret.length)
  const handed = await guest.ask('POST', `${at}/hand-over`, Y.encodeStateAsUpdate(doc))
  expect(handed.status).toBe(204)
}

describe('erasing', () => {
  it('deleted text leaves no byte of it in database, write-ahead log and log, while people write on', async () => {
    const server = await startTestServer({ asProcess: true, environment: { LOG_LEVEL: 'debug' } })
    const secret = canary()
    const { writer, draftId, browser } = await writeAndDelete(server, secret)
    // Deleting alone leaves it on the disk: the proof can fail.
    expect(filesWith(server.dataDir, secret)).not.toEqual([])

    expect(await operate(server.dataDir, 'erase', 'deleted-text')).toMatchObject({ code: 0, errors: '' })
    expect(filesWith(server.dataDir, secret)).toEqual([])
    expect(server.output()).not.toContain(secret)

    await until('the page is back', () => writer.provider.synced)
    writer.write('ziele', 'Danach.')
    const fresh = openWriter(server, draftId, browser.cookie())
    await until('nothing else is lost', () => fresh.read('ziele') === 'Davor. Danach.')
    expect(filesWith(server.dataDir, secret)).toEqual([])
    writer.leave()
    fresh.leave()
    await server.stop()
    expect(filesWith(server.dataDir, secret)).toEqual([])
  })

  it('finds it without a running server too, in what came too late, and in a database from before a restore', async () => {
    const server = await startTestServer({ asProcess: true })
    const [secret, late] = [canary(), canary()]
    const { writer, draftId, browser } = await writeAndDelete(server, secret)
    await handOverTooLate(server, { browser, draftId }, late)
    writer.leave()
    const folder = createTestFolder()
    await operate(server.dataDir, 'backup', folder)
    const [backup = ''] = readdirSync(folder)
    const replaced = replacedFile(server.dataDir, new Date())
    renameSync(join(folder, backup), replaced)
    await server.kill9()
    for (const each of [secret, late]) expect(filesWith(server.dataDir, each)).toContain(replaced)
    expect(await operate(server.dataDir, 'erase', 'deleted-text')).toMatchObject({ code: 0, errors: '' })
    for (const each of [secret, late]) expect(filesWith(server.dataDir, each)).toEqual([])

    // What was not deleted still waits for its decision.
    await server.restart()
    const held = await browser.ask<{ changes: HeldBackChange[] }>('GET', `/api/drafts/${draftId}/held-back`)
    expect(held.body.changes.map(({ sections }) => sections[0]?.written)).toEqual([['Zu spät.']])
    await operate(server.dataDir, 'erase', 'draft', draftId)
    expect(filesWith(server.dataDir, 'Davor.')).toEqual([])
    writeFileSync(replaced, 'ruined'.repeat(1000))
    const { code, errors } = await operate(server.dataDir, 'erase', 'deleted-text')
    expect([code, errors]).toEqual([1, expect.stringContaining(`${replaced}, kept from before a restore`)])
    await server.stop()
  })

  it('a draft takes its text, people and invitations along, sends its guests away and leaves others alone', async () => {
    const server = await startTestServer({ asProcess: true, environment: { LOG_LEVEL: 'debug' } })
    const [secret, other] = [canary(), await startDraft(server)]
    const host = await startDraft(server, { ...amina, name: secret })
    const guest = await joinDraft(server, host, { ...bruno, organisation: secret, role: 'editor' })
    await host.browser.invite(host.draftId, { ...bruno, name: secret, role: 'viewer' })
    const writer = openWriter(server, host.draftId, guest.cookie())
    await writer.whenSynced()
    writer.write('ziele', secret)
    const talk = openWriter(server, documentPath(discussionOf(host.draftId)), guest.cookie())
    const by = authorOf((await guest.readAccess(host.draftId)).body.me)
    talk.doc.getMap('entries').set(newId(), JSON.stringify(comment(by, secret)))
    await talk.whenSynced()
    const codes: number[] = []
    for (const page of [writer, talk]) page.provider.on('closed', ({ code }) => codes.push(code))
    const bystander = await openLine(server, other.draftId, { cookie: other.browser.cookie() })
    expect(filesWith(server.dataDir, secret)).not.toEqual([])

    expect(await operate(server.dataDir, 'erase', 'draft', host.draftId)).toMatchObject({ code: 0, errors: '' })
    expect(filesWith(server.dataDir, secret)).toEqual([])
    expect(server.output()).not.toContain(secret)
    await until('the guest is told', () => codes.length === 2)
    expect(codes).toEqual([closeCode.absent, closeCode.absent])
    bystander.mark(1)
    await until('the others notice nothing', () => bystander.stored().includes(1))

    // A device that still has the draft cannot register it anew.
    expect((await host.browser.start(amina, host.draftId)).status).toBe(404)
    expect((await guest.readAccess(host.draftId)).status).toBe(404)
    expect(await operate(server.dataDir, 'erase', 'draft', host.draftId)).toMatchObject({ code: 1 })
    for (const page of [writer, talk]) page.leave()
    await server.stop()
  })
})

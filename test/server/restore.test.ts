import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { discussionOf } from '../../src/domain/document-id.ts'
import { documentPath } from '../../src/protocol/document-path.ts'
import type { AuditPage } from '../../src/protocol/team-http.ts'
import { authorOf, comment, newId } from './gate/talk.ts'
import { openWriter, until, type Writer } from './line.ts'
import { filesWith, operate } from './operator.ts'
import { amina, bruno, carla, joinDraft, startDraft } from './person.ts'
import { createTestFolder, startTestServer } from '../world/server.ts'

const onlyBackup = (folder: string): string => {
  const names = readdirSync(folder)
  expect(names).toHaveLength(1)
  return join(folder, names[0] ?? '')
}

const epochs = (dataDir: string): number[] => {
  const database = new DatabaseSync(join(dataDir, 'einvernehmen.sqlite'), { readOnly: true })
  const rows = database.prepare('select number from epochs order by number').all() as { number: number }[]
  database.close()
  return rows.map((row) => row.number)
}

/** Someone who types a word every few milliseconds until told to stop. */
const keepTyping = (writer: Writer, name: string) => {
  const words: string[] = []
  const timer = setInterval(() => {
    const word = `<${name}${words.length}>`
    words.push(word)
    writer.write('ziele', word)
  }, 10)
  return { words, stop: () => clearInterval(timer) }
}

describe('backup and restore while people write', () => {
  it('loses no word anyone typed: devices bring back what the backup lacked', async () => {
    const server = await startTestServer({ asProcess: true })
    const folder = createTestFolder()
    const host = await startDraft(server, amina)
    const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
    const a = openWriter(server, host.draftId, host.browser.cookie())
    const b = openWriter(server, host.draftId, guest.cookie())
    const talk = openWriter(server, documentPath(discussionOf(host.draftId)), guest.cookie())
    await Promise.all([a, b, talk].map((page) => page.whenSynced()))
    const by = authorOf((await guest.readAccess(host.draftId)).body.me)
    const says = (words: string) => talk.doc.getMap('entries').set(newId(), JSON.stringify(comment(by, words)))
    says('Vor der Sicherung.')
    const [typingA, typingB] = [keepTyping(a, 'A'), keepTyping(b, 'B')]
    await until('both have begun', () => b.read('ziele').includes('<A20>') && a.read('ziele').includes('<B20>'))

    expect(await operate(server.dataDir, 'backup', folder)).toMatchObject({ code: 0, errors: '' })
    const backup = onlyBackup(folder)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    says('Nach der Sicherung.')
    const wordsInBackup = typingA.words.length
    await until('both have written on', () => b.read('ziele').includes(`<A${wordsInBackup + 20}>`))
    const deleted = a.read('ziele').slice(0, '<A0>'.length)
    a.doc.getText('text/ziele').delete(0, deleted.length)
    await joinDraft(server, host, { ...carla, role: 'editor' })

    const restored = await operate(server.dataDir, 'restore', backup)
    expect(restored).toMatchObject({ code: 0, errors: '' })
    await until('both are back', () => a.provider.synced && b.provider.synced)
    const lastWord = `<A${typingA.words.length + 20}>`
    await until('both go on', () => b.read('ziele').includes(lastWord))
    typingA.stop()
    typingB.stop()
    await until('all read the same', () => a.read('ziele') === b.read('ziele'))

    const fresh = openWriter(server, host.draftId, guest.cookie())
    await until('the server has all of it', () => fresh.read('ziele') === a.read('ziele'))
    const talkNow = openWriter(server, documentPath(discussionOf(host.draftId)), host.browser.cookie())
    await until('what was said is back too', () => talkNow.doc.getMap('entries').size === 2)
    const text = fresh.read('ziele')
    expect([...typingA.words, ...typingB.words].filter((word) => !text.includes(word))).toEqual([deleted])
    // Whoever came after the backup is unknown again; a new epoch says why.
    expect((await host.browser.readAccess(host.draftId)).body.members.map(({ name }) => name)).not.toContain(carla.name)
    expect(epochs(server.dataDir)).toEqual([1, 2])
    const audit = await host.browser.ask<AuditPage>('GET', `/api/drafts/${host.draftId}/audit`)
    expect(audit.body).toMatchObject({ brokenAt: null })
    expect(audit.body.entries[0]).toMatchObject({ event: 'restored', actorId: null })
    // The database that was replaced is still there, whole.
    const aside = /kept in (\S+),/.exec(restored.output)?.[1] ?? ''
    expect(filesWith(server.dataDir, carla.name)).toEqual([aside])
    for (const writer of [a, b, fresh, talk, talkNow]) writer.leave()
    await server.stop()
  })

  it('works without a server, even when the database is ruined', async () => {
    const server = await startTestServer({ asProcess: true })
    const folder = createTestFolder()
    const { browser, draftId } = await startDraft(server)
    expect(await operate(server.dataDir, 'backup', folder)).toMatchObject({ code: 0 })
    await server.stop()
    writeFileSync(join(server.dataDir, 'einvernehmen.sqlite'), 'ruined'.repeat(10_000))
    expect(await operate(server.dataDir, 'restore', onlyBackup(folder))).toMatchObject({ code: 0, errors: '' })
    await server.restart()
    expect((await browser.readAccess(draftId)).status).toBe(200)
    await server.stop()
  })

  it('does not bring back what was erased since the backup', async () => {
    const server = await startTestServer({ asProcess: true })
    const folder = createTestFolder()
    const [erased, kept] = [await startDraft(server), await startDraft(server)]
    await operate(server.dataDir, 'backup', folder)
    await operate(server.dataDir, 'erase', 'draft', erased.draftId)
    expect(await operate(server.dataDir, 'restore', onlyBackup(folder))).toMatchObject({ code: 0 })
    expect((await erased.browser.readAccess(erased.draftId)).status).toBe(404)
    expect((await kept.browser.readAccess(kept.draftId)).status).toBe(200)
    await server.stop()
  })

  it('keeps backups for as many days as asked, and touches no other file', async () => {
    const server = await startTestServer({ asProcess: true })
    const folder = createTestFolder()
    for (const name of ['einvernehmen-2020-01-01T00-00-00Z.sqlite', 'urlaub.jpg']) writeFileSync(join(folder, name), '')
    expect(await operate(server.dataDir, 'backup', folder, '--keep-days', '7')).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'urlaub.jpg'))).toBe(true)
    rmSync(join(folder, 'urlaub.jpg'))
    expect(onlyBackup(folder)).not.toContain('2020')
    await server.stop()
  })
})

describe('a command that cannot be obeyed', () => {
  let dataDir: string
  beforeAll(async () => {
    const server = await startTestServer()
    await server.stop()
    dataDir = server.dataDir
  })

  it.each([
    [[], 2, /^there is no command ""\nusage: /],
    [['backup'], 2, /^backup: name one folder\nusage: /],
    [['backup', 'x', '--keep-days', '0'], 2, /^--keep-days: must be a number of days/],
    [['backup', 'x', '--forever'], 2, /^Unknown option '--forever'/],
    [['erase', 'everything'], 2, /^erase: say "draft <id>" or "deleted-text"/],
    [['restore', '/no/such/file'], 1, /^\/no\/such\/file cannot be restored: there is no such file\n$/],
    [['restore', 'package.json'], 1, /package\.json cannot be restored: file is not a database\n$/],
    [['erase', 'draft', 'x'], 1, /^there is no draft x\n$/],
    [['backup', '/dev/null/x'], 1, /^ENOTDIR: .*\n$/],
  ])('%j ends with code %i and says why', async (words, code, line) => {
    expect(await operate(dataDir, ...words)).toEqual({
      code,
      output: '',
      errors: expect.stringMatching(line) as string,
    })
  })

  it('because there is no database', async () => {
    const empty = createTestFolder()
    const nothing = { code: 1, errors: `DATA_DIR: there is no database in ${empty}\n` }
    expect(await operate(empty, 'backup', join(empty, 'x'))).toMatchObject(nothing)
    expect(await operate(empty, 'erase', 'deleted-text')).toMatchObject(nothing)
  })
})

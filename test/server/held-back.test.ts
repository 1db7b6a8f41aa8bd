import { DatabaseSync } from '@photostructure/sqlite'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { collectLate } from '../../server/sync/collect-late.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { HeldBackChange } from '../../src/domain/held-back.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'
import { busyMs } from '../world/spoil.ts'
import { manyGaps, manyRoots } from './hostile-updates.ts'
import { openWriter, until } from './line.ts'
import { operate } from './operator.ts'
import { amina, bruno, joinDraft, startDraft, type Browser } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: true })
})
afterAll(() => server.stop())

interface Host {
  browser: Browser
  draftId: DraftId
}

const handOver = (guest: Browser, { draftId }: Host, update: Uint8Array) =>
  guest.ask('POST', `/api/drafts/${draftId}/hand-over`, update)

const listHeldBack = async ({ browser, draftId }: Host) =>
  (await browser.ask<{ changes: HeldBackChange[] }>('GET', `/api/drafts/${draftId}/held-back`)).body.changes

/** Somebody who wrote here and whom the owner then removed. */
const loseWriter = async (host: Host) => {
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const { me } = (await guest.readAccess(host.draftId)).body
  await host.browser.ask('DELETE', `/api/drafts/${host.draftId}/members/${me.id}`)
  return guest
}

const words = (text: string, root = 'text/ziele'): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText(root).insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

/** The second half of what a device wrote: the first is not in it. */
const withoutBeginning = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, 'Anfang. ')
  const before = Y.encodeStateVector(doc)
  doc.getText('text/ziele').insert('Anfang. '.length, text)
  return Y.encodeStateAsUpdate(doc, before)
}

const invalid = { status: 400, body: { refusal: 'invalid' } }

describe('what a removed member hands over', () => {
  it.each([
    ['B8: thirty thousand gaps', manyGaps(30_000)],
    ['B8: one gap', withoutBeginning('Ende.')],
    ['B11: ten thousand names of roots', manyRoots(10_000)],
    ['B15: a place that no draft has', words('x', 'anderswo')],
    ['B1: no update', Uint8Array.of(255, 1)],
  ])('%s is refused, held back nowhere, and the right words may still come', async (_what, update) => {
    const host = await startDraft(server, amina)
    const guest = await loseWriter(host)
    expect(await handOver(guest, host, update)).toMatchObject(invalid)
    expect(await listHeldBack(host)).toEqual([])
    expect((await handOver(guest, host, words('Im Saal geschrieben.'))).status).toBe(204)
    expect(await listHeldBack(host)).toMatchObject([{ sections: [{ written: ['Im Saal geschrieben.'] }] }])
  })

  it('is not kept when the draft has all of it', async () => {
    const host = await startDraft(server, amina)
    const writer = openWriter(server, host.draftId, host.browser.cookie())
    await writer.whenSynced()
    writer.write('ziele', 'Steht schon da.')
    const reader = openWriter(server, host.draftId, host.browser.cookie())
    await until('it is stored', () => reader.read('ziele') !== '')
    const guest = await loseWriter(host)
    expect((await handOver(guest, host, Y.encodeStateAsUpdate(writer.doc))).status).toBe(204)
    expect(await listHeldBack(host)).toEqual([])
    writer.leave()
    reader.leave()
  })

  it('has a limit for all members together', async () => {
    const host = await startDraft(server, amina)
    const statuses: number[] = []
    for (let each = 0; each < 6; each++) {
      const guest = await loseWriter(host)
      statuses.push((await handOver(guest, host, words('x'.repeat(1_000_000)))).status)
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 503])
  })

  it('that an earlier release took, gaps and all, holds nobody up and can be dropped', async () => {
    const host = await startDraft(server, amina)
    expect((await handOver(await loseWriter(host), host, words('Gut.'))).status).toBe(204)
    const database = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'), { timeout: busyMs })
    database.prepare('update held_back set bytes = ? where draft_id = ?').run(manyGaps(30_000), host.draftId)
    database.close()
    const [held] = await listHeldBack(host)
    expect(held).toMatchObject({ sections: [], facts: [] })
    const at = `/api/drafts/${host.draftId}/held-back/${held?.id}`
    expect((await host.browser.ask('POST', `${at}/accept`)).status).toBe(400)
    expect((await host.browser.ask('DELETE', at)).status).toBe(204)
  })

  it('after a restore may build on what is missing: it is kept, and shown when another device has brought that', async () => {
    const ours = await startTestServer({ asProcess: true })
    const host = await startDraft(ours, amina)
    const guest = await joinDraft(ours, host, { ...bruno, role: 'editor' })
    const { me } = (await guest.readAccess(host.draftId)).body
    const writer = openWriter(ours, host.draftId, host.browser.cookie())
    const page = openWriter(ours, host.draftId, guest.cookie())
    await Promise.all([writer.whenSynced(), page.whenSynced()])
    const folder = createTestFolder()
    expect(await operate(ours.dataDir, 'backup', folder)).toMatchObject({ code: 0 })
    writer.write('ziele', 'Nach der Sicherung.')
    await until('both read it', () => page.read('ziele') === 'Nach der Sicherung.')
    for (const each of [writer, page]) each.provider.disconnect()
    const before = Y.encodeStateVector(page.doc)
    page.write('ziele', ' Ohne Netz.')
    await operate(ours.dataDir, 'restore', join(folder, readdirSync(folder)[0] ?? ''))
    await until('it is back', async () => (await host.browser.readAccess(host.draftId)).status === 200)

    await host.browser.ask('DELETE', `/api/drafts/${host.draftId}/members/${me.id}`)
    expect((await handOver(guest, host, Y.encodeStateAsUpdate(page.doc, before))).status).toBe(204)
    expect(await listHeldBack(host)).toMatchObject([{ sections: [], facts: [] }])
    writer.provider.connect()
    await until('it can be shown', async () => (await listHeldBack(host))[0]?.sections.length === 1)
    const [held] = await listHeldBack(host)
    expect(held?.sections).toMatchObject([{ written: ['Ohne Netz.'] }])
    expect((await host.browser.ask('POST', `/api/drafts/${host.draftId}/held-back/${held?.id}/accept`)).status).toBe(
      204,
    )
    await until('it is in the draft', () => writer.read('ziele') === 'Nach der Sicherung. Ohne Netz.')
    for (const each of [writer, page]) each.leave()
    await ours.stop()
  })
})

it('erasing deleted text leaves what the draft would not take as it is, without building it', () => {
  const change = manyGaps(1000)
  expect(collectLate({ snapshot: null, updates: [] }, change)).toBe(change)
})

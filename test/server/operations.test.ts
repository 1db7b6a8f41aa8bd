import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync, statSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createErasure } from '../../server/operations/erasure.ts'
import { tidy } from '../../server/operations/tidying.ts'
import { openStore } from '../../server/store/open-store.ts'
import { closeCode, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, openLine, openWriter, until } from './line.ts'
import { amina, bruno, newDraftId, startDraft } from './person.ts'
import { createTestFolder, startTestServer } from '../world/server.ts'

const dayMs = 86_400_000
const walBytes = (dataDir: string): number => {
  const file = join(dataDir, 'einvernehmen.sqlite-wal')
  return existsSync(file) ? statSync(file).size : 0
}

describe('readiness', () => {
  it('is there, and is gone while nothing can be written', async () => {
    const server = await startTestServer({ asProcess: true })
    const ask = async () => {
      const answer = await fetch(`${server.url}/readyz`)
      return [answer.status, await answer.text()]
    }
    expect(await ask()).toEqual([200, 'ready'])
    const other = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'))
    other.exec('begin immediate')
    await until('it says what is wrong', async () => String(await ask()) === '503,store', 60_000)
    other.exec('rollback')
    other.close()
    await until('it is ready again', async () => (await ask())[0] === 200)
    await server.stop()
  })
})

describe('stopping', () => {
  it('waits for nobody who does not answer, leaves with code 0 and the log written back', async () => {
    const server = await startTestServer({ asProcess: true })
    const { browser, draftId } = await startDraft(server)
    const deaf = await openLine(server, draftId, { cookie: browser.cookie() })
    deaf.pause()
    const halfRequest = connect(server.port, '127.0.0.1', () => halfRequest.write('GET / HTTP/1.1\r\n'))
    halfRequest.on('error', () => {})
    await once(halfRequest, 'connect')
    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.mark(1)
    await until('somebody listens', () => line.stored().includes(1))
    writer.write('ziele', 'Kurz vor Schluss.')
    await until('it is stored', () => line.document().getText('text/ziele').toJSON() !== '')
    expect(walBytes(server.dataDir)).toBeGreaterThan(0)
    await server.stop()
    expect(await line.whenClosed()).toBe(closeCode.goingAway)
    expect(walBytes(server.dataDir)).toBe(0)
    expect(existsSync(join(server.dataDir, 'control.sock'))).toBe(false)
    await server.restart()
    await until('it is all there', () => writer.provider.synced && writer.read('ziele') === 'Kurz vor Schluss.')
    writer.leave()
    await server.stop()
  })

  it('of one server is needed before another may have its data', async () => {
    const first = await startTestServer({ asProcess: true })
    const second = startTestServer({ asProcess: true, dataDir: first.dataDir })
    await expect(second).rejects.toThrow('ended with code 1')
    await first.kill9()
    // What a killed server leaves behind is in nobody's way.
    await first.restart()
    await first.stop()
  })
})

describe('metrics', () => {
  const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    return port
  }

  it('count commits, updates, sockets and refusals on a port of their own, without naming anyone', async () => {
    const port = await freePort()
    const server = await startTestServer({ environment: { METRICS_PORT: String(port) } })
    const { browser, draftId } = await startDraft(server)
    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    writer.write('ziele', 'Gezählt')
    await browser.look(newDraftId(), 'A'.repeat(43))
    const broken = await openLine(server, draftId, { cookie: browser.cookie() })
    broken.send(frame(messageType.sync, syncType.update, Uint8Array.of(9, 9)))
    await broken.whenClosed()
    const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    const value = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    await until('the update is counted', async () => value(await read(), 'einvernehmen_update_bytes_count') >= 1)
    const text = await read()
    expect(value(text, 'einvernehmen_commit_seconds_count')).toBeGreaterThanOrEqual(1)
    expect(value(text, 'einvernehmen_sockets')).toBe(1)
    expect(value(text, 'einvernehmen_wrong_secrets_total')).toBe(1)
    expect(value(text, 'einvernehmen_sockets_ended_total\\{reason="malformed"\\}')).toBe(1)
    expect(value(text, 'einvernehmen_request_seconds_count\\{method="POST",status="410"\\}')).toBe(1)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    for (const name of [draftId, amina.name, '127.0.0.1']) expect(text).not.toContain(name)
    expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain('einvernehmen_')
    writer.leave()
    await server.stop()
  })
})

describe('tidying', () => {
  const openDrafts = async () => {
    const store = await openStore(join(createTestFolder(), 'einvernehmen.sqlite'))
    const nobody = { empty: async () => () => {}, whenIdle: async () => {}, whenTidied: async () => {} }
    const add = async (createdAt: number, writtenAt: number | null) => {
      const draftId = newDraftId()
      const session = { id: draftId, createdAt, seenAt: createdAt, expiresAt: createdAt + 500 * dayMs }
      await store.access.writeSession(session)
      const owner = { ...amina, id: `owner of ${draftId}`, role: 'owner' as const, joinedAt: createdAt }
      await store.access.addDraft({ id: draftId, callId: 'some-call', createdAt }, owner, draftId)
      const author = { memberId: owner.id, sessionId: draftId, claims: [] }
      const update = { draftId, seq: 1, bytes: Uint8Array.of(0, 0), ...author, at: writtenAt ?? 0 }
      if (writtenAt !== null) await store.drafts.append([update])
      return { draftId, owner }
    }
    const tidyAt = (now: number, draftLifeDays: number | null) =>
      tidy(store, createErasure(store, nobody), draftLifeDays, pino({ level: 'silent' }), now)
    return { store, add, tidyAt }
  }

  it('never erases a draft by itself', async () => {
    const { store, add, tidyAt } = await openDrafts()
    const { draftId } = await add(0, 0)
    await tidyAt(10_000 * dayMs, null)
    expect(await store.maintenance.listDrafts()).toEqual([draftId])
    await store.close()
  })

  it('erases drafts in which nothing was written for the set time, and no others', async () => {
    const { store, add, tidyAt } = await openDrafts()
    await add(0, null)
    await add(0, 10 * dayMs)
    const written = await add(0, 350 * dayMs)
    const young = await add(360 * dayMs, null)
    await tidyAt(380 * dayMs, 365)
    expect(await store.maintenance.listDrafts()).toEqual([written.draftId, young.draftId].sort())
    await store.close()
  })

  it('removes sessions and unused invitations that have had their time', async () => {
    const { store, add, tidyAt } = await openDrafts()
    const { draftId, owner } = await add(0, null)
    const invite = (id: string, expiresAt: number) =>
      store.access.addInvitation(draftId, owner.id, { ...bruno, role: 'editor', id, createdAt: 0, expiresAt }, id)
    await invite('over', 14 * dayMs)
    await invite('open', 16 * dayMs)
    await store.access.writeSession({ id: 'over', createdAt: 0, seenAt: 0, expiresAt: 15 * dayMs })
    await tidyAt(15 * dayMs, null)
    expect((await store.access.listInvitations(draftId, 0)).map(({ id }) => id)).toEqual(['open'])
    expect(await store.access.findSession('over')).toBeNull()
    expect(await store.access.findSession(draftId)).not.toBeNull()
    await store.close()
  })
})

import { pino } from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createClockCheck } from '../../server/operations/clock-check.ts'
import { databaseFile } from '../../server/operations/database-file.ts'
import { keepTidy } from '../../server/operations/tidying.ts'
import { openStore } from '../../server/store/open-store.ts'
import { startTestServer } from '../world/server.ts'
import { openWriter, until } from './line.ts'
import { amina, bruno, joinDraft, startDraft } from './person.ts'

afterEach(() => {
  vi.useRealTimers()
})

const dayMs = 86_400_000

it('a server whose clock jumps keeps the order of updates, lets everyone go on and nobody out', async () => {
  const server = await startTestServer()
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const [a, b] = [host.browser, guest].map((each) => openWriter(server, host.draftId, each.cookie()))
  if (!a || !b) throw new Error('two writers are needed')
  await Promise.all([a.whenSynced(), b.whenSynced()])
  const start = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  let expected = ''
  for (const jump of [dayMs, -dayMs, 20 * dayMs, -3650 * dayMs, 0]) {
    vi.setSystemTime(start + jump)
    const [writer, reader] = expected.length % 2 === 0 ? [a, b] : [b, a]
    writer.write('ziele', `${jump} `)
    expected += `${jump} `
    // `until` reads the clock too, so that only what it waits for may end it.
    await until('both read it', () => a.read('ziele') === expected && reader.read('ziele') === expected)
  }
  vi.useRealTimers()
  await server.restart()
  const late = openWriter(server, host.draftId, host.browser.cookie())
  await late.whenSynced()
  expect(late.read('ziele')).toBe(expected)
  for (const writer of [a, b, late]) writer.leave()
  await server.stop()
})

it('a clock that jumps ten years ahead while old things are removed takes nobody’s session and nothing held back', async () => {
  const server = await startTestServer()
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const at = `/api/drafts/${host.draftId}`
  const { me } = (await guest.readAccess(host.draftId)).body
  await host.browser.ask('PATCH', `${at}/members/${me.id}`, { role: 'viewer' })
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, 'Zu spät.')
  expect((await guest.ask('POST', `${at}/hand-over`, Y.encodeStateAsUpdate(doc))).status).toBe(204)

  const store = await openStore(databaseFile(server.dataDir))
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => warnings.push(line) })
  const keep = () =>
    keepTidy(
      store,
      { eraseDraft: async () => false },
      { dataDir: server.dataDir, draftLifeDays: null },
      createClockCheck(store.maintenance),
      log,
    )
  const start = Date.now() + 60_000
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: start })
  const stop = keep()
  await until('it has tidied once', async () => (await store.maintenance.tidiedAt()) === start)
  vi.setSystemTime(start + 3650 * dayMs)
  vi.advanceTimersByTime(3_600_000)
  await until('it has warned', () => warnings.length === 1)
  stop()
  const stopLater = keep()
  await until('a server that starts then warns too', () => warnings.length === 2)
  stopLater()
  vi.useRealTimers()
  expect(warnings.join()).toContain('the clock has jumped ahead')
  expect(await host.browser.readAccess(host.draftId)).toMatchObject({ status: 200, body: { heldBack: 1 } })
  expect((await guest.readAccess(host.draftId)).status).toBe(200)
  await store.close()
  await server.stop()
})

it('a clock that jumps a year ahead and back takes no version of a draft', async () => {
  const start = Date.now()
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: start })
  const server = await startTestServer()
  const host = await startDraft(server, amina)
  const writer = openWriter(server, host.draftId, host.browser.cookie())
  await writer.whenSynced()
  const store = await openStore(databaseFile(server.dataDir))
  const hourMs = dayMs / 24
  const list = () => store.versions.list(host.draftId)
  /** Somebody writes, and when nobody has for a while the server keeps a version. How many there are then. */
  const workAt = async (hours: number, thenAt = start + (hours + 1) * hourMs) => {
    const [{ length }, seq] = [await list(), await store.drafts.lastSeq(host.draftId)]
    vi.setSystemTime(start + hours * hourMs)
    writer.write('ziele', `Nach ${hours} Stunden. `)
    await until('it is stored', async () => (await store.drafts.lastSeq(host.draftId)) > seq)
    vi.setSystemTime(thenAt)
    const look = async () => {
      vi.advanceTimersByTime(60_000)
      return (await list()).length !== length
    }
    // Its minutes are of the clock that is moved here.
    await until('a version was made of it', look, dayMs)
    return (await list()).length
  }
  // Three of one day: when they are a week old, one of them is enough.
  expect(await workAt(1)).toBe(1)
  expect(await workAt(3)).toBe(2)
  expect(await workAt(5)).toBe(3)
  expect(await workAt(7, start + 400 * dayMs)).toBe(4)
  vi.setSystemTime(start + 9 * hourMs)
  const { body } = await host.browser.ask<{ versions: object[] }>('GET', `/api/drafts/${host.draftId}/versions`)
  expect(body.versions).toHaveLength(4)
  vi.useRealTimers()
  writer.leave()
  await store.close()
  await server.stop()
})

it('a clock that jumped is believed when it has gone on for a day, and at once when it is back', async () => {
  const store = await openStore(':memory:')
  let elapsed = 0
  const isTrue = createClockCheck(store.maintenance, () => elapsed)
  const hourMs = dayMs / 24
  const after = (ms: number, jump: number) => {
    elapsed += ms
    return isTrue(elapsed + jump)
  }
  expect(await after(0, 0)).toBe(true)
  expect(await after(hourMs, 3 * dayMs)).toBe(true)
  expect(await after(hourMs, 3650 * dayMs)).toBe(false)
  expect(await after(hourMs, 0)).toBe(true)
  expect(await after(hourMs, 3650 * dayMs)).toBe(false)
  expect(await after(23 * hourMs, 3650 * dayMs)).toBe(false)
  // Starting the server anew makes nothing true.
  expect(await createClockCheck(store.maintenance, () => 0)(3651 * dayMs)).toBe(false)
  expect(await after(hourMs, 3650 * dayMs)).toBe(true)
  expect(await store.maintenance.tidiedAt()).toBe(elapsed + 3650 * dayMs)
  await store.close()
})

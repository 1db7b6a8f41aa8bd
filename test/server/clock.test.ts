import { afterEach, expect, it, vi } from 'vitest'
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

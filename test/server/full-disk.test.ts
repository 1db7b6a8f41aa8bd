import { afterAll, describe, expect, it } from 'vitest'
import { until } from './line.ts'
import { mountSmallDisk } from './small-disk.ts'
import { startDraft } from './person.ts'
import { openPage } from '../sync/page.ts'
import { startTestServer } from '../world/server.ts'

const disk = mountSmallDisk(12)
afterAll(() => disk?.unmount())

// Where nothing may be mounted, the store that fails at every call in failing-store.test.ts stands for the full disk.
describe.runIf(disk !== null)('a disk that is full', () => {
  it('acknowledges nothing, is told to the person by name, and takes up work again when there is space', async () => {
    if (!disk) return
    const server = await startTestServer({ dataDir: disk.folder })
    const { browser, draftId } = await startDraft(server)
    const page = openPage(draftId, server, browser.cookie())
    const reader = openPage(draftId, server, browser.cookie())
    const before = page.writes('Vorher.')
    await until('it is stored', () => page.stored() >= before)
    await until('the reader reads it', () => reader.reads().includes('Vorher.'))

    disk.fill()
    // The log may have some room left in what it already holds.
    let n = before
    const isFull = () => page.sync.state().name === 'server-full'
    await until('the page says it', async () => {
      n = page.writes(`${n} ${'x'.repeat(20_000)}`)
      // No more than the disk holds once it is freed.
      await until('it is stored or refused', () => page.stored() >= n || isFull())
      return isFull()
    })
    const last = page.writes('Während die Platte voll war.')
    const stored = page.stored()
    expect(stored).toBeLessThan(last)
    await until(
      'it has come back and was sent away again',
      () => page.states.filter((each) => each === 'server-full').length > 0,
    )
    expect(page.stored()).toBe(stored)
    expect(reader.reads()).not.toContain('Während')

    disk.free()
    await until('all of it is stored', () => page.stored() >= last, 60_000)
    await until('the reader has it', () => reader.reads() === page.reads(), 60_000)
    await until('all is well', () => page.sync.state().name === 'live')
    page.sync.close()
    reader.sync.close()
    await server.stop()
  })
})

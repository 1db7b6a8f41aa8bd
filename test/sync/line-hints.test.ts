import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDraft } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { openNetwork } from '../world/network.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openPage } from './page.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** As much of a browser as hints come from. */
let screen: EventTarget & { visibilityState: string }
beforeEach(() => {
  screen = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', screen)
  vi.stubGlobal('window', Object.assign(new EventTarget(), { navigator: { onLine: true } }))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const becomesVisible = (): void => {
  screen.visibilityState = 'visible'
  screen.dispatchEvent(new Event('visibilitychange'))
}

describe('a page whose line is down', () => {
  it.each([
    ['the browser says that it is online', () => window.dispatchEvent(new Event('online'))],
    ['somebody looks at it again', becomesVisible],
  ])('tries at once when %s, and does not wait for the next try', async (_when, happens) => {
    const { draftId, browser } = await startDraft(server)
    const network = await openNetwork(() => server.port)
    const page = openPage(draftId, network, browser.cookie())
    await eventually(() => expect(page.sync.state().name).toBe('live'))
    network.cut()
    page.writes('unterwegs')
    await eventually(() => expect(page.sync.state()).toMatchObject({ name: 'connecting', patient: false }))
    const before = page.tries()
    happens()
    expect(page.tries()).toBe(before + 1)
    network.restore()
    happens()
    await eventually(() => expect(page.stored()).toBe(1))
    page.sync.close()
    await network.close()
  })

  it('shown again after a freeze asks at once whether the line lives', async () => {
    const { draftId, browser } = await startDraft(server)
    const network = await openNetwork(() => server.port)
    screen.visibilityState = 'hidden'
    const page = openPage(draftId, network, browser.cookie())
    await eventually(() => expect(page.sync.state().name).toBe('live'))
    network.freeze()
    becomesVisible()
    await eventually(() => expect(page.sync.state()).toMatchObject({ name: 'connecting', patient: false }))
    page.sync.close()
    await network.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxFrameBytes } from '../../src/protocol/messages.ts'
import { startDraft } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { openNetwork } from '../world/network.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openPage, type Page } from './page.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Of two million characters, which are two million bytes. */
const paragraph = 'Wir wollen das Ehrenamt in unserer Stadt staerken, und zwar gemeinsam. '
const chapter = paragraph.repeat(Math.ceil(100_000 / paragraph.length))

const percents = (page: Page) => {
  const seen: number[] = []
  page.sync.onState(() => {
    const state = page.sync.state()
    if (state.name === 'live' && state.percent !== undefined) seen.push(state.percent)
  })
  return seen
}

describe('two megabytes written offline', () => {
  it.each(['allowed', 'refused'] as const)('arrive in parts, with progress, where sockets are %s', async (sockets) => {
    const { draftId, browser } = await startDraft(server)
    const network = await openNetwork(() => server.port)
    network.sockets(sockets)
    network.cut()
    const page = openPage(draftId, network, browser.cookie())
    const seen = percents(page)
    let last = 0
    for (let n = 0; n < 20; n++) last = page.writes(chapter)
    expect(page.reads().length).toBeGreaterThan(2 * maxFrameBytes * 0.9)
    network.restore()
    await eventually(() => expect(page.stored()).toBe(last))
    expect(page.sync.state()).toEqual({ name: 'live' })
    expect(seen.length).toBeGreaterThan(5)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    const reader = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(reader.reads()).toBe(page.reads()))
    for (const each of [page, reader]) each.sync.close()
    await network.close()
  })

  it('go on where they were when the line breaks in the middle, with what was written since behind them', async () => {
    const { draftId, browser } = await startDraft(server)
    const network = await openNetwork(() => server.port)
    network.cut()
    const page = openPage(draftId, network, browser.cookie())
    const seen = percents(page)
    for (let n = 0; n < 20; n++) page.writes(chapter)
    network.restore()
    await eventually(() => expect(seen.some((percent) => percent > 0)).toBe(true))
    network.cut()
    const last = page.writes('Und noch ein Satz.')
    expect(page.stored()).toBe(0)
    const before = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(before.sync.state().name).toBe('live'))
    const arrived = before.reads().length
    expect(arrived).toBeGreaterThan(0)
    expect(arrived).toBeLessThan(page.reads().length)
    before.sync.close()
    network.restore()
    await eventually(() => expect(page.stored()).toBe(last))
    const reader = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(reader.reads()).toBe(page.reads()))
    for (const each of [page, reader]) each.sync.close()
    await network.close()
  })

  it('go out in parts too when they are pasted at one go on an open line', async () => {
    const { draftId, browser } = await startDraft(server)
    const page = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(page.sync.state().name).toBe('live'))
    const pasted = page.writes(chapter.repeat(20))
    const last = page.writes('Danach getippt.')
    await eventually(() => expect(page.stored()).toBe(last))
    expect(pasted).toBeLessThan(last)
    const reader = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(reader.reads()).toBe(page.reads()))
    for (const each of [page, reader]) each.sync.close()
  })
})

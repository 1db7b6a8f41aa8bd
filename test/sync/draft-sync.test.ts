import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '../../src/domain/refusal.ts'
import { amina, bruno, newDraftId, openBrowser, type Browser } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { openNetwork } from '../world/network.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openPage } from './page.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const startedDraft = async (): Promise<{ draftId: ReturnType<typeof newDraftId>; browser: Browser }> => {
  const browser = openBrowser(server)
  const draftId = newDraftId()
  await browser.start(amina, draftId)
  return { draftId, browser }
}

describe('a draft’s line to the server', () => {
  it('is live after the first exchange, and changes are acknowledged', async () => {
    const { draftId, browser } = await startedDraft()
    const page = openPage(draftId, server, browser.cookie())
    const number = page.writes('noch vor der Verbindung')
    expect(page.sync.state()).toEqual({ name: 'connecting', patient: true, wasLive: false })
    await eventually(() => expect(page.stored()).toBe(number))
    expect(page.sync.state()).toEqual({ name: 'live' })
    expect(page.writes('und danach')).toBe(2)
    await eventually(() => expect(page.stored()).toBe(2))
    page.sync.close()
  })

  it('asks again for what was not acknowledged when the line broke', async () => {
    const { draftId, browser } = await startedDraft()
    const network = await openNetwork(() => server.port)
    const page = openPage(draftId, network, browser.cookie())
    await eventually(() => expect(page.sync.state().name).toBe('live'))
    network.cut()
    page.writes('im Tunnel')
    await eventually(() => expect(page.sync.state()).toMatchObject({ name: 'connecting', wasLive: true }))
    await eventually(() => expect(page.sync.state()).toMatchObject({ patient: false }))
    network.restore()
    await eventually(() => expect(page.stored()).toBe(1))
    const other = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(other.reads()).toBe('im Tunnel'))
    page.sync.close()
    other.sync.close()
    await network.close()
  })

  it('notices a line that swallows everything, whether something waits or not', async () => {
    const { draftId, browser } = await startedDraft()
    const network = await openNetwork(() => server.port)
    const [writing, silent] = [
      openPage(draftId, network, browser.cookie()),
      openPage(draftId, network, browser.cookie()),
    ]
    await eventually(() => expect([writing, silent].map(({ sync }) => sync.state().name)).toEqual(['live', 'live']))
    network.freeze()
    writing.writes('ins Leere')
    await eventually(() => {
      for (const page of [writing, silent])
        expect(page.sync.state()).toMatchObject({ name: 'connecting', patient: false })
    })
    network.restore()
    await eventually(() => expect(writing.stored()).toBe(1))
    await eventually(() => expect(silent.reads()).toBe('ins Leere'))
    for (const page of [writing, silent]) page.sync.close()
    await network.close()
  })

  it('replaces a frozen line by itself, whether something waits or not', async () => {
    const { draftId, browser } = await startedDraft()
    const network = await openNetwork(() => server.port)
    const [writing, silent] = [
      openPage(draftId, network, browser.cookie()),
      openPage(draftId, network, browser.cookie()),
    ]
    await eventually(() => expect([writing, silent].map(({ sync }) => sync.state().name)).toEqual(['live', 'live']))
    network.freeze('open lines')
    writing.writes('trotzdem')
    await eventually(() => expect(writing.stored()).toBe(1))
    await eventually(() => expect(silent.reads()).toBe('trotzdem'))
    for (const page of [writing, silent]) page.sync.close()
    await network.close()
  })

  it('survives a restart of the server', async () => {
    const { draftId, browser } = await startedDraft()
    const page = openPage(draftId, server, browser.cookie())
    page.writes('vorher')
    await eventually(() => expect(page.stored()).toBe(1))
    await server.restart()
    page.writes('nachher')
    await eventually(() => expect(page.stored()).toBe(2))
    page.sync.close()
  })

  it('says why the server does not want it', async () => {
    const { draftId, browser } = await startedDraft()
    const stranger = openBrowser(server)
    await stranger.start(bruno)
    const signedOut = openPage(draftId, server, '')
    const notTheirs = openPage(draftId, server, stranger.cookie())
    const unknown = openPage(newDraftId(), server, browser.cookie())
    await eventually(() => {
      expect(signedOut.sync.state()).toEqual({ name: 'refused', refusal: 'signed-out' })
      expect(notTheirs.sync.state()).toEqual({ name: 'refused', refusal: 'absent' })
      expect(unknown.sync.state()).toEqual({ name: 'refused', refusal: 'absent' })
    })
    for (const page of [signedOut, notTheirs, unknown]) page.sync.close()
  })

  it('lets a draft in before the first socket, and tries again while out of reach', async () => {
    const browser = openBrowser(server)
    await browser.start(amina)
    const draftId = newDraftId()
    let tries = 0
    const page = openPage(draftId, server, browser.cookie(), {
      enter: async () => {
        tries += 1
        if (tries === 1) return refused('unreachable')
        const answer = await browser.start(amina, draftId)
        return { ok: true, value: answer.body }
      },
    })
    page.writes('unterwegs begonnen')
    await eventually(() => expect(page.stored()).toBe(1))
    expect(tries).toBe(2)
    page.sync.close()
  })

  it('gives up entering when the server says no', async () => {
    const page = openPage(newDraftId(), server, '', { enter: async () => refused('invalid') })
    await eventually(() => expect(page.sync.state()).toEqual({ name: 'refused', refusal: 'invalid' }))
    page.sync.close()
  })

  it('shows the others again after a broken line', async () => {
    const { draftId, browser } = await startedDraft()
    const network = await openNetwork(() => server.port)
    const here = openPage(draftId, server, browser.cookie())
    const there = openPage(draftId, network, browser.cookie())
    there.sync.awareness.setLocalState({ person: amina, place: null })
    const isSeen = () => here.sync.awareness.getStates().get(there.doc.clientID)?.['person'] !== undefined
    await eventually(() => expect(isSeen()).toBe(true))
    network.cut()
    await eventually(() => expect(isSeen()).toBe(false))
    network.restore()
    await eventually(() => expect(isSeen()).toBe(true))
    there.sync.close()
    await eventually(() => expect(isSeen()).toBe(false))
    here.sync.close()
    await network.close()
  })
})

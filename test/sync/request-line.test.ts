import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineChoiceFor } from '../../src/sync/line-choice.ts'
import { amina, bruno, joinDraft, openBrowser, startDraft } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { openNetwork } from '../world/network.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openPage } from './page.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const goesByRequests = ({ url }: { url: string }) => lineChoiceFor(new URL(url).host).usesRequests

const twoPeople = async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  return { ...host, guest, office: await openNetwork(() => server.port) }
}

describe('a page behind a proxy that lets no sockets through', () => {
  it.each(['refused', 'swallowed'] as const)('writes with others by requests where they are %s', async (treatment) => {
    const { draftId, browser, guest, office } = await twoPeople()
    office.sockets(treatment)
    const there = openPage(draftId, office, guest.cookie())
    const here = openPage(draftId, server, browser.cookie())
    there.writes('Aus dem Rathaus.')
    here.writes('Vom Küchentisch.')
    await eventually(() => expect([there.stored(), here.stored()]).toEqual([1, 1]))
    expect(goesByRequests(office)).toBe(true)
    expect(goesByRequests(server)).toBe(false)
    await eventually(() => expect(there.reads()).toContain('Küchentisch'))
    await eventually(() => expect(here.reads()).toBe(there.reads()))
    expect(there.sync.state()).toEqual({ name: 'live' })

    // Presence too, and the end of it.
    there.sync.awareness.setLocalState({ place: null })
    const isSeen = () => here.sync.awareness.getStates().has(there.doc.clientID)
    await eventually(() => expect(isSeen()).toBe(true))
    there.sync.close()
    await eventually(() => expect(isSeen()).toBe(false))
    here.sync.close()
    await office.close()
  })

  it('finds its way back after a cut, a freeze and a restart, with nothing lost or doubled', async () => {
    const { draftId, browser, guest, office } = await twoPeople()
    office.sockets('refused')
    const there = openPage(draftId, office, guest.cookie())
    await eventually(() => expect(there.sync.state().name).toBe('live'))
    const written: string[] = []
    const writes = (words: string) => {
      written.push(words)
      there.writes(words)
    }
    office.cut()
    writes('Im Tunnel.')
    office.restore()
    await eventually(() => expect(there.stored()).toBe(1))
    office.freeze()
    writes('Ins Leere.')
    await eventually(() => expect(there.sync.state().name).toBe('connecting'))
    office.restore()
    await eventually(() => expect(there.stored()).toBe(2))
    await server.restart()
    writes('Danach.')
    await eventually(() => expect(there.stored()).toBe(3))
    const here = openPage(draftId, server, browser.cookie())
    await eventually(() => expect(here.reads().split('\n')).toEqual(written))
    for (const page of [there, here]) page.sync.close()
    await office.close()
  })

  it('hears that its role or its session has ended', async () => {
    const { draftId, browser, guest, office } = await twoPeople()
    office.sockets('refused')
    const { me } = (await guest.readAccess(draftId)).body
    const there = openPage(draftId, office, guest.cookie())
    await eventually(() => expect(there.sync.state().name).toBe('live'))
    await browser.ask('DELETE', `/api/drafts/${draftId}/members/${me.id}`)
    await eventually(() => expect(there.sync.state()).toEqual({ name: 'refused', refusal: 'not-allowed' }))
    const own = openPage(draftId, office, browser.cookie())
    await eventually(() => expect(own.sync.state().name).toBe('live'))
    const device = openBrowser(server)
    device.forgetCookies()
    const { sessions } = (await browser.ask<{ sessions: { publicId: string }[] }>('GET', '/api/sessions')).body
    await browser.ask('DELETE', `/api/sessions/${sessions[0]?.publicId}`)
    await eventually(() => expect(own.sync.state()).toEqual({ name: 'refused', refusal: 'signed-out' }))
    for (const page of [there, own]) page.sync.close()
    await office.close()
  })

  it('goes by socket again when one gets through', async () => {
    const { draftId, guest, office } = await twoPeople()
    office.sockets('refused')
    const there = openPage(draftId, office, guest.cookie(), { tryAgainMs: 200 })
    await eventually(() => expect(there.sync.state().name).toBe('live'))
    expect(goesByRequests(office)).toBe(true)
    office.sockets('allowed')
    await eventually(() => expect(goesByRequests(office)).toBe(false))
    there.writes('Wieder zu Hause.')
    await eventually(() => expect(there.stored()).toBe(1))
    expect(goesByRequests(office)).toBe(false)
    there.sync.close()
    await office.close()
  })
})

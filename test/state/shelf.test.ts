import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShelfEntry } from '../../src/state/shelf-view.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { callId, must, Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const shelfOf = ({ app }: Participant) => app.shelf.view.getState()
const onShelf = (participant: Participant): ShelfEntry | undefined => shelfOf(participant).drafts[0]

describe('the shelf', () => {
  it('has the server’s calls, and still has them without it', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    expect(shelfOf(aminaHere).loading).toBe(true)
    await aminaHere.app.shelf.refresh()
    expect(shelfOf(aminaHere)).toMatchObject({ loading: false, reachable: true, drafts: [], deviceKeeps: true })
    const calls = shelfOf(aminaHere).calls.map(({ id }) => id)
    expect(calls).toEqual(['engagierte-stadt-2023', 'engagiertes-land-2023'])
    aminaHere.network.cut()
    await aminaHere.restarts()
    await aminaHere.app.shelf.refresh()
    expect(shelfOf(aminaHere)).toMatchObject({ loading: false, reachable: false })
    expect(shelfOf(aminaHere).calls.map(({ id }) => id)).toEqual(calls)
    await aminaHere.leaves()
  })

  it('refuses to start where no call is known', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    aminaHere.network.cut()
    const started = await aminaHere.app.shelf.start({ callId, title: 'Marburg', person: amina })
    expect(started).toEqual({ ok: false, refusal: 'unreachable' })
    aminaHere.network.restore()
    const unknown = await aminaHere.app.shelf.start({ callId: 'no-such-call', title: 'Marburg', person: amina })
    expect(unknown).toEqual({ ok: false, refusal: 'invalid' })
    await aminaHere.leaves()
  })

  it('shows a draft begun without a network, and delivers it in the background when there is one', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    await aminaHere.app.shelf.refresh()
    aminaHere.network.cut()
    const draftId = await aminaHere.starts('Marburg')
    await aminaHere.restarts()
    await aminaHere.app.shelf.refresh()
    expect(onShelf(aminaHere)).toMatchObject({
      draftId,
      title: 'Marburg',
      partners: [{ name: amina.organisation, sector: 'civil', lead: true }],
      me: amina,
      status: { name: 'offline', waiting: 1 },
    })
    expect(onShelf(aminaHere)?.call?.id).toBe(callId)
    aminaHere.network.restore()
    await aminaHere.app.shelf.refresh()
    await eventually(() => expect(onShelf(aminaHere)?.status.name).toBe('live'))
    expect((await aminaHere.jar.myDrafts()).body.drafts).toMatchObject([{ draftId, title: 'Marburg' }])
    await aminaHere.leaves()
  })

  it('delivers several drafts, one after another', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    await aminaHere.app.shelf.refresh()
    aminaHere.network.cut()
    for (const title of ['Marburg', 'Gießen', 'Fulda']) await aminaHere.starts(title)
    await aminaHere.restarts()
    aminaHere.network.restore()
    await aminaHere.app.shelf.refresh()
    await eventually(() => {
      expect(shelfOf(aminaHere).drafts.map(({ status }) => status.name)).toEqual(['live', 'live', 'live'])
    })
    const { drafts } = (await aminaHere.jar.myDrafts()).body
    expect(drafts.map(({ title }) => title).sort()).toEqual(['Fulda', 'Gießen', 'Marburg'])
    await aminaHere.leaves()
  })

  it('says without a network what was said in a draft and not seen here', async () => {
    const [aminaHere, brunoHere] = [await Participant.arrives(amina, server), await Participant.arrives(bruno, server)]
    const draftId = await aminaHere.starts('Marburg')
    const aminas = await aminaHere.opens(draftId)
    await eventually(() => expect(aminas.view.getState().status.name).toBe('live'))
    await aminaHere.bringsIn(brunoHere, aminas)
    const brunos = await brunoHere.opens(draftId)
    const talk = await aminas.talk()
    for (const words of ['Eins', 'Zwei', 'Drei'])
      must((await brunos.talk()).add({ type: 'comment', subject: { on: 'draft' }, words, mentions: [] }))
    await eventually(() => expect(talk.view.getState().unread).toBe(3))
    talk.see(
      talk.view
        .getState()
        .threads.slice(0, 1)
        .map(({ thread }) => thread.id),
    )
    await aminas.close()
    aminaHere.network.cut()
    await aminaHere.restarts()
    await aminaHere.app.shelf.refresh()
    expect(onShelf(aminaHere)?.unread).toBe(2)
    await brunos.close()
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('lists the drafts of the session that were never on this device', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    await aminaHere.jar.start(amina)
    await aminaHere.app.shelf.refresh()
    expect(onShelf(aminaHere)).toMatchObject({ title: '', me: { name: 'Amina Yıldız' }, status: { name: 'live' } })
    expect(onShelf(aminaHere)?.call?.id).toBe(callId)
    await aminaHere.leaves()
  })

  it('says which drafts the server no longer takes', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = must(await aminaHere.app.openDraft(await aminaHere.starts('Marburg')))
    await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
    await draft.close()
    aminaHere.jar.forgetCookies()
    await aminaHere.restarts()
    await aminaHere.app.shelf.refresh()
    expect(onShelf(aminaHere)?.status).toEqual({ name: 'signed-out', waiting: 0 })
    await aminaHere.jar.start(bruno)
    await aminaHere.app.shelf.refresh()
    const entry = shelfOf(aminaHere).drafts.find(({ title }) => title === 'Marburg')
    expect(entry?.status).toEqual({ name: 'refused', refusal: 'absent', waiting: 0 })
    await aminaHere.leaves()
  })

  it('starts an example with everything in it, in the order it is told', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const line = (text: string) => ({ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] })
    const draftId = must(
      await aminaHere.app.shelf.startExample(
        {
          callId,
          facts: [['place.name', 'Lindenau']],
          partners: ['Agentur', 'Stadt', 'Kammer', 'Hochschule'].map((name, index) => ({
            name,
            sector: 'civil',
            lead: index === 1,
          })),
          sections: [
            { id: 'ziele', lines: [line('Ein Ziel.'), line('Noch eins.')], done: true },
            { id: 'no-such-section', lines: [line('nirgends')], done: false },
          ],
        },
        amina,
      ),
    )
    const { view } = must(await aminaHere.app.openDraft(draftId))
    const { title, partners, sections } = view.getState()
    expect(title).toBe('Lindenau')
    expect(partners.map(({ name }) => name)).toEqual(['Stadt', 'Agentur', 'Kammer', 'Hochschule'])
    expect(sections.find(({ section }) => section.id === 'ziele')).toMatchObject({ count: 20, progress: 'done' })
    await aminaHere.leaves()
  })
})

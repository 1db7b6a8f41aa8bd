import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { readSectionText } from '../../src/document/read-expression.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { socketUrlOf } from '../../src/sync/draft-sync.ts'
import { openSharedLine } from '../../src/sync/shared-line.ts'
import { openTabChannel } from '../../src/sync/tab-channel.ts'
import { openNetwork, type Network } from '../world/network.ts'
import { eventually } from '../world/eventually.ts'
import { TestLocks } from '../world/locks.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { amina, newDraftId, openBrowser as openJar } from '../server/person.ts'
import { fetchTicket } from '../server/ticket.ts'
import { openPage, socketWith } from './page.ts'

let server: TestServer
let draftId: DraftId
let cookie: string
let network: Network
beforeAll(async () => {
  server = await startTestServer()
  const jar = openJar(server)
  draftId = newDraftId()
  await jar.start(amina, draftId)
  cookie = jar.cookie()
  network = await openNetwork(() => server.port)
})
afterAll(async () => {
  await network.close()
  await server.stop()
})

/** One browser: its locks, its channels, and how many sockets it opened. */
const openBrowser = () => {
  const locks = new TestLocks()
  const browser = crypto.randomUUID()
  const sockets: WebSocket[] = []
  const Socket = class extends socketWith(() => cookie, network.url) {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      sockets.push(this)
    }
  }
  const openTab = () => {
    const doc = createDraftDocument()
    const awareness = new Awareness(doc)
    awareness.setLocalState(null)
    const sync = openSharedLine({
      name: browser,
      openTabs: () => openTabChannel(browser, doc),
      locks,
      documentId: draftId,
      doc,
      awareness,
      socketUrl: socketUrlOf(network.url),
      socket: Socket,
      ticket: () => fetchTicket(network, draftId, cookie),
    })
    let stored = 0
    sync.onStored((seq) => (stored = Math.max(stored, seq)))
    sync.connect()
    return {
      sync,
      awareness,
      /** The number is any that grows, as the outbox has them: each tab has its own. */
      writes: (text: string, seq: number) => {
        appendToSection(doc, 'ziele', [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }])
        queueMicrotask(() => sync.mark(seq))
      },
      reads: () => readSectionText(doc, 'ziele'),
      stored: () => stored,
      isLive: () => eventually(() => expect(sync.state().name).toBe('live')),
    }
  }
  return { openTab, locks, browser, openSockets: () => sockets.filter(({ readyState }) => readyState === 1).length }
}

describe('the tabs of one browser', () => {
  it('share one line, and each is told what the server has of its own', async () => {
    const { openTab, openSockets } = openBrowser()
    const [first, second] = [openTab(), openTab()]
    await first.isLive()
    await second.isLive()
    expect(openSockets()).toBe(1)

    second.writes('Im zweiten Fenster.', 20)
    // A number below one that is acknowledged already says nothing about what this tab wrote.
    first.writes('Im ersten.', 500)
    await eventually(() => expect(first.stored()).toBe(500))
    await eventually(() => expect(second.stored()).toBe(20))
    second.writes('Noch etwas.', 30)
    await eventually(() => expect(second.stored()).toBe(30))

    const bruno = openPage(draftId, server, cookie)
    await eventually(() => expect(bruno.reads()).toContain('Noch etwas.'))
    bruno.writes('Von nebenan.')
    await eventually(() => {
      for (const tab of [first, second]) expect(tab.reads()).toContain('Von nebenan.')
    })
    for (const { sync } of [first, second, bruno]) sync.close()
  })

  it('hand the line over without losing what was typed when its tab closed', async () => {
    const { openTab, openSockets } = openBrowser()
    const [first, second, third] = [openTab(), openTab(), openTab()]
    for (const tab of [first, second, third]) await tab.isLive()
    network.cut()
    await eventually(() => expect(second.sync.state().name).not.toBe('live'))
    first.writes('Wer führte, schrieb zuletzt.', 5)
    second.writes('Wer folgte, auch.', 7)
    await eventually(() => expect(second.reads()).toContain('Wer führte'))
    first.sync.close()
    third.writes('Und noch einer.', 3)
    network.restore()

    await eventually(() => expect(second.stored()).toBe(7))
    await eventually(() => expect(third.stored()).toBe(3))
    expect(openSockets()).toBe(1)
    const bruno = openPage(draftId, server, cookie)
    await eventually(() => {
      for (const words of ['Wer führte', 'Wer folgte', 'Und noch einer']) expect(bruno.reads()).toContain(words)
    })
    for (const { sync } of [second, third, bruno]) sync.close()
  })

  it('show the others one presence, where the person is now, and everyone sees who else is there', async () => {
    const { openTab } = openBrowser()
    const [first, second] = [openTab(), openTab()]
    await first.isLive()
    await second.isLive()
    const bruno = openPage(draftId, server, cookie)
    const seenByBruno = () =>
      [...bruno.sync.awareness.getStates()].flatMap(([id, state]) =>
        id === bruno.doc.clientID ? [] : [state['place']],
      )
    bruno.sync.awareness.setLocalState({ place: { sectionId: 'ausgangslage' } })
    first.awareness.setLocalState({ place: { sectionId: 'ziele' } })
    await eventually(() => expect(seenByBruno()).toEqual([{ sectionId: 'ziele' }]))
    second.awareness.setLocalState({ place: { sectionId: 'zeitplan' } })
    await eventually(() => expect(seenByBruno()).toEqual([{ sectionId: 'zeitplan' }]))
    second.awareness.setLocalState(null)
    await eventually(() => expect(seenByBruno()).toEqual([{ sectionId: 'ziele' }]))
    const third = openTab()
    await eventually(() => {
      for (const tab of [first, second, third]) {
        const places = Array.from(tab.awareness.getStates().values(), (state) => JSON.stringify(state['place']))
        expect(places).toContain('{"sectionId":"ausgangslage"}')
      }
    })
    for (const { sync } of [first, second, third, bruno]) sync.close()
  })

  it('take the lead from one that is asleep, which follows when it wakes', async () => {
    const { openTab, locks, openSockets, browser } = openBrowser()
    // A page whose script does not run, but which has its lock.
    const asleep = locks.request(`line:${browser}`, () => new Promise(() => undefined))
    const tab = openTab()
    tab.writes('Trotzdem übertragen.', 4)
    await expect(asleep).rejects.toThrow('stolen')
    await eventually(() => expect(tab.stored()).toBe(4))
    expect(openSockets()).toBe(1)
    tab.sync.close()
  })

  it('go on when the tab that took over has gone again', async () => {
    const { openTab, locks, openSockets, browser } = openBrowser()
    const first = openTab()
    await first.isLive()
    const second = openTab()
    await second.isLive()
    let end = (): void => undefined
    const taken = locks.request(
      `line:${browser}`,
      { steal: true },
      () => new Promise<void>((resolve) => (end = resolve)),
    )
    await eventually(() => expect(openSockets()).toBe(0))
    end()
    await taken
    await second.isLive()
    await first.isLive()
    await eventually(() => expect(openSockets()).toBe(1))
    first.writes('Nach dem Schlaf.', 9)
    await eventually(() => expect(first.stored()).toBe(9))
    for (const { sync } of [first, second]) sync.close()
  })
})

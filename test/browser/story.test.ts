import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { callNamed } from '../world/calls.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { notesStatus, statusesOf } from '../world/spoil-device.ts'

/** The main story: two people, nine sections, one loses the network, the server dies, nobody loses a word. */
describe('Amina and Bruno write one expression of interest', () => {
  const sections = callNamed('engagierte-stadt-2023').sections
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  const everyoneReadsTheSame = () =>
    eventually(async () => expect(await bruno.readsEverything()).toBe(await amina.readsEverything()))

  it('Amina starts a draft and invites Bruno by a personal link', async () => {
    await amina.startsDraft('Lauterbrück')
    await amina.bringsIn(bruno)
    expect(bruno.draftPath).toBe(amina.draftPath)
    expect(bruno.page.url()).not.toContain('#')
  })

  it('both write in all nine sections at once', async () => {
    for (const index of sections.keys()) {
      const other = (index + 4) % sections.length
      await Promise.all([
        amina.writes(sections[index]?.id ?? '', ` Freiwillige${index} helfen.`),
        bruno.writes(sections[other]?.id ?? '', ` Rathaus${other} hilft.`),
      ])
    }
    for (const [index, { id }] of sections.entries()) {
      await amina.sees(id, `Rathaus${index} hilft.`)
      await bruno.sees(id, `Freiwillige${index} helfen.`)
    }
    await everyoneReadsTheSame()
    await amina.hasEverythingTransferred()
  })

  it('both fill in the facts, each seeing what the other entered', async () => {
    await amina.entersFact('place.population', '23418')
    await bruno.entersFact('contact', 'Petra Lang')
    await bruno.seesFact('place.population', '23.418')
    await amina.seesFact('contact', 'Petra Lang')
    await bruno.addsPartner('Kreishandwerkerschaft', 'business')
    await amina.seesPartner('Kreishandwerkerschaft')
  })

  it('Bruno loses the network, goes on writing, closes and reopens the browser, goes on writing', async () => {
    await bruno.hasTheAppOnTheDevice()
    bruno.goesOffline()
    await bruno.writes('ziele', ' Erster Satz im Saal.')
    await bruno.seesWords(/Ohne Verbindung – auf diesem Gerät gesichert/)
    await bruno.seesWords(/Änderung(en)? warte/)
    await amina.writes('ziele', ' Zur selben Zeit am Schreibtisch.')

    const waiting = /\d+ Änderung(en)? warte/
    const shown = waiting.exec((await bruno.page.getByText(waiting).first().innerText()) ?? '')?.[0]
    await bruno.closesBrowser()
    await bruno.opensBrowser()
    await notesStatus(bruno)
    await bruno.reopensDraft()
    await bruno.sees('ziele', 'Erster Satz im Saal.')
    await bruno.seesWords(waiting)
    // Not a count that comes right in the end: the first one that is shown.
    const counts = (await statusesOf(bruno.page)).flatMap((status) => waiting.exec(status)?.[0] ?? [])
    expect(counts[0]).toBe(shown)
    await bruno.writes('ziele', ' Zweiter Satz im Saal.')
    await bruno.seesWords(/Ohne Verbindung – auf diesem Gerät gesichert/)
  })

  it('he comes back: both end with the same text and no word is missing', async () => {
    bruno.comesBack()
    for (const words of ['Erster Satz im Saal.', 'Zweiter Satz im Saal.']) await amina.sees('ziele', words)
    await bruno.sees('ziele', 'Zur selben Zeit am Schreibtisch.')
    await bruno.hasEverythingTransferred()
    await everyoneReadsTheSame()
  })

  it('Amina’s team says that Bruno has everything, and until when it stood so', async () => {
    await amina.opensTeam()
    const besideBruno = amina.page.getByRole('dialog').getByRole('listitem').filter({ hasText: bruno.who.name })
    await eventually(async () => expect(await besideBruno.innerText()).toContain(german.team.has('').trim()))
    await amina.page.getByRole('button', { name: german.elements.close }).first().click()
  })

  it('the server is killed in the middle and restarted: nothing acknowledged is gone', async () => {
    await amina.writes('zeitplan', ' Vor dem Absturz geschrieben.')
    await amina.hasEverythingTransferred()
    await bruno.sees('zeitplan', 'Vor dem Absturz geschrieben.')
    await server.kill9()
    await amina.writes('zeitplan', ' Während der Server liegt.')
    await bruno.writes('verankerung', ' Auch Bruno schreibt weiter.')
    await server.restart()
    await bruno.sees('zeitplan', 'Während der Server liegt.')
    await amina.sees('verankerung', 'Auch Bruno schreibt weiter.')
    await Promise.all([amina.hasEverythingTransferred(), bruno.hasEverythingTransferred()])
    await everyoneReadsTheSame()

    const clara = await Person.arrives(cast.clara, server)
    await amina.bringsIn(clara)
    await clara.sees('zeitplan', 'Vor dem Absturz geschrieben.')
    await eventually(async () => expect(await clara.readsEverything()).toBe(await amina.readsEverything()))
    expect(clara.complaints).toEqual([])
    await clara.leaves()
  })

  it('a second tab shares everything and the one line, and takes the line over with every key press', async () => {
    await amina.hasTheAppOnTheDevice()
    const sockets: string[] = []
    amina.context.on('page', (page) => page.on('websocket', (socket) => sockets.push(socket.url())))
    amina.goesOffline()
    const firstTab = await amina.opensAnotherTab(amina.draftPath)
    await amina.sees('zeitplan', 'Während der Server liegt.')
    await amina.writes('netzwerkbeitrag', ' Aus der zweiten Registerkarte.')
    const secondTab = amina.page
    amina.usesTab(firstTab)
    await amina.sees('netzwerkbeitrag', 'Aus der zweiten Registerkarte.')
    amina.comesBack()
    await bruno.sees('netzwerkbeitrag', 'Aus der zweiten Registerkarte.')
    await amina.hasEverythingTransferred()
    amina.usesTab(secondTab)
    await amina.hasEverythingTransferred()
    expect(sockets).toEqual([])

    amina.usesTab(firstTab)
    await amina.writes('netzwerkbeitrag', ' Im letzten Augenblick.')
    await firstTab.close()
    amina.usesTab(secondTab)
    await amina.writes('netzwerkbeitrag', ' Und gleich danach.')
    await bruno.sees('netzwerkbeitrag', 'Im letzten Augenblick. Und gleich danach.')
    await amina.hasEverythingTransferred()
    await everyoneReadsTheSame()
    expect(sockets.length).toBeGreaterThan(0)
  })

  it('the browsers had nothing to complain about', () => {
    expect(amina.complaints).toEqual([])
    expect(bruno.complaints).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { engines } from './engines.ts'
import { Guest } from './guest.ts'

/** The core story: write, lose the network, reload, write on, come back. Amina has Chromium and checks every word. */
describe.each(engines.map((engine) => [engine.name, engine] as const))('Bruno has %s', (_, engine) => {
  let server: TestServer
  let amina: Person
  let bruno: Guest

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Guest.arrives(cast.bruno, engine, server)
    await amina.startsDraft('Lauterbrück')
  })

  afterAll(async () => {
    await bruno?.leaves()
    await amina?.leaves()
    await server?.stop()
  })

  const bothReadTheSame = () =>
    eventually(async () =>
      expect(withoutEmptyLines(await bruno.readsEverything())).toBe(withoutEmptyLines(await amina.readsEverything())),
    )

  const bothHaveEverythingTransferred = () =>
    Promise.all([amina.hasEverythingTransferred(), bruno.hasEverythingTransferred()])

  it('he joins by his personal link, and both write in one section at once', async () => {
    await bruno.joins(await amina.invites(cast.bruno))
    expect(bruno.draftPath).toBe(amina.draftPath)
    await amina.writes('ziele', 'Freiwillige finden. ')
    await bruno.sees('ziele', 'Freiwillige finden.')
    await Promise.all([
      amina.writes('ziele', 'Gemeinsam weiterbilden. '),
      bruno.writes('ausgangslage', 'Im Rathaus begonnen: Grüße an 23.418 Menschen – auch Ältere. '),
    ])
    await amina.sees('ausgangslage', 'Im Rathaus begonnen: Grüße an 23.418 Menschen – auch Ältere.')
    await bruno.writes('ziele', 'Türen öffnen. ')
    await amina.sees('ziele', 'Gemeinsam weiterbilden. Türen öffnen.')
    await bothHaveEverythingTransferred()
    await bothReadTheSame()
  })

  it('lines, bold and undo are what he means', async () => {
    await bruno.writes('zeitplan', 'Erstens')
    await bruno.browser.press('Enter')
    await bruno.browser.press('b', 'Control')
    await bruno.browser.type('Zweitens')
    await bruno.browser.press('b', 'Control')
    await bruno.browser.press('Enter')
    await bruno.browser.type('Dritt')
    await bruno.browser.press('Enter')
    await bruno.browser.press('Backspace')
    await bruno.browser.type('ens')
    await amina.sees('zeitplan', 'Drittens')
    const lines = amina.textbox('zeitplan').locator('p')
    expect(await lines.allInnerTexts()).toEqual(['Erstens', 'Zweitens', 'Drittens'])
    expect(await lines.locator('strong').allInnerTexts()).toEqual(['Zweitens'])
    await bruno.browser.press('z', 'Control')
    await eventually(async () => expect(await amina.reads('zeitplan')).not.toContain('Drittens'))
    await bothReadTheSame()
  })

  it('without a network he writes, reloads and writes on', async () => {
    await bruno.hasTheAppOnTheDevice()
    bruno.goesOffline()
    await bruno.writes('ziele', 'Erster Satz im Saal. ')
    await bruno.seesWords(/Ohne Verbindung – auf diesem Gerät gesichert/)
    await bruno.seesWords(/Änderung(en)? warte/)
    await amina.writes('ziele', 'Zur selben Zeit am Schreibtisch. ')
    await bruno.reloads()
    await bruno.sees('ziele', 'Erster Satz im Saal.')
    await bruno.seesWords(/Änderung(en)? warte/)
    await bruno.writes('ziele', 'Zweiter Satz im Saal. ')
    await bruno.seesWords(/Ohne Verbindung – auf diesem Gerät gesichert/)
  })

  it('he leaves, returns without a network, and all of it is there', async () => {
    await bruno.leavesAndReturns()
    await bruno.sees('ziele', 'Zweiter Satz im Saal.')
    await bruno.seesWords(/Änderung(en)? warte/)
    await bruno.writes('ziele', 'Dritter Satz im Saal. ')
  })

  it('a second tab shows what the first one wrote, still without a network', async () => {
    await bruno.opensAnotherTab()
    await bruno.sees('ziele', 'Dritter Satz im Saal.')
    await bruno.writes('zeitplan', 'Aus der zweiten Registerkarte. ')
    await bruno.browser.closeTab()
    await bruno.sees('zeitplan', 'Aus der zweiten Registerkarte.')
  })

  it('he comes back: everything is transferred, and no word of anybody is missing', async () => {
    bruno.comesBack()
    await bruno.sees('ziele', 'Zur selben Zeit am Schreibtisch.')
    await bothHaveEverythingTransferred()
    for (const words of ['Türen öffnen.', 'Erster Satz', 'Zweiter Satz', 'Dritter Satz']) {
      await amina.sees('ziele', words)
    }
    await amina.sees('zeitplan', 'Aus der zweiten Registerkarte.')
    await bothReadTheSame()
  })

  it('both browsers and the server know one wording by one fingerprint, whatever was written and however it was merged', async () => {
    await amina.pastes(
      'ausgangslage',
      'Größe, Gro\u0308ße: 👩‍👧 😀 \u{1F1E9}\u{1F1EA}\nשלום לכולם. مرحبا بالعالم! ﬁ ① Łódź',
    )
    await amina.entersFact('contact', 'Jörg Größ')
    await bruno.sees('ausgangslage', 'Łódź')
    bruno.goesOffline()
    await bruno.seesWords(/Ohne Verbindung/)
    await Promise.all([
      bruno.writes('ausgangslage', ' Über den Dächern.'),
      amina.writes('ausgangslage', ' Ärger? Öfter nicht.'),
    ])
    bruno.comesBack()
    await amina.sees('ausgangslage', 'Über den Dächern.')
    await bruno.sees('ausgangslage', 'Öfter nicht.')
    await bothHaveEverythingTransferred()

    const api = `/api${amina.draftPath.replace('/entwurf', '/drafts')}/versions`
    await amina.opensHistory()
    await amina.namesVersion('Überall gleich')
    const told = await eventually(async () => {
      const { versions } = await amina.page.evaluate(
        async (address) =>
          (await (await fetch(address)).json()) as { versions: { name: string; fingerprint: string }[] },
        api,
      )
      const named = versions.find(({ name }) => name === 'Überall gleich')
      expect(named?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
      return named?.fingerprint
    })
    await amina.opens(`${amina.draftPath}/mitzeichnung`)
    await eventually(async () => expect(await amina.page.locator('details code').textContent()).toBe(told))
    expect(await bruno.readsFingerprint()).toBe(told)
    expect(bruno.complaints).toEqual([])
  })
})

/** Browsers do not agree how many line breaks lie between two paragraphs. */
const withoutEmptyLines = (text: string): string => text.replace(/\n+/g, '\n')

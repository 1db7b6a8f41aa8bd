import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person as Introduced } from '../../src/domain/person.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { completeness } from '../../src/ui/wording/de/completeness.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { notesStatus, statusesOf } from '../world/spoil-device.ts'

const { connection, shelf } = german

describe('what the app promises to a person with a browser', () => {
  let server: TestServer
  let amina: Person

  const arrives = (who: Introduced) => Person.arrives(who, server)

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await arrives(cast.amina)
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  it('a draft can be started without a network and reaches the server later', async () => {
    await amina.opens('/')
    await amina.hasTheAppOnTheDevice()
    await amina.page.getByRole('button', { name: shelf.seeExample }).waitFor()
    amina.goesOffline()
    await amina.startsDraft('Oberlauter')
    await amina.writes('kurzfassung', 'Im Saal begonnen.')
    await amina.seesWords(connection.status.offline)
    await amina.opens('/')
    await amina.seesWords(/Änderung(en)? warte/)
    amina.comesBack()
    await amina.reopensDraft()
    await amina.hasEverythingTransferred()

    const bruno = await arrives(cast.bruno)
    await amina.bringsIn(bruno)
    await bruno.sees('kurzfassung', 'Im Saal begonnen.')
    await bruno.leaves()
  })

  it('opening a draft changes nothing in it', async () => {
    const before = await amina.storedBytes()
    await amina.reloads()
    await amina.seesDraft()
    await amina.hasEverythingTransferred()
    await amina.reloads()
    await amina.seesDraft()
    expect(await amina.storedBytes()).toBe(before)
  })

  it('what is still to do is told without a network, after a reload too', async () => {
    await amina.hasTheAppOnTheDevice()
    amina.goesOffline()
    await amina.reloads()
    await amina.seesDraft()
    await amina.page.getByRole('tab', { name: german.draft.tabs.check, exact: true }).click()
    await amina.page.getByText(completeness.checkedHere).waitFor()
    await amina.page.getByText(completeness.checks.declarations).first().waitFor()
    amina.comesBack()
    await amina.hasEverythingTransferred()
  })

  it('a limit that is passed is shown and nothing is cut', async () => {
    await amina.pastes('kurzfassung', 'Wort '.repeat(200))
    await amina.seesWords(/Zeichen zu viel/)
    expect((await amina.reads('kurzfassung')).match(/Wort/g)).toHaveLength(200)
    await amina.page.keyboard.press('Control+z')
    await eventually(async () => expect(await amina.reads('kurzfassung')).toBe('Im Saal begonnen.'))
  })

  it('an unknown draft and one that belongs to others get the same calm page', async () => {
    const stranger = await arrives({ ...cast.deniz, name: 'Fremd' })
    const pageOf = async (path: string) => {
      await stranger.opens(path)
      await stranger.page.getByRole('heading', { name: connection.refusal.absent.title }).waitFor()
      return stranger.page.getByRole('main').innerText()
    }
    expect(await pageOf(amina.draftPath)).toBe(await pageOf('/entwurf/aaaaaaaaaaaaaaaaaaaaaaaaaa'))
    await stranger.leaves()
  })

  it('a used or wrong invitation says what to do', async () => {
    const link = await amina.invites(cast.clara)
    const clara = await arrives(cast.clara)
    await clara.joins(link)
    await clara.leaves()
    const late = await arrives({ ...cast.deniz, name: 'Zu Spät' })
    for (const path of [link, link.replace(/#.*/, `#${'A'.repeat(43)}`), link.replace(/#.*/, '#kurz')]) {
      await late.opens('/hilfe')
      await late.opens(path)
      await late.seesWords(connection.refusal['invitation-unusable'].title)
    }
    await late.leaves()
  })

  it('a draft never seen on this device says so when the server is out of reach', async () => {
    const away = await arrives({ ...cast.deniz, name: 'Unterwegs' })
    await away.opens('/')
    await away.hasTheAppOnTheDevice()
    away.goesOffline()
    await away.opens(amina.draftPath)
    await away.seesWords(connection.refusal.unreachable.title)
    await away.leaves()
  })

  it('a session that is gone is said, and the text stays', async () => {
    const deniz = await arrives(cast.deniz)
    await amina.bringsIn(deniz)
    await deniz.hasEverythingTransferred()
    deniz.goesOffline()
    await deniz.writes('ziele', 'Ohne Anmeldung geschrieben.')
    await deniz.context.clearCookies()
    deniz.comesBack()
    await deniz.seesWords(/Anmeldung abgelaufen/)
    await deniz.seesWords(/Änderung(en)? warte(t|n) hier/)
    await deniz.sees('ziele', 'Ohne Anmeldung geschrieben.')
    await deniz.leaves()
  })

  it('a line that accepts everything and delivers nothing is noticed, and replaced by itself', async () => {
    await notesStatus(amina)
    await amina.reopensDraft()
    await amina.hasEverythingTransferred()
    amina.network.freeze('open lines')
    await amina.writes('zeitplan', 'Ins Leere gesendet.')
    await eventually(async () =>
      expect(await statusesOf(amina.page)).toContainEqual(expect.stringMatching(/^offline: /)),
    )
    // Nobody mends the line: the app replaces it.
    await amina.hasEverythingTransferred()
    const bruno = await arrives(cast.bruno)
    await amina.bringsIn(bruno)
    await bruno.sees('zeitplan', 'Ins Leere gesendet.')
    await bruno.leaves()
  })

  it('the app is offered for installation without errors and all in both languages', async () => {
    const devtools = await amina.context.newCDPSession(amina.page)
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    const { errors, data, manifest: understood } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(understood).toMatchObject({ shareTarget: { action: `${amina.network.url}/datei-empfangen` } })
    interface Image {
      src: string
    }
    const manifest = JSON.parse(data ?? '{}') as {
      icons: Image[]
      screenshots: Image[]
      shortcuts: { url: string; icons: Image[] }[]
      file_handlers: { action: string; accept: Record<string, string[]>; icons: Image[] }[]
    }
    const { icons, screenshots, shortcuts, file_handlers: fileHandlers } = manifest
    expect(shortcuts.map(({ url }) => url)).toEqual(['/neu', '/'])
    expect(fileHandlers.map(({ action, accept }) => [action, Object.values(accept).flat()])).toEqual([
      ['/', ['.eoi', '.docx', '.odt', '.md']],
    ])
    await amina.opens('/')
    const ofApple = await amina.page.locator('link[rel="apple-touch-icon"]').getAttribute('href')
    const inside = [...shortcuts, ...fileHandlers].flatMap((each) => each.icons)
    for (const src of [ofApple ?? '', ...[...icons, ...screenshots, ...inside].map((image) => image.src)]) {
      const answer = await fetch(server.url + src)
      expect([answer.status, answer.headers.get('content-type')?.split('/')[0]], src).toEqual([200, 'image'])
    }
    await amina.page.getByRole('heading', { name: shelf.title }).waitFor()
    await amina.page.getByRole('button', { name: german.elements.settings }).click()
    await amina.page.getByRole('radio', { name: 'English' }).check({ force: true })
    await amina.page.getByRole('heading', { name: 'My expressions of interest' }).waitFor()
    expect(await amina.page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('the browser’s own spelling check looks at every section', async () => {
    const guest = await arrives({ ...cast.deniz, name: 'Schreibt Recht' })
    await guest.startsDraft('Rechtschreibheim')
    for (const { id } of guest.call.sections)
      expect(await guest.textbox(id).getAttribute('spellcheck'), id).toBe('true')
    expect(await guest.page.locator('html').getAttribute('lang')).toBe('de')
    await guest.leaves()
  })

  it('no page asks anyone but its own server for anything', async () => {
    const guest = await arrives({ ...cast.deniz, name: 'Aufmerksam' })
    const elsewhere: string[] = []
    guest.context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== guest.network.url) elsewhere.push(request.url())
    })
    for (const path of ['/', '/neu', '/hilfe']) {
      await guest.opens(path)
      await guest.page.waitForLoadState('networkidle')
    }
    await guest.startsDraft('Stillheim')
    await guest.hasEverythingTransferred()
    expect(elsewhere).toEqual([])
    expect(guest.complaints).toEqual([])
    await guest.leaves()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idleLimitMs, warningMs } from '../../src/state/device/idle-watch.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { whoseWords } from '../../src/ui/wording/whose.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { listDatabases } from '../world/spoil-device.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

const secondMs = 1_000
const words = whoseWords.de

describe('on a device that belongs to several people', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer()
    amina = await Person.arrives(cast.amina, server)
    await amina.startsDraft('Lauterbrück')
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  /** The page's clock is set before the app loads: what takes the time at its start takes it from there too. */
  const joinsOnSharedDevice = async (person: Person) => {
    const { page } = person
    const begun = Date.now()
    await page.clock.setSystemTime(begun)
    await person.opens(await amina.invites(person.who))
    await page.getByRole('radio', { name: words.no, exact: true }).check({ force: true })
    await person.seesWords(words.shared)
    await page.getByRole('button', { name: german.join.join, exact: true }).click()
    await person.seesDraft()
    let passed = 0
    return {
      passes: async (ms: number) => {
        passed += ms
        await page.clock.setSystemTime(begun + passed)
      },
      warning: page.getByRole('dialog', { name: words.warningTitle }),
      over: page.getByRole('dialog', { name: words.overTitle }),
    }
  }

  it('half an hour without a key ends it, with a warning that any key takes back, and nothing stays', async () => {
    const clara = await Person.arrives(cast.clara, server)
    const { page } = clara
    const { passes, warning } = await joinsOnSharedDevice(clara)
    await clara.writes('ziele', 'Am Rechner in der Bücherei.')
    await amina.sees('ziele', 'Am Rechner in der Bücherei.')
    await passes(idleLimitMs - warningMs + 10 * secondMs)
    await warning.waitFor()
    await isFlawlessInLightAndDark(page)
    await page.keyboard.press('Shift')
    await warning.waitFor({ state: 'detached' })
    // The half hour begins anew, with this key and with every later one.
    await passes(idleLimitMs - warningMs - 60 * secondMs)
    await clara.writes('ziele', ' Noch da.')
    await amina.sees('ziele', 'Noch da.')
    expect(await warning.count()).toBe(0)

    await passes(idleLimitMs - warningMs + 10 * secondMs)
    await warning.waitFor()
    await passes(warningMs)
    await page.waitForURL(`${clara.network.url}/`)
    await page.getByRole('button', { name: german.shelf.seeExample }).waitFor()
    expect((await clara.context.request.get(`${clara.network.url}/api/sessions`)).status()).toBe(401)
    expect(await listDatabases(page)).not.toContainEqual(expect.stringMatching(/^draft-/))
    expect(clara.complaints).toEqual([])
    await clara.leaves()
  })

  it('does not end before the server, or a file, has what was written', async () => {
    const deniz = await Person.arrives(cast.deniz, server, { phone: true })
    const { page } = deniz
    const { passes, over } = await joinsOnSharedDevice(deniz)
    deniz.goesOffline()
    await page.getByRole('textbox').first().tap()
    await page.keyboard.type('Kurz vor dem Gehen.')
    await passes(idleLimitMs + 10 * secondMs)
    await over.getByText(words.unsent).waitFor()
    await isFlawlessInLightAndDark(page)
    deniz.comesBack()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForURL(`${deniz.network.url}/`)
    await eventually(async () => expect(await amina.page.getByText('Kurz vor dem Gehen.').count()).toBeGreaterThan(0))
    expect(deniz.complaints).toEqual([])
    await deniz.leaves()
  })
})

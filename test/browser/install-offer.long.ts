import { devices } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { installWords } from '../../src/ui/wording/install.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

const words = installWords.de

describe('the offer to put the app on the device', () => {
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

  /** A tab on iOS, as far as another engine can be one: what it calls itself, and the property that no other has. */
  const hasIPhone = async ({ context, page }: Person) => {
    const devtools = await context.newCDPSession(page)
    const { userAgent } = devices['iPhone 15'] ?? {}
    await devtools.send('Emulation.setUserAgentOverride', { userAgent: userAgent ?? '' })
    await context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }))
  }

  const offerOf = ({ page }: Person) => page.getByRole('region', { name: words.firstTitle })

  /** Three drawings with a size and something in them, each with its words. */
  const seesHow = async (person: Person) => {
    const steps = person.page.getByRole('listitem').filter({ has: person.page.locator('svg rect') })
    await eventually(async () => expect(await steps.allInnerTexts()).toEqual(Object.values(words.steps)))
    const drawings = await steps.locator('svg').evaluateAll((all) =>
      all.map((drawing) => {
        const { width, height } = drawing.getBoundingClientRect()
        const parts = Array.from(drawing.querySelectorAll('path, rect, circle'), (part) => getComputedStyle(part))
        return width > 40 && height > 40 && parts.every(({ fill, stroke }) => fill !== 'none' || stroke !== 'none')
      }),
    )
    expect(drawings).toEqual([true, true, true])
  }

  it('comes on iOS before the first word, without a network too, once, and stays where the device is checked', async () => {
    const deniz = await Person.arrives(cast.deniz, server, { phone: true })
    const { page } = deniz
    await hasIPhone(deniz)
    await deniz.opens('/')
    await deniz.hasTheAppOnTheDevice()
    await deniz.opens('/neu')
    await offerOf(deniz).waitFor()
    deniz.goesOffline()
    await deniz.reloads()
    await offerOf(deniz).waitFor()
    await seesHow(deniz)
    await isFlawlessInLightAndDark(page)
    deniz.comesBack()

    // Whoever is invited takes the link along, as the app begins there with a storage of its own.
    const invitation = await amina.invites(cast.deniz)
    await deniz.opens(invitation)
    await offerOf(deniz).getByRole('button', { name: words.copy }).click()
    await page.getByText(words.copied).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(deniz.network.url + invitation)
    await isFlawlessInLightAndDark(page)

    await offerOf(deniz).getByRole('button', { name: words.stay }).click()
    await offerOf(deniz).waitFor({ state: 'detached' })
    await deniz.startsDraft('Oberlauter')
    await deniz.opens('/neu')
    await page.getByRole('button', { name: german.start.submit }).waitFor()
    expect(await offerOf(deniz).count()).toBe(0)

    await deniz.opens(`/bereit/${deniz.draftPath.split('/').at(-1)}`)
    await page.getByText(words.readyText).waitFor()
    await seesHow(deniz)
    expect(deniz.complaints).toEqual([])
    await deniz.leaves()
  })

  it('comes nowhere else before the first word', async () => {
    const clara = await Person.arrives(cast.clara, server, { phone: true })
    await clara.opens('/neu')
    await clara.page.getByRole('button', { name: german.start.submit }).waitFor()
    expect(await offerOf(clara).count()).toBe(0)
    await clara.leaves()
  })

  it('is taken up at one press where the browser makes one', async () => {
    const bruno = await Person.arrives(cast.bruno, server, { phone: true })
    const { page } = bruno
    await page.addInitScript(() => {
      const { BeforeInstallPromptEvent } = window as unknown as { BeforeInstallPromptEvent: { prototype: object } }
      const prompt = () => Promise.resolve(Object.assign(window, { asked: true }))
      Object.assign(BeforeInstallPromptEvent.prototype, { prompt })
    })
    await bruno.startsDraft('Niederlauter')
    await bruno.opens(`/bereit/${bruno.draftPath.split('/').at(-1)}`)
    // The offer is Chromium's own, for the app can be installed; its question nobody answers where no window is seen.
    const take = page.getByRole('button', { name: words.offer })
    await take.waitFor()
    await isFlawlessInLightAndDark(page)
    await take.click()
    await take.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => 'asked' in window)).toBe(true)
    expect(bruno.complaints).toEqual([])
    await bruno.leaves()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { recovery } from '../../src/ui/wording/de/recovery.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawless } from './flawless.ts'

const { connection } = german

/** A virtual security key in the person's browser that asks for no touch and vouches for the person. */
const carriesAuthenticator = async ({ context, page }: Person) => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    takes: async (credential: Awaited<ReturnType<typeof cdp.send<'WebAuthn.getCredentials'>>>['credentials'][number]) =>
      cdp.send('WebAuthn.addCredential', { authenticatorId, credential }),
  }
}

describe('Amina leads a draft and loses her device', () => {
  let server: TestServer
  let amina: Person
  let newDevice: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server, { byName: true })
    newDevice = await Person.arrives(cast.amina, server, { byName: true, phone: true })
    await amina.startsDraft('Lauterbrück')
    await amina.writes('ziele', 'Von früher.')
    await amina.hasEverythingTransferred()
  })

  afterAll(async () => {
    await amina?.leaves()
    await newDevice?.leaves()
    await server?.stop()
  })

  it('a code on paper brings her back on a phone, and signs the lost device out', async () => {
    await amina.opensTeam()
    await amina.page.getByText(recovery.ready.title).click()
    await amina.page.getByRole('button', { name: recovery.ready.make }).click()
    const sheet = amina.page.getByRole('dialog', { name: recovery.sheet.title })
    const code = (await sheet.getByText(/^([0-9A-Z]{4}\s*){5}$/).innerText()).replaceAll(/\s/g, '')
    await isFlawless(amina.page, true)
    await amina.page.emulateMedia({ media: 'print' })
    expect(await amina.page.getByText(recovery.sheet.enter).last().isVisible()).toBe(true)
    expect(await sheet.isVisible()).toBe(false)
    await amina.page.emulateMedia({ media: 'screen' })

    await newDevice.opens(amina.draftPath)
    await newDevice.page.getByRole('link', { name: connection.comeBack }).click()
    await newDevice.page.getByLabel(recovery.code).fill(code.toLowerCase())
    await newDevice.page.getByRole('button', { name: recovery.go }).click()
    await newDevice.page.getByRole('button', { name: recovery.back.endOthers }).click()
    await newDevice.seesWords(recovery.back.ended)
    await isFlawless(newDevice.page, false)
    await amina.seesWords(connection.status.signedOutQuiet)
    await newDevice.page.getByRole('link', { name: recovery.back.toDraft }).click()
    await newDevice.seesDraft()
    await newDevice.hasEverythingTransferred()
  })

  it('a passkey that came along to the phone brings her back too, until it is removed', async () => {
    await newDevice.opensTeam()
    await newDevice.page.getByText(recovery.ready.title).click()
    const key = await carriesAuthenticator(newDevice)
    await newDevice.page.getByRole('button', { name: recovery.ready.makePasskey, exact: true }).click()
    await newDevice.page.getByRole('button', { name: /^Passkey entfernen/ }).waitFor()
    await newDevice.page.getByRole('button', { name: recovery.ready.anotherPasskey }).click()
    await newDevice.seesWords(recovery.ready.alreadyThere)
    // Nothing is half under the phone's bars then, which counts as too small to be touched.
    await newDevice.page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)')
    await isFlawless(newDevice.page, true)

    const carried = await carriesAuthenticator(amina)
    for (const credential of await key.credentials()) await carried.takes(credential)
    await amina.opens('/zugang')
    await amina.page.getByRole('button', { name: recovery.signIn.go }).click()
    await amina.page.getByRole('link', { name: recovery.back.toDraft }).click()
    await amina.seesDraft()
    await amina.hasEverythingTransferred()

    await newDevice.page.getByRole('button', { name: /^Passkey entfernen/ }).click()
    await newDevice.page.getByRole('button', { name: recovery.ready.makePasskey, exact: true }).waitFor()
    await amina.opens('/zugang')
    await amina.page.getByRole('button', { name: recovery.signIn.go }).click()
    await amina.seesWords(recovery.signIn.useless)
  })
})

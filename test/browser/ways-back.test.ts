import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawless } from './flawless.ts'

const { recovery, connection } = german

describe('Amina leads a draft and loses her device', () => {
  let server: TestServer
  let amina: Person
  let newDevice: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    const who = { name: 'Amina Haddad', organisation: 'Freiwilligenagentur', sector: 'civil' } as const
    const arrives = (phone: boolean) => Person.arrives({ ...who, phone, serverPort: () => server.port })
    amina = await arrives(false)
    newDevice = await arrives(true)
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
    await newDevice.page.getByRole('link', { name: recovery.way }).click()
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
})

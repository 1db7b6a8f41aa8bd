import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { savesFile } from '../world/saved-file.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import * as device from '../world/spoil-device.ts'

const { status } = german.connection

describe('a browser that refuses to keep anything', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server?.stop())

  const failsBecause = async ({ page }: Person, reason: string) => {
    const line = page.locator('[data-status=device-failure]').first()
    await line.getByText(reason).first().waitFor()
    await line.getByText(status.notSaved).first().waitFor()
    await line.getByRole('button', { name: status.saveFileNow }).waitFor()
  }

  const isSafeHere = async ({ page }: Person) => {
    await page.locator('[data-status=offline]').first().waitFor()
    await page.getByText(status.offline).first().waitFor()
  }

  const newProfile = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-device-'))
    mkdirSync(join(folder, 'Default'))
    return folder
  }

  it('because it cannot use its folder: it is told, and all is kept and found again once it can', async () => {
    const profileFolder = newProfile()
    const databases = join(profileFolder, 'Default', 'IndexedDB')
    writeFileSync(databases, 'a file where the folder should be')
    const amina = await Person.arrives(cast.amina, server, { profileFolder })
    await amina.startsDraft('Marburg')
    await amina.hasTheAppOnTheDevice()
    await amina.writes('ziele', 'Mit Netz.')
    await failsBecause(amina, status.deviceFailure.unknown)
    amina.goesOffline()
    await amina.writes('ziele', ' Ohne Netz.')
    await failsBecause(amina, status.deviceFailure.unknown)
    rmSync(databases)
    await isSafeHere(amina)
    await eventually(async () => expect(await device.listDatabases(amina.page)).toContain('einvernehmen'))
    await amina.closesBrowser()
    await amina.opensBrowser()
    await amina.reopensDraft()
    await amina.sees('ziele', 'Mit Netz. Ohne Netz.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
    await amina.leaves()
  })

  it('because its person forbids it: it is told, and the text is there to save as a file', async () => {
    const profileFolder = newProfile()
    const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } }
    writeFileSync(join(profileFolder, 'Default', 'Preferences'), JSON.stringify(forbidden))
    const amina = await Person.arrives(cast.amina, server, { profileFolder })
    await amina.startsDraft('Marburg')
    await amina.seesWords(status.memoryOnly)
    await amina.writes('ziele', 'Nirgends gesichert.')
    await amina.page.locator('[data-status=memory-only]').first().getByText(status.memoryOnly).waitFor()
    await eventually(async () => expect(await savesFile(amina, 'ziele')).toBe('Nirgends gesichert.'))
    await amina.leaves()
  })
})

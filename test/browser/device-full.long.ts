import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { mountSmallDisk } from '../server/small-disk.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { savesFile } from '../world/saved-file.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { listDatabases } from '../world/spoil-device.ts'

const { status } = german.connection
/** A browser's profile and the app. */
const disk = mountSmallDisk(300)
afterAll(() => disk?.unmount())

/** A few bytes more often find room in a file that is there. */
const longerThanDiskPage = 'Auf der vollen Platte. '.repeat(400)

// Where nothing may be mounted, the browser's quota in device-faults.long.ts stands for the full disk.
describe.runIf(disk !== null)('a device whose disk is full', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer()
    amina = await Person.arrives(cast.amina, server, { profileFolder: join(disk?.folder ?? '', 'profile') })
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await amina.hasEverythingTransferred()
    amina.goesOffline()
    await amina.writes('ziele', 'Vorher.')
    await isSafeHere()
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  const isSafeHere = () => amina.page.locator('[data-status=offline]').first().waitFor()

  /** The line says safe already while the last key press is on its way. */
  const isKeptHere = (words: string) => {
    const bytes = Buffer.from(words).join()
    return eventually(async () => expect(await amina.storedBytes()).toContain(bytes))
  }

  const writesOnFullDisk = async (sectionId: string) => {
    disk?.fill()
    await amina.writes(sectionId, 'V')
    await amina.page.keyboard.insertText(longerThanDiskPage)
    const line = amina.page.locator('[data-status=device-failure]').first()
    await line.getByText(status.notSaved).first().waitFor()
    await line.getByRole('button', { name: status.saveFileNow }).waitFor()
  }

  const startsBrowserAnew = async () => {
    await amina.closesBrowser()
    await amina.opensBrowser()
    await amina.reopensDraft()
  }

  it('tells what is not kept, keeps all of it once there is room, and has it after a new start', async () => {
    await writesOnFullDisk('zeitplan')
    await amina.page.keyboard.type('Ende.')
    expect(await savesFile(amina, 'zeitplan')).toContain('Ende.')
    disk?.free()
    await isSafeHere()
    await startsBrowserAnew()
    await amina.sees('ziele', 'Vorher.')
    await amina.sees('zeitplan', 'Ende.')
  })

  it('that stayed full until the browser ended does not take with it what is written later', async () => {
    await writesOnFullDisk('kurzfassung')
    await amina.closesBrowser()
    disk?.free()
    await amina.opensBrowser()
    await notesOpened(amina.page)
    await amina.reopensDraft()
    await beginsNewLog(amina.page)
    await amina.writes('ausgangslage', 'Am nächsten ')
    await amina.page.keyboard.insertText('Abend.')
    await isKeptHere('Abend.')
    await startsBrowserAnew()
    await amina.sees('ausgangslage', 'Am nächsten Abend.')
    await amina.sees('zeitplan', 'Ende.')
    expect(amina.complaints).toEqual([])
  })
})

/** Which databases the page opens: this one is there for a moment only. */
const notesOpened = (page: Page) =>
  page.addInitScript(() => {
    const opened: string[] = []
    Object.assign(window, { opened })
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (...request) => {
      opened.push(request[0])
      return open(...request)
    }
  })

/** The database for that was there, and is gone again. */
const beginsNewLog = async (page: Page) => {
  const opened = () => page.evaluate(() => (window as unknown as { opened: string[] }).opened)
  await eventually(async () => expect(await opened()).toContain('einvernehmen-log'))
  await eventually(async () => expect(await listDatabases(page)).not.toContain('einvernehmen-log'))
}

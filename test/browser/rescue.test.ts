import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { deviceWords } from '../../src/ui/wording/device.ts'
import { rescueWords } from '../../src/ui/wording/rescue.ts'
import { whoseWords } from '../../src/ui/wording/whose.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { listDatabases } from '../world/spoil-device.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

const { draft, shelf, connection } = german
const words = rescueWords.de

describe('a draft as a file', () => {
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    await amina.bringsIn(bruno)
    await amina.hasTheAppOnTheDevice()
    await amina.writes('kurzfassung', 'Mit Netz geschrieben.')
    await bruno.sees('kurzfassung', 'Mit Netz geschrieben.')
  })

  afterAll(async () => {
    await Promise.all([amina?.leaves(), bruno?.leaves()])
    await server?.stop()
  })

  /** Presses what gives a file, and returns where it lies. */
  const saves = async (press: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([amina.page.waitForEvent('download'), press()])
    expect(download.suggestedFilename()).toMatch(/^Lauterbrück .*\.eoi$/)
    return download.path()
  }

  it('takes what was written without a network to another browser', async () => {
    amina.goesOffline()
    await amina.writes('kurzfassung', ' Nur in der Datei.')
    await amina.seesWords(connection.status.offline)
    const file = await saves(async () => {
      await amina.page.getByRole('button', { name: draft.menu, exact: true }).click()
      await amina.page.getByRole('button', { name: draft.saveFile, exact: true }).click()
    })

    await bruno.opens('/')
    await bruno.page.getByRole('button', { name: shelf.openFile }).click()
    await bruno.page.getByLabel(words.choose).setInputFiles(file)
    await bruno.seesWords(words.brought(1, '1'))
    await bruno.opens('/')
    await bruno.page.getByRole('button', { name: shelf.openFile }).click()
    await bruno.page.getByLabel(words.choose).setInputFiles({
      name: 'brief.eoi',
      mimeType: 'application/x-einvernehmen',
      buffer: Buffer.from('Liebe Bürgermeisterin …'),
    })
    await bruno.seesWords(words.refused['not-a-rescue-file'])
    await bruno.reopensDraft()
    await bruno.sees('kurzfassung', 'Mit Netz geschrieben. Nur in der Datei.')
    await bruno.hasEverythingTransferred()
    // What is dropped on the page is a file for this draft, and nothing the browser leaves the page for.
    const bytes = Array.from(await readFile(file))
    await bruno.dropsFile(await readFile(file))
    await bruno.seesWords(words.nothingNew)
    // As Android hands over what another app shares: a form that our worker takes, and no server sees.
    await bruno.hasTheAppOnTheDevice()
    bruno.goesOffline()
    await bruno.page.evaluate((content) => {
      const shared = new DataTransfer()
      shared.items.add(new File([new Uint8Array(content)], 'Lauterbrück.eoi'))
      const { files } = shared
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data' })
      form.append(Object.assign(document.createElement('input'), { type: 'file', name: 'datei', files }))
      form.action = '/datei-empfangen'
      document.body.append(form)
      form.submit()
    }, bytes)
    await bruno.page.waitForURL(`${bruno.network.url}/`)
    await bruno.seesWords(words.nothingNew)
    expect(await bruno.page.evaluate(() => caches.has('shared-files'))).toBe(false)
    bruno.comesBack()
    expect(bruno.complaints).toEqual([])
  })

  it('is refused where it is cut off, of another draft or not for this person', async () => {
    const chooses = async ({ page }: Person, buffer: Buffer) => {
      await page.getByRole('button', { name: shelf.openFile }).click()
      await page.getByLabel(words.choose).setInputFiles({ name: 'Lauterbrück.eoi', mimeType: '', buffer })
    }
    const file = await readFile(
      await saves(async () => {
        await amina.page.getByRole('button', { name: draft.menu, exact: true }).click()
        await amina.page.getByRole('button', { name: draft.saveFile, exact: true }).click()
      }),
    )
    await bruno.opens('/')
    await chooses(bruno, file.subarray(0, -3))
    await bruno.seesWords(words.refused.damaged)

    const deniz = await Person.arrives(cast.deniz, server)
    await deniz.opens('/')
    await chooses(deniz, file)
    await deniz.seesWords(words.refused['no-access'])
    expect(await listDatabases(deniz.page)).toEqual(['einvernehmen'])
    await deniz.startsDraft('Oberlauter')
    await deniz.dropsFile(file)
    await deniz.seesWords(words.refused.foreign)
    expect(await deniz.reads('kurzfassung')).toBe('')
    expect(deniz.complaints).toEqual([])
    await deniz.leaves()
  })

  it('is given by the crash screen too', async () => {
    await amina.writes('kurzfassung', ' Vor dem Absturz.')
    await amina.page.evaluate(() => {
      Object.defineProperty(Intl.NumberFormat.prototype, 'format', { value: null })
    })
    await amina.page.keyboard.type('!')
    await amina.page.getByRole('heading', { name: connection.crash.title }).waitFor()
    const file = await saves(() =>
      amina.page.getByRole('button', { name: connection.status.saveFile, exact: true }).click(),
    )
    await bruno.opens('/')
    await bruno.page.getByRole('button', { name: shelf.openFile }).click()
    await bruno.page.getByLabel(words.choose).setInputFiles(file)
    await bruno.seesWords(words.brought(1, '1'))
    await bruno.reopensDraft()
    await bruno.sees('kurzfassung', 'Nur in der Datei. Vor dem Absturz.')
  })

  it('is taken off a device with everything else, and it is looked whether that is so', async () => {
    await bruno.hasEverythingTransferred()
    await bruno.opens('/')
    await bruno.page.getByRole('button', { name: shelf.removeAll }).click()
    await bruno.page.getByRole('button', { name: deviceWords.de.remove, exact: true }).click()
    await bruno.seesWords(deviceWords.de.doneAll)
    const left = await bruno.page.evaluate(async () => ({
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      choices: localStorage.length + sessionStorage.length,
    }))
    expect(left).toEqual({ databases: [], caches: [], workers: 0, choices: 0 })
    await bruno.opens(bruno.draftPath)
    await bruno.page.getByRole('heading', { name: connection.refusal.absent.title }).waitFor()
  })

  it('leaves nothing on a device that belongs to several people', async () => {
    const clara = await Person.arrives(cast.clara, server)
    amina.comesBack()
    await amina.reopensDraft()
    await amina.hasEverythingTransferred()
    // Bruno brought it; it came home once.
    expect((await amina.reads('kurzfassung')).match(/Nur in der Datei/g)).toHaveLength(1)
    const link = await amina.invites(cast.clara)
    await clara.opens(link)
    await clara.page.getByRole('radio', { name: whoseWords.de.no, exact: true }).check({ force: true })
    await clara.seesWords(whoseWords.de.shared)
    await clara.page.getByRole('button', { name: german.join.join, exact: true }).click()
    await clara.seesDraft()
    await clara.writes('ziele', 'Am Rechner in der Bücherei.')
    await amina.sees('ziele', 'Am Rechner in der Bücherei.')
    expect(await clara.page.evaluate(() => indexedDB.databases())).toEqual([])
    const session = (await clara.context.cookies()).find(({ name }) => name.endsWith('sid'))
    expect(session?.expires).toBe(-1)
    await clara.leaves()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { deviceWords } from '../../src/ui/wording/device.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { holdDraftDatabase, listDatabases } from '../world/spoil-device.ts'

const { connection, shelf } = german
const words = deviceWords.de

describe('taking everything off a device', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer()
    amina = await Person.arrives(cast.amina, server)
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await amina.hasEverythingTransferred()
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  const asksToRemove = async () => {
    await amina.opens('/')
    await amina.page.getByRole('button', { name: shelf.removeAll }).click()
  }
  const remove = () => amina.page.getByRole('button', { name: words.remove, exact: true })

  it('waits until what only this device has is sent or saved', async () => {
    amina.goesOffline()
    await amina.writes('ziele', 'Nur hier.')
    await amina.seesWords(connection.status.offline)
    await asksToRemove()
    await amina.seesWords(words.unsentTitle)
    expect(await remove().getAttribute('aria-disabled')).toBe('true')
    await amina.seesWords(words.saveFirst)
    await remove().dispatchEvent('click')
    expect(await listDatabases(amina.page)).toContain(databaseOf(amina))

    const download = amina.page.waitForEvent('download')
    await amina.page.getByRole('button', { name: words.save, exact: true }).click()
    expect((await download).suggestedFilename()).toMatch(/^Lauterbrück .*\.eoi$/)
    await eventually(async () => expect(await remove().getAttribute('aria-disabled')).not.toBe('true'))
    await amina.page.getByRole('button', { name: words.cancel, exact: true }).click()
    await amina.reopensDraft()
    await amina.sees('ziele', 'Nur hier.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
  })

  it('waits for another tab that could not store what is typed there', async () => {
    const writing = await amina.opensAnotherTab('/')
    const asking = amina.page
    amina.usesTab(writing)
    amina.goesOffline()
    const letGo = await holdDraftDatabase(amina)
    await amina.writes('zeitplan', 'Nur in diesem Fenster.')
    await writing.locator('[data-status=device-failure]').first().waitFor()
    amina.usesTab(asking)
    await asksToRemove()
    await amina.seesWords(words.isElsewhere)
    expect(await remove().getAttribute('aria-disabled')).toBe('true')
    await letGo()
    amina.comesBack()
    await eventually(async () => expect(await remove().getAttribute('aria-disabled')).not.toBe('true'))
    await asking.close()
    amina.usesTab(writing)
    await amina.hasEverythingTransferred()
  })

  it('ends in every tab: what is typed in another one makes nothing anew', async () => {
    const writing = await amina.opensAnotherTab('/')
    const asking = amina.page
    await asksToRemove()
    await remove().click()
    await amina.seesWords(words.doneAll)
    await writing.bringToFront()
    await writing.getByRole('heading', { name: connection.removedElsewhere.everything }).waitFor()
    await writing.keyboard.type('Danach getippt.')
    expect(await writing.getByRole('textbox').count()).toBe(0)
    await eventually(async () => expect(await listDatabases(asking)).toEqual([]))
    expect(amina.complaints).toEqual([])
  })
})

const databaseOf = ({ draftPath }: Person): string => `draft-${draftPath.split('/').at(-1)}`

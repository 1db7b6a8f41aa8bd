import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { lockedWords } from '../../src/ui/wording/locked.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

const { access, connection, elements } = german
const dayMs = 86_400_000

describe('a device that was away while the others went on', () => {
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    await amina.bringsIn(bruno)
    await bruno.hasTheAppOnTheDevice()
    await bruno.writes('ziele', 'Ein gemeinsamer Satz.')
    await bruno.hasEverythingTransferred()
    await amina.sees('ziele', 'Ein gemeinsamer Satz.')
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  it('for five months: its text and the others’ come together, and the copy opens only with the server’s word', async () => {
    bruno.goesOffline()
    await bruno.writes('ziele', ' Vor der langen Pause.')
    await bruno.seesWords(connection.status.offline)
    await bruno.closesBrowser()
    await amina.writes('ziele', ' Von den anderen.')
    await amina.writes('zeitplan', 'Neu geschrieben.')
    await amina.hasEverythingTransferred()

    await bruno.opensBrowser()
    await bruno.page.clock.setSystemTime(Date.now() + 150 * dayMs)
    await bruno.opens(bruno.draftPath)
    await bruno.page.getByRole('heading', { name: lockedWords.de.title }).waitFor()
    bruno.comesBack()
    await bruno.page.evaluate(() => dispatchEvent(new Event('online')))
    await bruno.seesDraft()
    for (const person of [amina, bruno]) {
      for (const words of ['Ein gemeinsamer Satz.', 'Vor der langen Pause.', 'Von den anderen.'])
        await person.sees('ziele', words)
      await person.sees('zeitplan', 'Neu geschrieben.')
    }
    expect(await bruno.readsEverything()).toBe(await amina.readsEverything())
  })

  it('whose person may only read since: it says so, the words are a file, and those who lead can take them in', async () => {
    await bruno.closesBrowser()
    await bruno.opensBrowser()
    await bruno.reopensDraft()
    await bruno.hasEverythingTransferred()
    bruno.goesOffline()
    await bruno.writes('kurzfassung', 'Unterwegs geschrieben.')
    await bruno.seesWords(/Änderung wartet/)
    await bruno.closesBrowser()
    await amina.opensTeam()
    await amina.page
      .getByRole('combobox', { name: access.roleOf('Bruno Seidel') })
      .selectOption({ label: elements.roles.viewer })

    await bruno.opensBrowser()
    bruno.comesBack()
    await bruno.opens(bruno.draftPath)
    const dialog = bruno.page.getByRole('dialog', { name: access.lost.readOnlyTitle })
    await dialog.waitFor()
    await bruno.seesWords(access.lost.handedOver)
    const download = bruno.page.waitForEvent('download')
    await bruno.page.getByRole('button', { name: access.lost.save }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('Unterwegs geschrieben.')
    await bruno.page.getByRole('button', { name: access.lost.goOnReadOnly }).click()
    await dialog.waitFor({ state: 'detached' })
    await bruno.sees('ziele', 'Vor der langen Pause.')
    await eventually(async () =>
      expect(await bruno.textbox('kurzfassung').getAttribute('contenteditable')).toBe('false'),
    )
    expect(await bruno.reads('kurzfassung')).not.toContain('Unterwegs geschrieben.')

    await amina.reloads()
    await amina.seesDraft()
    await amina.opensTeam()
    await amina.page.getByText('Unterwegs geschrieben.').waitFor()
    await amina.page.getByRole('button', { name: access.accept, exact: true }).click()
    await amina.sees('kurzfassung', 'Unterwegs geschrieben.')
    await bruno.sees('kurzfassung', 'Unterwegs geschrieben.')
    for (const { complaints } of [amina, bruno]) expect(complaints).toEqual([])
  })
})

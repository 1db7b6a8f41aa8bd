import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { openWriter } from '../server/line.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { savesFile } from '../world/saved-file.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import * as device from '../world/spoil-device.ts'

const { status } = german.connection

describe('on a device that fails', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer()
    amina = await Person.arrives(cast.amina, server)
    await device.notesStatus(amina)
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await amina.hasEverythingTransferred()
    amina.goesOffline()
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  /** The line said it, were it for a moment only. */
  const hasSaid = (state: string, ...words: string[]) =>
    eventually(async () => {
      const said = await device.statusesOf(amina.page)
      const isIt = (each: string) => each.startsWith(`${state}: `) && words.every((word) => each.includes(word))
      expect(said.some(isIt), said.join('\n')).toBe(true)
    })

  /** It says so last. */
  const isSafeHere = async () => {
    await amina.page.locator('[data-status=offline]').first().waitFor()
    await amina.page.getByText(status.offline).first().waitFor()
  }

  const onServer = async (sectionId: string): Promise<string> => {
    const cookies = await amina.context.cookies(amina.network.url)
    const draftId = amina.draftPath.split('/').at(-1) as DraftId
    const reader = openWriter(server, draftId, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
    await reader.whenSynced()
    const text = reader.read(sectionId)
    reader.leave()
    return text
  }

  it('a connection that the browser closes is told, and what is written meanwhile is kept on a new one', async () => {
    await amina.writes('ausgangslage', 'Vorher.')
    await isSafeHere()
    await device.closeConnections(amina)
    await amina.writes('ausgangslage', ' Nachher.')
    await hasSaid('device-failure', status.notSaved, status.deviceFailure.closed, status.saveFileNow)
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('ausgangslage', 'Vorher. Nachher.')
  })

  it('when everything kept for the site is cleared, all of it is written again at once', async () => {
    await amina.writes('zeitplan', 'Vor dem Löschen.')
    await isSafeHere()
    await device.clearDatabases(amina)
    await hasSaid('device-failure', status.notSaved, status.deviceFailure.closed)
    await isSafeHere()
    const databases = ['einvernehmen', `draft-${amina.draftPath.split('/').at(-1)}`]
    await eventually(async () =>
      expect(await device.listDatabases(amina.page)).toEqual(expect.arrayContaining(databases)),
    )
  })

  it('without room it is told, and everything finds its place when there is room', async () => {
    const makeRoom = await device.leaveNoRoom(amina)
    await amina.writes('zeitplan', ' Und ohne Platz.')
    await hasSaid('device-failure', status.notSaved, status.deviceFailure.full, status.saveFileNow)
    await amina.page.locator('[data-status=device-failure]').first().waitFor()
    await makeRoom()
    await isSafeHere()
    // Without its record nobody finds the draft; it is offered again every second.
    await eventually(async () => expect(await device.listDatabases(amina.page)).toContain('einvernehmen'))
    await amina.reopensDraft()
    await amina.sees('zeitplan', 'Vor dem Löschen. Und ohne Platz.')
    await amina.sees('ausgangslage', 'Vorher. Nachher.')
    await amina.seesWords(/Änderungen warten/)
  })

  it('a database that is deleted is made anew with everything in it', async () => {
    await amina.writes('zusammenarbeit', 'Vorher.')
    await isSafeHere()
    await device.deleteDraftDatabase(amina)
    await amina.writes('zusammenarbeit', ' Nachher.')
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('zusammenarbeit', 'Vorher. Nachher.')
    await amina.sees('ausgangslage', 'Vorher. Nachher.')
  })

  it('a browser that does not answer is told, and what waited is written when it does', async () => {
    const letGo = await device.holdDraftDatabase(amina)
    await amina.writes('ziele', 'Niemand antwortet.')
    await hasSaid('device-failure', status.notSaved, status.deviceFailure.silent, status.saveFileNow)
    expect(await savesFile(amina, 'ziele')).toBe('Niemand antwortet.')
    await letGo()
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('ziele', 'Niemand antwortet.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
    expect(await onServer('ausgangslage')).toContain('Vorher. Nachher.')
    expect(await onServer('zeitplan')).toContain('Vor dem Löschen. Und ohne Platz.')
    expect(await onServer('zusammenarbeit')).toContain('Vorher. Nachher.')
    expect(await onServer('ziele')).toContain('Niemand antwortet.')
  })

  it('damaged rows are told, the rest is there, and the server makes the copy whole again', async () => {
    const text = await amina.readsEverything()
    amina.goesOffline()
    await device.spoilRows(amina)
    await amina.reopensDraft()
    await hasSaid('damaged', status.damagedOffline)
    await amina.writes('mitwirkende', 'Trotzdem geschrieben.')
    await hasSaid('damaged', status.damagedOffline, '1 Änderung wartet')
    amina.comesBack()
    await amina.hasEverythingTransferred()
    amina.goesOffline()
    await amina.reopensDraft()
    await hasSaid('quiet-offline')
    expect((await device.statusesOf(amina.page)).filter((each) => each.startsWith('damaged'))).toEqual([])
    expect((await amina.readsEverything()).replace('Trotzdem geschrieben.', '')).toBe(text)
    expect(await onServer('mitwirkende')).toContain('Trotzdem geschrieben.')
  })

  it('what a newer app has made is left alone, and the server has what is written', async () => {
    await device.makeNewer(amina)
    const before = await device.readNewer(amina)
    amina.comesBack()
    await amina.reopensDraft()
    await hasSaid('device-failure', status.notSaved, status.deviceFailure.newer, status.saveFileNow)
    await amina.sees('ziele', 'Niemand antwortet.')
    await amina.writes('verankerung', 'Von der älteren App.')
    await eventually(async () => expect(await onServer('verankerung')).toContain('Von der älteren App.'))
    expect(await device.readNewer(amina)).toEqual(before)
    expect(amina.complaints).toEqual([])
  })
})

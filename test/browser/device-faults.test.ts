import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { mountSmallDisk } from '../server/small-disk.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

const { status } = german.connection
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 1)

/** The browser's whole profile is on a disk that a test can fill, where this user may mount one. */
const disk = mountSmallDisk(200)

describe('on a device that fails', () => {
  let server: TestServer
  let amina: Person

  // One evening without a network, up to where the server is asked to help.
  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server, disk ? { profileFolder: join(disk.folder, 'profile') } : {})
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await amina.hasEverythingTransferred()
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
    disk?.unmount()
  })

  const says = (words: string) => amina.page.getByText(words).first().waitFor()
  const isSafeHere = async () => {
    await amina.page.locator('[data-status=offline]').first().waitFor()
    await says(status.offline)
  }
  const now = () => amina.page.evaluate(() => performance.now())
  const databaseName = () => `draft-${amina.draftPath.split('/').at(-1)}`

  /** Less room than is used already; what is typed from then on finds none. */
  const limitStorage = async (quotaSize?: number): Promise<CDPSession> => {
    const devtools = await amina.context.newCDPSession(amina.page)
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: amina.network.url,
      ...(quotaSize !== undefined && { quotaSize }),
    })
    return devtools
  }

  it('a connection that the browser closes, with everything in it gone, is told, and all is written again', async () => {
    amina.goesOffline()
    await amina.writes('ausgangslage', 'Vor dem Löschen.')
    await isSafeHere()
    const devtools = await limitStorage(1)
    await devtools.send('Storage.clearDataForOrigin', { origin: amina.network.url, storageTypes: 'indexeddb' })
    await says(status.deviceFailure.full)
    await says(status.saveFileNow)
    await amina.writes('ausgangslage', ' Während kein Platz ist.')
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: amina.network.url })
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('ausgangslage', 'Vor dem Löschen. Während kein Platz ist.')
    await amina.seesWords(/Änderung(en)? warte/)
  })

  it('a database that another tab deletes is made anew with everything in it', async () => {
    await amina.writes('zusammenarbeit', 'Vorher.')
    await isSafeHere()
    const draft = await amina.opensAnotherTab('/hilfe')
    await amina.page.evaluate(deleteDatabase, databaseName())
    await amina.page.close()
    amina.usesTab(draft)
    await amina.writes('zusammenarbeit', ' Nachher.')
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('zusammenarbeit', 'Vorher. Nachher.')
    await amina.sees('ausgangslage', 'Vor dem Löschen. Während kein Platz ist.')
  })

  it('a browser that does not answer is told, and what waited is written when it does', async () => {
    const draft = await amina.opensAnotherTab('/hilfe')
    // Another page holds on to the database while it is to be deleted: nobody can open it until that page lets go.
    await amina.page.evaluate(holdDatabase, databaseName())
    const helper = amina.page
    amina.usesTab(draft)
    await amina.writes('ziele', 'Niemand antwortet.')
    await says(status.deviceFailure.silent)
    await helper.close()
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('ziele', 'Niemand antwortet.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
  })

  it('damaged rows are named, the rest is there, and the server makes the copy whole again', async () => {
    const text = await amina.readsEverything()
    await amina.opens('/hilfe')
    amina.goesOffline()
    await amina.opens('/hilfe')
    await amina.page.evaluate(spoilRows, databaseName())
    await amina.reopensDraft()
    await says(status.damagedOffline)
    await amina.writes('mitwirkende', 'Trotzdem geschrieben.')
    await says(status.damagedOffline)
    amina.comesBack()
    await amina.hasEverythingTransferred()
    amina.goesOffline()
    await amina.reopensDraft()
    await says(german.connection.status.quietOffline('').split(' seit')[0] ?? '')
    expect(await amina.page.getByText(status.damagedOffline).count()).toBe(0)
    await amina.sees('mitwirkende', 'Trotzdem geschrieben.')
    expect((await amina.readsEverything()).replace('Trotzdem geschrieben.', '')).toBe(text)
    amina.comesBack()
    await amina.hasEverythingTransferred()
  })

  it(`a full disk ${disk ? '' : '(nothing may be mounted here: a quota stands for it) '}is told, and writing goes on when there is room`, async () => {
    amina.goesOffline()
    await amina.writes('zeitplan', 'Noch Platz.')
    await isSafeHere()
    if (disk) disk.fill()
    else await limitStorage(1)
    // What is on the disk already may have some room left.
    await eventually(async () => {
      await amina.pastes('zeitplan', 'Kein Platz mehr. '.repeat(2_000))
      expect(await amina.page.locator('[data-status=device-failure]').count()).toBeGreaterThan(0)
    })
    await says(status.notSaved)
    await says(status.saveFileNow)
    await amina.writes('zeitplan', ' Ende.')
    if (disk) disk.free()
    else await limitStorage()
    await isSafeHere()
    await amina.reopensDraft()
    await amina.sees('zeitplan', 'Noch Platz.')
    await amina.sees('zeitplan', ' Ende.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
  })

  it('a database that a newer app has made is left alone; the server still has what is written', async () => {
    await amina.opens('/hilfe')
    await amina.page.evaluate(makeNewer, databaseName())
    await amina.reopensDraft()
    await says(status.deviceFailure.newer)
    await amina.sees('ziele', 'Niemand antwortet.')
    await amina.writes('verankerung', 'Von der älteren App.')
    await amina.opens('/hilfe')
    expect(await amina.page.evaluate(readNewer, databaseName())).toEqual(['von morgen'])
    const guest = await Person.arrives(cast.bruno, server)
    await amina.reopensDraft()
    await amina.bringsIn(guest)
    await guest.sees('verankerung', 'Von der älteren App.')
    await guest.leaves()
    expect(amina.complaints).toEqual([])
  })

  it('what is shown as safe is there after the browser is killed in the middle of typing', async () => {
    amina.goesOffline()
    await amina.startsDraft('Marburg')
    await amina.writes('kurzfassung', 'Ohne Netz. ')
    await isSafeHere()
    // Not sent afterwards: Chromium writes cookies down every 30 s only, so the session may be gone with it.
    for (let round = 0; round < rounds; round++) {
      await amina.writes('kurzfassung', `Runde ${round}: `)
      const typing = amina.page.keyboard.type('Jedes Wort bleibt. '.repeat(20)).catch(() => null)
      await amina.sees('kurzfassung', `Runde ${round}: Jedes Wort bleibt. Jedes`)
      const text = await amina.reads('kurzfassung')
      // Had the device not taken it within a second, the line would say so now.
      await amina.page.waitForFunction((since) => performance.now() > since + 1_000, await now())
      expect(await amina.page.locator('[data-status=offline]').count()).toBeGreaterThan(0)
      await amina.losesBrowser()
      await typing
      await amina.opensBrowser()
      await amina.reopensDraft()
      await isSafeHere()
      expect(text).toContain(`Runde ${round}: Jedes Wort`)
      await amina.sees('kurzfassung', text)
    }
  })
})

const deleteDatabase = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('not deleted'))
  })

const holdDatabase = (name: string) =>
  new Promise<void>((resolve) => {
    const held = indexedDB.open(name)
    held.onsuccess = () => {
      held.result.onversionchange = () => undefined
      indexedDB.deleteDatabase(name).onblocked = () => resolve()
    }
  })

/** One byte in the middle of the largest update, and all of the first that waits or is the last. */
const spoilRows = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => {
      const transaction = request.result.transaction('updates', 'readwrite')
      const store = transaction.objectStore('updates')
      const keys = store.getAllKeys()
      const rows = store.getAll() as IDBRequest<Uint8Array[]>
      rows.onsuccess = () => {
        const lengths = rows.result.map(({ length }) => length)
        const largest = lengths.indexOf(Math.max(...lengths))
        const row = rows.result[largest] ?? new Uint8Array()
        const middle = row.length >> 1
        row[middle] = (row[middle] ?? 0) ^ 1
        store.put(row, keys.result[largest])
        store.put(
          { not: 'an update' },
          keys.result.find((_, index) => index !== largest),
        )
      }
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
      transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
    }
  })

const makeNewer = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name)
    deleting.onsuccess = () => {
      const request = indexedDB.open(name, 2)
      request.onupgradeneeded = () => request.result.createObjectStore('morgen').add('von morgen', 1)
      request.onerror = () => reject(request.error ?? new Error('not made'))
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    }
  })

const readNewer = (name: string) =>
  new Promise<unknown[]>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onerror = () => reject(request.error ?? new Error('not opened'))
    request.onsuccess = () => {
      const rows = request.result.transaction('morgen').objectStore('morgen').getAll()
      rows.onsuccess = () => {
        request.result.close()
        resolve(rows.result as unknown[])
      }
    }
  })

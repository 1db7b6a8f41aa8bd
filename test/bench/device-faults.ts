import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { mountSmallDisk } from '../server/small-disk.ts'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { delayUntil, notesStatus, showsLive } from './status-watch.ts'

const runs = 3
/** A browser's profile and the app. */
const diskMebibytes = 300

/** A few bytes more often find room in a file that is there. */
const longerThanDiskPage = 'Wort '.repeat(1_000)

/**
 * Until the page says that the device does not keep what is typed, in ms: from the moment its database is closed by force
 * and deleted, and from the input that meets a disk that is full, or a database that another tab does not let go.
 */
export const delaysAfterDeviceFaults = async (server: TestServer, draft: FullDraft): Promise<number[]> => {
  const disk = mountSmallDisk(diskMebibytes)
  if (disk === null) throw new Error('only who may mount a small disk can fill it')
  const person = await Person.arrives(bruno, server, { profileFolder: join(disk.folder, 'profile') })
  const { page, context, network } = person
  const delays: number[] = []
  const fails = async (fault: () => Promise<unknown>): Promise<void> => {
    const beganAt = Date.now()
    await fault()
    delays.push(await delayUntil(page, 'device-failure', beganAt))
  }
  try {
    await notesStatus(context)
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.writes('ziele', 'Auf diesem Gerät. ')
    const devtools = await context.newCDPSession(page)
    for (let run = 0; run < runs; run++) {
      await showsLive(page)
      await fails(() => devtools.send('Storage.clearDataForOrigin', { origin: network.url, storageTypes: 'indexeddb' }))
      await showsLive(page)
      const letGo = await holdDatabase(context, network.url, `draft-${draft.draftId}`)
      await page.bringToFront()
      await fails(() => page.keyboard.press('x'))
      await letGo()
      await showsLive(page)
      disk.fill()
      await fails(() => page.keyboard.insertText(longerThanDiskPage))
      disk.free()
    }
    return delays
  } finally {
    await person.leaves()
    disk.unmount()
  }
}

/** Another tab writes into the draft's database on and on, so that nobody else can. Returns how to end that. */
const holdDatabase = async (context: BrowserContext, url: string, name: string): Promise<() => Promise<void>> => {
  const tab = await context.newPage()
  await tab.goto(`${url}/hilfe`)
  await tab.evaluate(
    (database) =>
      new Promise<void>((resolve) => {
        indexedDB.open(database).onsuccess = ({ target }) => {
          const held = (target as IDBOpenDBRequest).result.transaction(['updates', 'outbox'], 'readwrite')
          const again = (): void => {
            resolve()
            held.objectStore('updates').count().onsuccess = again
          }
          again()
        }
      }),
    name,
  )
  return () => tab.close()
}

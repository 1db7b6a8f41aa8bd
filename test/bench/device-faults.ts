import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { german } from '../../src/ui/wording/catalogue.ts'
import { mountSmallDisk, type SmallDisk } from '../server/small-disk.ts'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import * as spoil from '../world/spoil-device.ts'
import type { FullDraft } from './draft.ts'
import { delayUntil, notesStatus, showsLive } from './status-watch.ts'

const { deviceFailure, memoryOnly } = german.connection.status
const runs = 3
/** A browser's profile and the app. */
const diskMebibytes = 300

/** A few bytes more often find room in a file that is there. */
const longerThanDiskPage = 'Wort '.repeat(1_000)

/** How long the page took to say it, in ms, each time it was tried. */
export type Delays = ReadonlyMap<string, readonly number[]>

/**
 * Until the page says that the device does not keep what is typed: from the moment the browser takes its database away,
 * or from the input that meets a database that cannot be written. Damaged rows: from the moment the draft's page
 * is asked for, its loading included; a device that keeps nothing at all: from the click that begins a draft.
 */
export const delaysAfterDeviceFaults = async (server: TestServer, draft: FullDraft): Promise<Delays> => {
  const disk = mountSmallDisk(diskMebibytes)
  if (disk === null) throw new Error('only who may mount a small disk can fill it')
  const delays = new Map<string, number[]>()
  const note: Note = (fault, delay) => void delays.set(fault, [...(delays.get(fault) ?? []), delay])
  try {
    await whileOneWrites(server, draft, disk, note)
    for (let run = 0; run < runs; run++) await fromTheStart(server, note)
    return delays
  } finally {
    disk.unmount()
  }
}

type Note = (fault: string, delay: number) => void

const whileOneWrites = async (server: TestServer, draft: FullDraft, disk: SmallDisk, note: Note): Promise<void> => {
  const person = await Person.arrives(bruno, server, { profileFolder: join(disk.folder, 'profile') })
  const { page, context, network } = person
  const fails = async (fault: string, says: string, happens: () => Promise<unknown>): Promise<void> => {
    const beganAt = Date.now()
    await happens()
    note(fault, await delayUntil(page, 'device-failure', beganAt, says))
  }
  const pressesKey = () => page.keyboard.press('x')
  try {
    await notesStatus(context)
    await context.addInitScript(abortsWhenTold)
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasTheAppOnTheDevice()
    await person.writes('ziele', 'Auf diesem Gerät. ')
    const devtools = await context.newCDPSession(page)
    const internals = await openInternals(context, page)
    for (let run = 0; run < runs; run++) {
      await showsLive(page)
      await fails('the connection closed by force', deviceFailure.closed, () => forceClose(internals))
      await showsLive(page)
      await fails('the database deleted by force', deviceFailure.closed, () =>
        devtools.send('Storage.clearDataForOrigin', { origin: network.url, storageTypes: 'indexeddb' }),
      )
      await showsLive(page)
      await setAborting(page, true)
      await fails('the transaction aborted', deviceFailure.closed, pressesKey)
      await setAborting(page, false)
      await showsLive(page)
      const letGo = await holdDatabase(context, network.url, `draft-${draft.draftId}`)
      await page.bringToFront()
      await fails('another tab in the way', deviceFailure.silent, pressesKey)
      await letGo()
      await showsLive(page)
      const unblock = await spoil.holdDraftDatabase(person)
      await fails('opening blocked', deviceFailure.silent, pressesKey)
      await unblock()
      await showsLive(page)
      let makeRoom = () => Promise.resolve()
      await fails('no quota', deviceFailure.full, async () => {
        makeRoom = await spoil.leaveNoRoom(person)
      })
      await makeRoom()
      await showsLive(page)
      disk.fill()
      await fails('the disk full', '', () => page.keyboard.insertText(longerThanDiskPage))
      disk.free()
      await showsLive(page)
      await fails('a newer version of the database', deviceFailure.newer, () => spoil.makeNewer(person))
      await spoil.deleteDraftDatabase(person)
      await person.reopensDraft()
      await showsLive(page)
      await person.writes('ziele', 'Weiter. ')
      await showsLive(page)
      person.goesOffline()
      await spoil.spoilRows(person)
      const beganAt = Date.now()
      await person.reopensDraft()
      note('damaged rows, from the start', await delayUntil(page, 'damaged', beganAt))
      person.comesBack()
      await showsLive(page)
      await person.writes('ziele', 'Danach. ')
    }
  } finally {
    await person.leaves()
  }
}

/** The browser keeps nothing from the click on that begins a draft. */
const fromTheStart = async (server: TestServer, note: Note): Promise<void> => {
  const forbidden = JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } })
  const begins = async (
    profileFolder: string,
    fault: string,
    status: 'device-failure' | 'memory-only',
    says: string,
  ) => {
    const person = await Person.arrives(bruno, server, { profileFolder })
    try {
      await notesStatus(person.context)
      await person.context.addInitScript(notesClick)
      await person.startsDraft('Marburg')
      const clickedAt = await person.page.evaluate(() => (window as unknown as { clickedAt: number }).clickedAt)
      note(fault, await delayUntil(person.page, status, clickedAt, says))
    } finally {
      await person.leaves()
    }
  }
  const folder = newProfile('IndexedDB', 'a file where the folder should be')
  await begins(folder, 'opening refused, from the start', 'device-failure', deviceFailure.unknown)
  await begins(newProfile('Preferences', forbidden), 'storage forbidden, from the start', 'memory-only', memoryOnly)
}

const newProfile = (file: string, content: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'einvernehmen-device-'))
  mkdirSync(join(folder, 'Default'))
  writeFileSync(join(folder, 'Default', file), content)
  return folder
}

/** Runs in the page: when it was last clicked, since 1970. */
const notesClick = () =>
  addEventListener(
    'click',
    ({ timeStamp }) => Object.assign(window, { clickedAt: performance.timeOrigin + timeStamp }),
    true,
  )

/** Runs in the page: while it is told so, what the draft writes is aborted in the place of being committed. */
const abortsWhenTold = () => {
  // oxlint-disable-next-line typescript/unbound-method -- called on the transaction it was called on
  const { abort, commit } = IDBTransaction.prototype
  IDBTransaction.prototype.commit = function () {
    if ('aborts' in window && window.aborts === true) abort.call(this)
    else commit.call(this)
  }
}

const setAborting = (page: Page, aborts: boolean): Promise<unknown> =>
  page.evaluate((told) => void Object.assign(window, { aborts: told }), aborts)

/** The browser's own page about its databases; the draft's stays in front of it. */
const openInternals = async (context: BrowserContext, page: Page): Promise<Page> => {
  const internals = await context.newPage()
  await internals.goto('chrome://indexeddb-internals')
  await internals.getByText('Force close').first().waitFor()
  await page.bringToFront()
  return internals
}

const forceClose = (internals: Page): Promise<unknown> =>
  internals.getByText('Force close').evaluateAll((all) => all.forEach((each) => (each as HTMLElement).click()))

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

import type { Page } from 'playwright-core'
import { sealRow } from '../../src/storage/row-checksum.ts'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import { call, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'
import { makeHistory, type History } from './history.ts'

const runs = 5
const targetMs = 500
const sectionIds = call.sections.map(({ id }) => id)

/** How long the device takes to open a draft with a long life: 180,000 edits, compacted but for the last 499. */
export const measureStoredHistory = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const value = await timeToOpen(server, draft, makeHistory(sectionIds, 180_000, 499))
  return [{ name: 'A stored history of 180,000 edits opens', value, unit: 'ms', target: targetMs }]
}

/** How long it takes where nothing was ever compacted: a row for each of 50,000 edits. */
export const measureRows = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const value = await timeToOpen(server, draft, makeHistory(sectionIds, 50_000, 50_000))
  return [{ name: 'A log of 50,000 rows opens', value, unit: 'ms', target: targetMs }]
}

/** From the opening of the database to the loaded document, as the app does it, in a browser just started; the median in ms. */
const timeToOpen = async (server: TestServer, draft: FullDraft, history: History): Promise<number> => {
  const person = await Person.arrives(bruno, server)
  try {
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasTheAppOnTheDevice()
    await person.hasEverythingTransferred()
    person.goesOffline()
    await person.opens('/hilfe')
    const times = []
    for (let run = 0; run < runs; run++) {
      await putHistory(person.page, `draft-${draft.draftId}`, history)
      await person.closesBrowser()
      await person.opensBrowser()
      await person.reopensDraft()
      times.push(await loadTime(person.page))
      await person.opens('/hilfe')
    }
    return Math.round(median(times))
  } finally {
    await person.leaves()
  }
}

const loadTime = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (performance.getEntriesByName('draft-loaded').at(-1)?.startTime ?? Number.NaN) -
      (performance.getEntriesByName('draft-opening').at(-1)?.startTime ?? Number.NaN),
  )

const putHistory = (page: Page, database: string, { state, rows }: History): Promise<void> =>
  page.evaluate(
    async ([name, updates]) => {
      const bytes = updates.map((each) => Uint8Array.from(atob(each), (char) => char.charCodeAt(0)))
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
        request.onsuccess = () => {
          const transaction = request.result.transaction('updates', 'readwrite')
          const store = transaction.objectStore('updates')
          store.clear()
          for (const update of bytes) store.add(update)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
          transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
        }
      })
    },
    [database, [state, ...rows].map((update) => Buffer.from(sealRow(update)).toString('base64'))] as const,
  )

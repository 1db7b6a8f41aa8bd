import type { Page } from 'playwright-core'
import type { Person } from './people.ts'

/** What goes wrong with the databases on a person's own device, done to the real ones in their browser. */
const databaseOf = ({ draftPath }: Person): string => `draft-${draftPath.split('/').at(-1)}`

/** Notes every sentence of the status line from now on, so that none is missed that stood there for a moment. */
export const notesStatus = async (person: Person): Promise<void> => {
  await person.context.addInitScript(() => {
    const said: string[] = []
    const note = () => {
      for (const line of document.querySelectorAll<HTMLElement>('[data-status]'))
        said.push(`${line.dataset['status']}: ${line.innerText}`)
    }
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { said })
  })
}

/** What the status line of this page has said since it was opened, each with the state's name before it. */
export const statusesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { said: string[] }).said)

/** Closes every connection to the browser's databases, with its own page for that. */
export const closeConnections = async ({ context, page }: Person): Promise<void> => {
  const internals = await context.newPage()
  await internals.goto('chrome://indexeddb-internals')
  await internals.getByText('Force close').click()
  await internals.close()
  await page.bringToFront()
}

/** Takes everything that the browser keeps in databases for the app, as clearing site data does. */
export const clearDatabases = async ({ context, page, network }: Person): Promise<void> => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: network.url, storageTypes: 'indexeddb' })
  await devtools.detach()
}

export const listDatabases = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/**
 * Leaves the browser no room to write until the return value is called. It believes for half a minute what it last found,
 * unless the databases it has found it for are gone: so they are cleared too.
 */
export const leaveNoRoom = async (person: Person): Promise<() => Promise<void>> => {
  const { context, page, network } = person
  const devtools = await context.newCDPSession(page)
  const { url: origin } = network
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await clearDatabases(person)
  return async () => {
    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await devtools.detach()
  }
}

export const deleteDraftDatabase = (person: Person): Promise<void> =>
  person.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error ?? new Error('not deleted'))
      }),
    databaseOf(person),
  )

/** Holds on to the database while it is to be deleted: nobody else can open it until the return value is called. */
export const holdDraftDatabase = async (person: Person): Promise<() => Promise<void>> => {
  const { page } = person
  const held = await page.evaluateHandle(
    (name) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          indexedDB.deleteDatabase(name).onblocked = () => resolve(opening.result)
        }
      }),
    databaseOf(person),
  )
  return () => held.evaluate((database) => database.close())
}

/** Flips one bit in the middle of the largest update, and puts something else in the place of another. */
export const spoilRows = (person: Person): Promise<void> =>
  person.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('updates', 'readwrite')
          const updates = transaction.objectStore('updates')
          const keys = updates.getAllKeys()
          const rows = updates.getAll() as IDBRequest<Uint8Array[]>
          rows.onsuccess = () => {
            const lengths = rows.result.map(({ length }) => length)
            const largest = lengths.indexOf(Math.max(...lengths))
            const spoilt = rows.result[largest]?.map((byte, at, { length }) => (at === length >> 1 ? byte ^ 1 : byte))
            updates.put(spoilt, keys.result[largest])
            updates.put({ not: 'an update' }, keys.result.at(largest - 1))
          }
          transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    databaseOf(person),
  )

/** A newer app has been here: its database of the draft has another version, and a store of a kind of its own. */
export const makeNewer = (person: Person): Promise<void> =>
  person.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 2)
        request.onupgradeneeded = () => request.result.createObjectStore('morgen').add('von morgen', 1)
        request.onerror = () => reject(request.error ?? new Error('not made'))
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
    databaseOf(person),
  )

/** Everything in the newer app's database, and its version. */
export const readNewer = (person: Person): Promise<unknown> =>
  person.page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
        request.onsuccess = () => {
          const { version, objectStoreNames } = request.result
          const transaction = request.result.transaction(objectStoreNames)
          const stores = Array.from(objectStoreNames, (store) => transaction.objectStore(store).getAll())
          transaction.oncomplete = () => {
            request.result.close()
            resolve({
              version,
              rows: stores.map(({ result }) => (result as unknown[]).map((row) => JSON.stringify(row))),
            })
          }
        }
      }),
    databaseOf(person),
  )

import { within } from '../../storage/within.ts'

/** What a browser keeps for this app, and was found after all of it should have gone. */
export type LeftInBrowser = 'databases' | 'choices' | 'app'

/** Another tab that does not let go is not waited for longer. */
const limitMs = 10_000

/** Deletes everything this browser keeps for this app, the service worker with its caches too, then looks again. */
export const wipeBrowser = async (databases: IDBFactory | null, choices: Storage | null): Promise<LeftInBrowser[]> => {
  await wipeDatabases(databases)
  choices?.clear()
  globalThis.sessionStorage?.clear()
  const { caches } = globalThis
  for (const name of (await caches?.keys()) ?? []) await caches.delete(name)
  for (const worker of await workers()) await worker.unregister()

  const left: LeftInBrowser[] = []
  if ((await namesOf(databases)).length > 0) left.push('databases')
  if ((choices?.length ?? 0) > 0) left.push('choices')
  if (((await caches?.keys()) ?? []).length > 0 || (await workers()).length > 0) left.push('app')
  return left
}

/** Deletes every database of this app. One that another tab holds on to is left. */
export const wipeDatabases = async (databases: IDBFactory | null): Promise<void> => {
  const names = await namesOf(databases)
  await Promise.allSettled(names.map((name) => within(limitMs, remove(databases, name))))
}

const workers = async (): Promise<readonly ServiceWorkerRegistration[]> =>
  globalThis.navigator && 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistrations() : []

const namesOf = async (databases: IDBFactory | null): Promise<string[]> =>
  databases === null ? [] : (await databases.databases()).flatMap(({ name }) => name ?? [])

const remove = (databases: IDBFactory | null, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = databases?.deleteDatabase(name)
    request?.addEventListener('success', () => resolve())
    request?.addEventListener('error', () => reject(request.error ?? new Error('the database was not deleted')))
  })

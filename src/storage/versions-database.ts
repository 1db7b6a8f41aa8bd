import type { DraftId } from '../domain/draft-id.ts'
import { thisDevice, type Device } from './device.ts'

const version = 1

export const versionsStore = 'versions'
/** Beside them, who wrote under which id. */
export const authorsStore = 'authors'

const databaseName = (draftId: DraftId): string => `versions-${draftId}`

/** Opens the versions of a draft, and makes their database where it is missing. Rejects when the browser refuses. */
export const openVersionsDatabase = (factory: IDBFactory, draftId: DraftId): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = factory.open(databaseName(draftId), version)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(versionsStore, { keyPath: 'id' })
      request.result.createObjectStore(authorsStore, { keyPath: 'clientId' })
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the versions did not open')))
  })

/** Takes every version of a draft off this device; nothing where there are none. */
export const removeKeptVersions = (draftId: DraftId, { databases }: Device = thisDevice()): Promise<void> =>
  new Promise((resolve, reject) => {
    if (databases === null) return resolve()
    const request = databases.deleteDatabase(databaseName(draftId))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('the versions were not deleted')))
  })

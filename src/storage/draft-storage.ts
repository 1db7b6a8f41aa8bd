import type * as Y from 'yjs'
import type { DraftId } from '../domain/draft-id.ts'
import { thisDevice, type Device } from './device.ts'
import { DeviceStorage } from './device-storage.ts'
import { deleteDraftDatabase, openExistingDraftDatabase, readOutbox } from './draft-database.ts'
import { Outbox, type WaitingChange } from './outbox.ts'
import type { StorageState } from './storage-state.ts'

export interface DraftStorage {
  state(): StorageState
  onState(listener: (state: StorageState) => void): () => void
  /** This person's changes the server has not acknowledged, oldest first. */
  waiting(): readonly WaitingChange[]
  /** What those changes are, in the same order. */
  unsent(): readonly Uint8Array[]
  onWaiting(listener: () => void): () => void
  /** Everything up to this number is acknowledged by the server. */
  forgetUpTo(seq: number): void
  /** Resolves when what is stored is in the document, or when the device refused (see `state`). Never rejects. */
  whenLoaded: Promise<void>
  /** Resolves when all queued changes are durable, or the state says that they are not. */
  whenIdle(): Promise<void>
  /** Writes what is queued and lets go of the database. */
  close(): Promise<void>
}

/** Keeps the document of one draft on this device. The document must be empty. */
export const openDraftStorage = (draftId: DraftId, doc: Y.Doc, device: Device = thisDevice()): DraftStorage =>
  new DeviceStorage(draftId, doc, device)

/** The waiting changes of a draft that is not open; none when it is not on this device. */
export const readWaiting = async (
  draftId: DraftId,
  { databases }: Device = thisDevice(),
): Promise<readonly WaitingChange[]> => {
  if (databases === null) return []
  const database = await openExistingDraftDatabase(databases, draftId).catch(() => null)
  if (database === null) return []
  const outbox = new Outbox()
  outbox.restore(await readOutbox(database).catch(() => new Map()))
  database.close()
  return outbox.waiting()
}

export const removeDraft = (draftId: DraftId, { databases }: Device = thisDevice()): Promise<void> =>
  databases === null ? Promise.resolve() : deleteDraftDatabase(databases, draftId)

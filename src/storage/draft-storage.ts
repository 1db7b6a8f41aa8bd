import type * as Y from 'yjs'
import type { DocumentId } from '../domain/document-id.ts'
import { thisDevice, type Device } from './device.ts'
import { DeviceStorage } from './device-storage.ts'
import { deleteDraftDatabase, openExistingDraftDatabase, readOutbox, replaceAll } from './draft-database.ts'
import { Outbox, type WaitingChange } from './outbox.ts'
import type { StorageState } from './storage-state.ts'

export interface DraftStorage {
  state(): StorageState
  onState(listener: (state: StorageState) => void): () => void
  /** Whether a part of what was stored here was damaged, and has not been made good for yet. */
  lacks(): boolean
  /** The document has everything the server has: what is missing on this device is written again. */
  mend(): void
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
  /** Writes what is queued and lets go of the database; waits for a browser that does not answer. */
  close(): Promise<void>
}

/** Keeps one document of a draft on this device. It must be empty. */
export const openDraftStorage = (documentId: DocumentId, doc: Y.Doc, device: Device = thisDevice()): DraftStorage =>
  new DeviceStorage(documentId, doc, device)

/** The waiting changes of a document that is not open; none when it is not on this device. */
export const readWaiting = async (
  documentId: DocumentId,
  { databases }: Device = thisDevice(),
): Promise<readonly WaitingChange[]> => {
  if (databases === null) return []
  const database = await openExistingDraftDatabase(databases, documentId).catch(() => null)
  if (database === null) return []
  const outbox = new Outbox()
  outbox.restore(await readOutbox(database).catch(() => new Map()))
  database.close()
  return outbox.waiting()
}

/**
 * Puts something else in the place of all that is stored of a draft, made from it at one go, so that nothing another tab
 * writes is passed over. Rejects, and nothing has changed, where `make` throws or a row is no update.
 */
export const replaceDraft = async (
  documentId: DocumentId,
  make: (held: readonly Uint8Array[]) => { state: Uint8Array; unsent: Uint8Array; places: readonly string[] },
  { databases }: Device = thisDevice(),
): Promise<void> => {
  const database = databases && (await openExistingDraftDatabase(databases, documentId))
  if (!database) throw new DOMException('this draft is not stored here', 'NotFoundError')
  try {
    await replaceAll(database, (held) => {
      const { state, unsent, places } = make(held)
      const row = { update: unsent, at: Date.now(), places }
      return { state, waiting: [new Outbox().add(row), row] }
    })
  } finally {
    database.close()
  }
}

export const removeDraft = (documentId: DocumentId, { databases }: Device = thisDevice()): Promise<void> =>
  databases === null ? Promise.resolve() : deleteDraftDatabase(databases, documentId)

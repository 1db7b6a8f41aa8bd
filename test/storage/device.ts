import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { readSectionText } from '../../src/document/read-expression.ts'
import type { DocumentId } from '../../src/domain/document-id.ts'
import { createDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import type { DamagedRow } from '../../src/storage/damaged-rows.ts'
import type { Device } from '../../src/storage/device.ts'
import { openDraftDatabase, readOutbox } from '../../src/storage/draft-database.ts'
import { openDraftStorage, type DraftStorage } from '../../src/storage/draft-storage.ts'
import { TestLocks } from '../world/locks.ts'

/** Someone's browser: one IndexedDB, any number of tabs, and the ways it can fail. */
export class TestDevice implements Device {
  readonly databases: IDBFactory
  locks = new TestLocks()
  readonly #connections = new Set<IDBDatabase>()
  readonly #aborted = new Set<(name: string) => boolean>()

  constructor() {
    this.databases = new IDBFactory()
    const open = this.databases.open.bind(this.databases)
    this.databases.open = (name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => {
        this.#connections.add(request.result)
        this.#mayAbort(request.result)
      })
      return request
    }
  }

  /** Closes every connection as a browser does when site data are cleared or the disk is gone. */
  forceClose(): void {
    // The library's types ask for the class where its code takes a connection.
    for (const connection of this.#connections) forceCloseDatabase(connection as unknown as typeof IDBDatabase)
    this.#connections.clear()
  }

  /** Its tabs are gone without a word, and their locks with them. */
  losesLocks(): void {
    this.locks = new TestLocks()
  }

  refuse(error: DOMException): () => void {
    const open = this.databases.open.bind(this.databases)
    this.databases.open = () => {
      throw error
    }
    return () => {
      this.databases.open = open
    }
  }

  /**
   * Every transaction that writes, into databases of such a name, is begun and then aborted, as on a full disk; on
   * connections opened later, too. Returns what ends it.
   */
  abortWrites(isMeant: (name: string) => boolean = () => true): () => void {
    this.#aborted.add(isMeant)
    return () => this.#aborted.delete(isMeant)
  }

  #mayAbort(connection: IDBDatabase): void {
    const transaction = connection.transaction.bind(connection)
    connection.transaction = (...request) => {
      const begun = transaction(...request)
      const isMeant = [...this.#aborted].some((each) => each(connection.name))
      if (!isMeant || request[1] !== 'readwrite') return begun
      let isAborted = false
      const abort = () => {
        if (!isAborted) begun.abort()
        isAborted = true
      }
      begun.commit = abort
      queueMicrotask(abort)
      return begun
    }
  }

  /** Nothing else is written to a document until the return value is called: somebody's transaction goes on and on. */
  async occupies(documentId: DocumentId): Promise<() => void> {
    const { database } = await openDraftDatabase(this.databases, documentId)
    let isReleased = false
    const rows = database.transaction(['updates', 'outbox'], 'readwrite').objectStore('updates')
    const goOn = () => {
      if (isReleased) return database.close()
      rows.count().addEventListener('success', goOn)
    }
    goOn()
    return () => {
      isReleased = true
    }
  }

  /** Puts something else in the place of one stored row, as a failing disk might. `row` counts from 0, from the end below. */
  async spoils(
    draftId: DraftId,
    store: 'updates' | 'outbox',
    row: number,
    change: (value: never) => unknown,
  ): Promise<void> {
    const { database } = await openDraftDatabase(this.databases, draftId)
    await new Promise<void>((resolve) => {
      const transaction = database.transaction(store, 'readwrite')
      const rows = transaction.objectStore(store)
      const keys = rows.getAllKeys()
      keys.addEventListener('success', () => {
        const key = keys.result.at(row) ?? 0
        const value = rows.get(key)
        value.addEventListener('success', () => rows.put(change(value.result as never), key))
      })
      transaction.addEventListener('complete', () => resolve())
    })
    database.close()
  }

  /** What was damaged and moved aside, oldest first, as it was found. */
  async damaged(documentId: DocumentId): Promise<DamagedRow[]> {
    const { database } = await openDraftDatabase(this.databases, documentId)
    const kept = database
      .transaction('custom')
      .objectStore('custom')
      .getAll(IDBKeyRange.bound(['damaged'], ['damaged', []]))
    await new Promise((resolve) => kept.addEventListener('success', resolve))
    database.close()
    return kept.result as DamagedRow[]
  }

  async stored(draftId: DraftId): Promise<{ text: string; rows: number; waiting: number }> {
    const { database } = await openDraftDatabase(this.databases, draftId)
    const rows = await readRows(database)
    const waiting = (await readOutbox(database)).size
    database.close()
    const doc = new Y.Doc()
    for (const row of rows) if (row instanceof Uint8Array) Y.applyUpdate(doc, row)
    return { text: readSectionText(doc, 'ziele'), rows: rows.length, waiting }
  }
}

/** The rows as they lie in the database. */
const readRows = (database: IDBDatabase): Promise<unknown[]> =>
  new Promise((resolve) => {
    const rows = database.transaction('updates').objectStore('updates').getAll()
    rows.addEventListener('success', () => resolve(rows.result))
  })

export interface Tab {
  doc: Y.Doc
  storage: DraftStorage
  writes(text: string): void
  reads(): string
}

export const openTab = async (device: Device, draftId: DraftId): Promise<Tab> => {
  const doc = createDraftDocument()
  const storage = openDraftStorage(draftId, doc, device)
  await storage.whenLoaded
  return {
    doc,
    storage,
    writes: (text) => appendToSection(doc, 'ziele', [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }]),
    reads: () => readSectionText(doc, 'ziele'),
  }
}

export const someoneElsesText = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, `${text}\n`)
  return Y.encodeStateAsUpdate(doc)
}

export const newDraftId = (): DraftId => createDraftId(crypto.getRandomValues(new Uint8Array(26)))

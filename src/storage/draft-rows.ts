/* oxlint-disable no-underscore-dangle -- the names are y-indexeddb's */
import { fetchUpdates, type IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { createDraftDocument } from '../document/draft-document.ts'
import { moveAside, type DamagedRow } from './damaged-rows.ts'
import type { OutboxRow } from './outbox-row.ts'
import { takePending } from './pending.ts'
import { readStored } from './read-stored.ts'
import { openRow, sealRow } from './row-checksum.ts'
import { outboxStore, updatesStore } from './store-names.ts'
import { whenComplete } from './transaction.ts'

/** So many rows, or as many bytes as the compacted state has but at least so many, and the log is compacted. */
const maxRows = 500
const minBytes = 262_144

/** Compaction waits so long, and then for a moment without work; never for a pause in writing: that would starve it. */
const compactionDelayMs = 2_000
const longestIdleWaitMs = 5_000

/** What a draft's database holds beside its text. */
export interface Loaded {
  outbox: ReadonlyMap<number, OutboxRow>
  /** Keys of `updates` that the browser cannot read, where something is missing that the server must bring; else null. */
  lack: readonly IDBValidKey[] | null
}

/** The rows of a draft's updates: loading them into its document, and compacting them once they are many. */
export class DraftRows {
  readonly #doc: Y.Doc
  readonly #locks: LockManager | null
  readonly #lockName: string
  #database: IDBDatabase | null = null
  #rows = 0
  #bytes = 0
  #stateBytes = 0
  /** Stored here, but building on something that is not. */
  #heldBack: Uint8Array | null = null
  #compaction: ReturnType<typeof setTimeout> | null = null

  /** Under the lock of that name one tab at a time compacts; without locks, the transactions keep them apart. */
  constructor(doc: Y.Doc, locks: LockManager | null, lockName: string) {
    this.#doc = doc
    this.#locks = locks
    this.#lockName = lockName
  }

  /** Whether a transaction of this origin only brought what is stored. */
  isOrigin(origin: unknown): boolean {
    return origin === this
  }

  /** The connection on which to compact; null while there is none. */
  use(database: IDBDatabase | null): void {
    this.#database = database
  }

  /**
   * Applies everything that is as it was written, and moves the rest aside. What this person wrote is in the outbox too,
   * which makes good for a damaged row.
   */
  async load(database: IDBDatabase): Promise<Loaded> {
    const stored = await readStored(database, (rows) => this.#apply(rows))
    const { outbox, damaged } = stored
    if (damaged.length > 0) {
      this.#apply(Array.from(outbox.values(), ({ update }) => update))
      const instead = this.#replaceWaiting(damaged)
      await moveAside(database, damaged, instead)
      for (const [key, row] of instead) outbox.set(key, row)
    }
    const unreadable = damaged.filter(({ store, row }) => store === updatesStore && row === null)
    const lack = stored.lacks || damaged.length > 0 ? unreadable.map(({ key }) => key) : null
    this.#heldBack = takePending(this.#doc)
    this.#stateBytes = stored.largestBytes
    this.#rows = stored.rows
    this.#bytes = stored.bytes - stored.largestBytes
    this.#compactIfDue()
    return { outbox, lack }
  }

  /** The document has everything the server has: what was held back until then may have its place now. */
  fillIn(): void {
    if (this.#heldBack === null || this.#doc.store.pendingStructs !== null) return
    Y.applyUpdate(this.#doc, this.#heldBack, this)
    this.#heldBack = takePending(this.#doc)
  }

  /** Notes what was written, and replaces all rows by the document's state once there are too many. */
  written(updates: readonly Uint8Array[]): void {
    this.#rows += updates.length
    for (const { length } of updates) this.#bytes += length
    this.#compactIfDue()
  }

  #compactIfDue(): void {
    const isDue = this.#rows >= maxRows || this.#bytes >= Math.max(minBytes, this.#stateBytes)
    if (!isDue || this.#compaction !== null) return
    this.#compaction = setTimeout(() => {
      whenUnoccupied(() => {
        this.#compaction = null
        // One transaction: when it fails nothing has changed on disk, and the next write tries again.
        void this.#compact().catch(() => null)
      })
    }, compactionDelayMs)
  }

  /** The database was deleted and made anew. */
  startOver(): void {
    this.#rows = 0
    this.#bytes = 0
  }

  close(): void {
    if (this.#compaction !== null) clearTimeout(this.#compaction)
    this.#database = null
  }

  #apply(rows: readonly unknown[]): number[] {
    const damaged: number[] = []
    Y.transact(
      this.#doc,
      () => {
        for (const [index, row] of rows.entries()) if (!this.#applyReadable(openRow(row))) damaged.push(index)
      },
      this,
      false,
    )
    return damaged
  }

  #applyReadable(update: Uint8Array | null): boolean {
    if (update === null) return false
    try {
      Y.applyUpdate(this.#doc, update, this)
      return true
    } catch {
      return false
    }
  }

  /** Which of the person's changes a damaged row was, nobody can say; all that is here surely has what is left of it. */
  #replaceWaiting(damaged: readonly DamagedRow[]): Map<number, OutboxRow> {
    const waiting = damaged.filter(({ store }) => store === outboxStore)
    return new Map(
      waiting.map(({ key }, index) => {
        const update = index === 0 ? Y.encodeStateAsUpdate(this.#doc) : new Uint8Array([0, 0])
        return [Number(key), { update, at: Date.now(), places: [] }]
      }),
    )
  }

  async #compact(): Promise<void> {
    const database = this.#database
    if (database === null) return
    if (this.#locks === null) return this.#writeCollected(database)
    await this.#locks.request(this.#lockName, { ifAvailable: true }, async (lock) => {
      if (lock) await this.#writeCollected(database)
    })
  }

  /**
   * In one transaction, y-indexeddb reads the log into a document of its own, and that document's state takes the log's
   * place: what is on disk at that moment, with other tabs' rows, and without what only undoing still holds in memory.
   * What builds on something that is not there stays a row of its own, as it is.
   */
  async #writeCollected(database: IDBDatabase): Promise<void> {
    const doc = createDraftDocument()
    const log = { db: database, doc, _dbref: 0, _dbsize: 0, _destroyed: false }
    const updates = await fetchUpdates(log as unknown as IndexeddbPersistence)
    const pending = takePending(doc)
    const state = sealRow(Y.encodeStateAsUpdate(doc))
    updates.add(state)
    if (pending !== null) updates.add(sealRow(pending))
    updates.delete(IDBKeyRange.upperBound(log._dbref, true))
    await whenComplete(updates.transaction)
    this.#rows = 1
    this.#bytes = 0
    this.#stateBytes = state.length
    doc.destroy()
  }
}

/** Safari has no idle callbacks. */
const whenUnoccupied = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: longestIdleWaitMs })
  else setTimeout(work, 0)
}

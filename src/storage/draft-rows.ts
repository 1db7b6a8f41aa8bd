/* oxlint-disable no-underscore-dangle -- the names are y-indexeddb's */
import { fetchUpdates, PREFERRED_TRIM_SIZE, storeState, type IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { readUpdates, type OutboxRow } from './draft-database.ts'

/** Compaction waits this long after the rows have grown too many, and never for a pause: that would starve it. */
const compactionDelayMs = 2_000

/**
 * Loading and compaction by y-indexeddb's own functions on our connection. Its class is not used: it opens a second
 * connection, listens to the document, and throws inside Yjs events once that connection is lost, which kills the
 * document for good (yjs#799).
 */
export class DraftRows {
  /** What y-indexeddb's functions use of its class; as an object also the origin of what they apply. */
  readonly #handle: Pick<IndexeddbPersistence, 'db' | 'doc' | '_dbref' | '_dbsize' | '_destroyed'>
  readonly #locks: LockManager | null
  readonly #lockName: string
  #isWhole = true
  #compaction: ReturnType<typeof setTimeout> | null = null

  constructor(doc: Y.Doc, locks: LockManager | null, lockName: string) {
    this.#handle = { db: null, doc, _dbref: 0, _dbsize: 0, _destroyed: false }
    this.#locks = locks
    this.#lockName = lockName
  }

  get database(): IDBDatabase | null {
    return this.#handle.db
  }

  /** Whether a transaction of this origin only brought what is stored. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#handle
  }

  attach(database: IDBDatabase): void {
    this.#handle.db = database
    this.#handle._dbref = 0
  }

  detach(): void {
    this.#handle.db?.close()
    this.#handle.db = null
  }

  /**
   * Applies everything stored, and does not wait until the rows are counted for the first compaction. Where one row is
   * unreadable the others are applied one by one, the outbox with them.
   */
  async load(outbox: Promise<ReadonlyMap<number, OutboxRow>>): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        fetchUpdates(this.#handle as IndexeddbPersistence, undefined, () => resolve()).catch(reject)
      })
    } catch (error) {
      if (this.database === null) throw error
      const rows = await readUpdates(this.database)
      const waiting = [...(await outbox).values()]
      for (const row of [...rows, ...waiting.map(({ update }) => update)]) this.#applyReadable(row)
      // A spoiled row is left where it is, so this page does not compact.
      this.#isWhole = false
    }
  }

  #applyReadable(row: unknown): void {
    try {
      if (row instanceof Uint8Array) Y.applyUpdate(this.#handle.doc, row, this.#handle)
    } catch {
      // One spoiled row must not cost the rest; what it held comes back from the server.
    }
  }

  /** Notes how many rows were written, and replaces all by the document's state once there are too many. */
  written(count: number): void {
    this.#handle._dbsize += count
    if (this.#handle._dbsize < PREFERRED_TRIM_SIZE || !this.#isWhole || this.#compaction !== null) return
    this.#compaction = setTimeout(() => {
      this.#compaction = null
      // One transaction: when it fails nothing has changed on disk, and the next write tries again.
      if (this.database !== null) void this.#compact().catch(() => null)
    }, compactionDelayMs)
  }

  /** The database was deleted and made anew. */
  forgetCount(): void {
    this.#handle._dbsize = 0
  }

  /** One tab at a time where the browser has locks; without, the transaction keeps them apart. */
  async #compact(): Promise<void> {
    if (this.#locks === null) return storeState(this.#handle as IndexeddbPersistence, false)
    await this.#locks.request(this.#lockName, { ifAvailable: true }, async (lock) => {
      if (lock) await storeState(this.#handle as IndexeddbPersistence, false)
    })
  }

  close(): void {
    if (this.#compaction !== null) clearTimeout(this.#compaction)
    this.#handle._destroyed = true
    this.detach()
  }
}

import * as Y from 'yjs'
import { fromOtherTab, isOwnChange } from '../document/origins.ts'
import { touchedPlaces } from '../document/touched-places.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { Device } from './device.ts'
import { draftDatabaseName, openDraftDatabase, readOutbox, writeBatch, type OutboxRow } from './draft-database.ts'
import { DraftRows } from './draft-rows.ts'
import type { DraftStorage } from './draft-storage.ts'
import { Outbox } from './outbox.ts'
import { failureReason, isNamed, type StorageState } from './storage-state.ts'
import { within } from './within.ts'

/*
 * The flow: the document's listener only puts the update into a queue. A microtask later the queue is written in one
 * transaction, so 2,000 edits of one task are one transaction. On any failure the queue stays, the state says so, and
 * it is written again on a new connection, with the whole document first if the database was deleted meanwhile.
 */

/** How long the browser may take to open the database or to hand out what is in it. */
const openLimitMs = 4_000
const loadLimitMs = 15_000
const firstRetryMs = 250
/** What is acknowledged leaves the disk with the next change or after so long: a row sent twice does no harm. */
const forgetSoonMs = 250
const longestRetryMs = 10_000

/** A draft's storage in this browser's IndexedDB. */
export class DeviceStorage implements DraftStorage {
  readonly #draftId: DraftId
  readonly #doc: Y.Doc
  readonly #databases: IDBFactory | null
  readonly #rows: DraftRows
  readonly #outbox = new Outbox()
  readonly #stateListeners = new Set<(state: StorageState) => void>()
  readonly #waitingListeners = new Set<() => void>()
  /** Updates not yet on disk, with their outbox number when they are this person's. */
  #queue: { update: Uint8Array; seq: number | null }[] = []
  #acknowledged: number[] = []
  #state: StorageState = { name: 'opening' }
  #isLoaded = false
  #wasConnected = false
  #mustConnect = true
  #work: Promise<void> | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  #announcing = false
  #closed = false
  readonly whenLoaded: Promise<void>

  constructor(draftId: DraftId, doc: Y.Doc, device: Device) {
    this.#draftId = draftId
    this.#doc = doc
    this.#databases = device.databases
    this.#rows = new DraftRows(doc, device.locks, `compact:${draftDatabaseName(draftId)}`)
    doc.on('update', this.#keep)
    this.whenLoaded = this.#flush()
  }

  onState(listener: (state: StorageState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  state = () => this.#state
  waiting = () => this.#outbox.waiting()
  unsent = () => this.#outbox.unsent()
  onWaiting(listener: () => void): () => void {
    this.#waitingListeners.add(listener)
    return () => this.#waitingListeners.delete(listener)
  }

  forgetUpTo(seq: number): void {
    const forgotten = this.#outbox.forgetUpTo(seq)
    if (forgotten.length === 0) return
    this.#acknowledged.push(...forgotten)
    this.#announceWaiting()
    setTimeout(() => this.#flushSoon(), forgetSoonMs)
  }

  async whenIdle(): Promise<void> {
    await this.whenLoaded
    while (this.#hasWork() && this.#retry === null) await (this.#work ?? this.#flush())
  }

  async close(): Promise<void> {
    await this.whenIdle()
    this.#closed = true
    this.#doc.off('update', this.#keep)
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#rows.close()
    this.#stateListeners.clear()
    this.#waitingListeners.clear()
  }

  /** The document's listener. It must never throw: one throw and Yjs never fires this document's events again. */
  #keep = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    // What another tab made it has stored itself.
    if (this.#rows.isOrigin(origin) || origin === fromOtherTab) return
    if (isOwnChange(transaction)) {
      const seq = this.#outbox.add({ update, at: Date.now(), places: touchedPlaces(transaction) })
      this.#queue.push({ update, seq })
      this.#announceWaiting()
    } else {
      this.#queue.push({ update, seq: null })
    }
    this.#flushSoon()
  }

  #hasWork = () => this.#mustConnect || this.#queue.length > 0 || this.#acknowledged.length > 0

  #flushSoon(): void {
    if (!this.#closed && this.#work === null && this.#retry === null && this.#hasWork()) void this.#flush()
  }

  /** Never rejects: a failure becomes the state, and a later attempt. */
  #flush(): Promise<void> {
    if (this.#work !== null) return this.#work
    this.#work = this.#writeAndTell()
    return this.#work
  }

  async #writeAndTell(): Promise<void> {
    try {
      await this.#writeAll()
      this.#failures = 0
      this.#setState({ name: 'kept' })
    } catch (error) {
      this.#fail(error)
    }
    this.#work = null
    this.#flushSoon()
  }

  async #writeAll(): Promise<void> {
    // One microtask later, so that the changes of one task are written together and the key press is done first.
    await Promise.resolve()
    while (this.#hasWork() && !this.#closed) {
      const database = this.#rows.database ?? (await this.#connect())
      const queue = this.#queue.slice()
      const acknowledged = this.#acknowledged.slice()
      if (queue.length === 0 && acknowledged.length === 0) continue
      if (this.#state.name === 'kept') this.#setState({ name: 'writing' })
      try {
        await writeBatch(database, {
          updates: queue.map(({ update }) => update),
          outbox: this.#rowsOf(queue),
          acknowledged,
        })
      } catch (error) {
        // Another tab took the same number: give ours new ones.
        if (!isNamed(error, 'ConstraintError')) throw error
        for (const each of queue) if (each.seq !== null) each.seq = this.#outbox.renumber(each.seq)
        continue
      }
      this.#queue.splice(0, queue.length)
      this.#acknowledged.splice(0, acknowledged.length)
      this.#rows.written(queue.length)
    }
  }

  /** Outbox rows of the queued changes; what the server acknowledged before it was written here needs none. */
  #rowsOf(queue: readonly { seq: number | null }[]): Map<number, OutboxRow> {
    const rows = new Map<number, OutboxRow>()
    for (const { seq } of queue) {
      const row = seq === null ? undefined : this.#outbox.get(seq)
      if (seq !== null && row) rows.set(seq, row)
    }
    return rows
  }

  async #connect(): Promise<IDBDatabase> {
    if (this.#databases === null) throw new DOMException('no IndexedDB here', 'SecurityError')
    const opening = openDraftDatabase(this.#databases, this.#draftId)
    const { database, isNew } = await within(openLimitMs, opening).catch((error: unknown) => {
      opening.then(
        (late) => late.database.close(),
        () => undefined,
      )
      throw error
    })
    // Another tab deletes the database. It is made anew at once where the server does not have everything.
    database.addEventListener('versionchange', () => {
      if (this.#rows.database === database) this.#rows.detach()
      if (this.#outbox.waiting().length > 0) this.#mustConnect = true
      this.#flushSoon()
    })
    database.addEventListener('close', () => {
      if (this.#rows.database !== database) return
      this.#fail(new DOMException('the browser closed the database', 'InvalidStateError'))
    })
    this.#rows.attach(database)
    if (!this.#isLoaded) await this.#load(database)
    else if (isNew) await this.#writeWhole(database)
    this.#mustConnect = false
    this.#wasConnected = true
    return database
  }

  async #load(database: IDBDatabase): Promise<void> {
    // The outbox is asked for first: what it names is then surely among the updates read after it.
    const reading = readOutbox(database)
    await within(loadLimitMs, Promise.all([reading, this.#rows.load(reading)]))
    const outbox = await reading
    this.#isLoaded = true
    this.#outbox.restore(outbox)
    if (outbox.size > 0) this.#announceWaiting()
  }

  /** After the database was deleted: the whole document, and everything that still waits. */
  async #writeWhole(database: IDBDatabase): Promise<void> {
    const queued = this.#queue.length
    const acknowledged = this.#acknowledged.length
    this.#rows.forgetCount()
    const updates = [Y.encodeStateAsUpdate(this.#doc)]
    await writeBatch(database, { updates, outbox: this.#outbox.all(), acknowledged: [] })
    this.#queue.splice(0, queued)
    this.#acknowledged.splice(0, acknowledged)
  }

  #fail(error: unknown): void {
    if (this.#closed) return
    this.#rows.detach()
    this.#mustConnect = true
    const reason = failureReason(error)
    this.#setState(this.#wasConnected || reason === 'full' ? { name: 'failed', reason } : { name: 'memory' })
    if (this.#retry !== null) return
    const delayMs = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs)
    this.#retry = setTimeout(() => {
      this.#retry = null
      void this.#flush()
    }, delayMs)
  }

  #setState(state: StorageState): void {
    if (state.name === this.#state.name && state.name !== 'failed') return
    this.#state = state
    for (const listener of this.#stateListeners) listener(state)
  }

  /** Once per task, outside the Yjs event, so that a listener's mistake cannot reach it. */
  #announceWaiting(): void {
    if (this.#announcing) return
    this.#announcing = true
    queueMicrotask(() => {
      this.#announcing = false
      for (const listener of this.#waitingListeners) listener()
    })
  }
}

import * as Y from 'yjs'
import { fromOtherTab, isOwnChange } from '../document/origins.ts'
import { touchedPlaces } from '../document/touched-places.ts'
import type { DocumentId } from '../domain/document-id.ts'
import type { Device } from './device.ts'
import { DraftConnection, type Loss } from './draft-connection.ts'
import { draftDatabaseName, writeBatch } from './draft-database.ts'
import { DraftRows, type Loaded } from './draft-rows.ts'
import type { DraftStorage } from './draft-storage.ts'
import { oncePerTask } from './once-per-task.ts'
import { failureReason, isNamed, isRefusal, type StorageState } from './storage-state.ts'
import { isSilent, untilSilent } from './until-silent.ts'
import { within } from './within.ts'
import { WriteQueue, type Portion } from './write-queue.ts'

/*
 * The flow: the document's listener only puts the update into a queue. A microtask later the queue is written in one
 * transaction, so 2,000 edits of one task are one transaction. On any failure the queue stays, the state says so, and
 * it is written again on a new connection, with the whole document first if the database was deleted meanwhile.
 */

/** How long the browser may take to hand out what is in the database. */
const loadLimitMs = 15_000
/** What was typed is said not to be safe when it is not on disk after so long. */
const patienceMs = 800
const firstRetryMs = 250
/** What is acknowledged leaves the disk with the next change, or so long after the last answer: a row sent twice does no harm. */
const forgetSoonMs = 250
const longestRetryMs = 10_000

/** A document's storage in this browser's IndexedDB. */
export class DeviceStorage implements DraftStorage {
  readonly #doc: Y.Doc
  readonly #connection: DraftConnection
  readonly #rows: DraftRows
  readonly #queue = new WriteQueue()
  readonly #stateListeners = new Set<(state: StorageState) => void>()
  readonly #waitingListeners = new Set<() => void>()
  readonly #announceWaiting = oncePerTask(() => this.#waitingListeners.forEach((listener) => listener()))
  #state: StorageState = { name: 'opening' }
  #lack: Loaded['lack'] = null
  #hasServersText = false
  #mustMend = false
  #wasOpen = false
  #isLoaded = false
  /** The database was deleted, or was lost as it is when it is deleted. Another tab may have made it anew already. */
  #mayBeGone = false
  #mustConnect = true
  #work: Promise<void> | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  #forgetting: ReturnType<typeof setTimeout> | undefined
  /** Closed, or the database is a newer app's, which this one leaves alone. */
  #isDone = false
  readonly whenLoaded: Promise<void>

  constructor(documentId: DocumentId, doc: Y.Doc, { databases, locks }: Device) {
    this.#doc = doc
    this.#connection = new DraftConnection(documentId, databases, (loss) => this.#onLost(loss))
    this.#rows = new DraftRows(doc, locks, `compact:${draftDatabaseName(documentId)}`)
    doc.on('update', this.#keep)
    this.whenLoaded = this.#flush()
  }

  onState(listener: (state: StorageState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  state = () => this.#state
  lacks = () => this.#lack !== null
  waiting = () => this.#queue.outbox.waiting()
  unsent = () => this.#queue.outbox.unsent()
  onWaiting(listener: () => void): () => void {
    this.#waitingListeners.add(listener)
    return () => this.#waitingListeners.delete(listener)
  }

  forgetUpTo(seq: number): void {
    if (!this.#queue.forgetUpTo(seq)) return
    this.#announceWaiting()
    clearTimeout(this.#forgetting)
    this.#forgetting = setTimeout(() => this.#flushSoon(), forgetSoonMs)
  }

  mend(): void {
    this.#hasServersText = true
    this.#rows.fillIn()
    this.#mustMend = this.#lack !== null
    this.#flushSoon()
  }

  async whenIdle(): Promise<void> {
    await this.whenLoaded
    while (this.#isWriting() && !isSilent(this.#state)) await untilSilent(this, this.#work ?? this.#flush())
  }

  async close(): Promise<void> {
    await this.whenLoaded
    while (this.#isWriting()) await (this.#work ?? this.#flush())
    this.#isDone = true
    this.#doc.off('update', this.#keep)
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#rows.close()
    this.#connection.close()
    this.#stateListeners.clear()
    this.#waitingListeners.clear()
  }

  /** The document's listener. It must never throw: one throw and Yjs never fires this document's events again. */
  #keep = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    // What another tab made it has stored itself.
    if (this.#rows.isOrigin(origin) || origin === fromOtherTab) return
    const isOwn = isOwnChange(transaction)
    this.#queue.add(update, isOwn ? { at: Date.now(), places: touchedPlaces(transaction) } : null)
    if (isOwn) this.#announceWaiting()
    this.#flushSoon()
  }

  #hasWork = () => !this.#isDone && (this.#mustConnect || this.#mustMend || !this.#queue.isEmpty)

  #isWriting = () => this.#hasWork() && this.#retry === null

  #flushSoon(): void {
    if (this.#work === null && this.#retry === null && this.#hasWork()) void this.#flush()
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
    while (this.#hasWork()) {
      const database = this.#connection.database ?? (await this.#impatiently(this.#connect()))
      const unreadable = this.#mustMend ? this.#lack : null
      if (unreadable) await this.#mend(database, unreadable)
      else if (!this.#queue.isEmpty) await this.#write(database, this.#queue.portion())
    }
  }

  async #write(database: IDBDatabase, portion: Portion): Promise<void> {
    if (this.#state.name === 'kept') this.#setState({ name: 'writing' })
    try {
      await this.#impatiently(writeBatch(database, portion))
    } catch (error) {
      // Another tab took the same number.
      if (!isNamed(error, 'ConstraintError')) throw error
      return this.#queue.renumber(portion)
    }
    this.#queue.written(portion)
    this.#setState({ name: 'writing' })
    this.#rows.written(portion.updates)
  }

  /** Says so when the browser takes long; nothing is typed before the draft is loaded. */
  async #impatiently<T>(work: Promise<T>): Promise<T> {
    const patience = setTimeout(() => {
      if (this.#isLoaded) this.#setState({ name: 'failed', reason: 'silent' })
    }, patienceMs)
    return work.finally(() => clearTimeout(patience))
  }

  /** The whole document makes good for what is missing on disk. */
  async #mend(database: IDBDatabase, unreadable: readonly IDBValidKey[]): Promise<void> {
    const updates = [Y.encodeStateAsUpdate(this.#doc)]
    await writeBatch(database, { updates, outbox: new Map(), acknowledged: [], mended: { unreadable } })
    this.#lack = null
    this.#mustMend = false
    this.#rows.written(updates)
  }

  async #connect(): Promise<IDBDatabase> {
    const { database, isNew } = await this.#connection.open()
    this.#wasOpen = true
    if (!this.#isLoaded) await this.#load(database)
    else if (isNew || this.#mayBeGone) {
      if (isNew) this.#rows.startOver()
      await this.#write(database, this.#queue.everything(Y.encodeStateAsUpdate(this.#doc)))
    }
    this.#mayBeGone = false
    this.#rows.use(database)
    this.#mustConnect = false
    return database
  }

  async #load(database: IDBDatabase): Promise<void> {
    const { outbox, lack } = await within(loadLimitMs, this.#rows.load(database))
    this.#isLoaded = true
    this.#lack = lack
    if (this.#hasServersText) this.mend()
    this.#queue.outbox.restore(outbox)
    if (outbox.size > 0) this.#announceWaiting()
  }

  #onLost(loss: Loss): void {
    this.#rows.use(null)
    this.#mayBeGone = loss !== 'newer'
    if (loss === 'closed') return this.#fail(new DOMException('the browser closed the database', 'InvalidStateError'))
    if (loss === 'newer') return this.#fail(new DOMException('a newer app took the database', 'VersionError'))
    // Deleted by another tab: made anew at once where the server does not have everything, else with the next change.
    if (this.#queue.outbox.waiting().length > 0) this.#mustConnect = true
    this.#flushSoon()
  }

  #fail(error: unknown): void {
    if (this.#isDone) return
    this.#connection.drop(error)
    this.#rows.use(null)
    this.#mustConnect = true
    const reason = failureReason(error)
    this.#setState(!this.#wasOpen && isRefusal(error) ? { name: 'memory' } : { name: 'failed', reason })
    if (reason === 'newer') this.#isDone = true
    if (this.#retry !== null || this.#isDone) return
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
}

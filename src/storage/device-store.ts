import { wrap, type IDBPDatabase } from 'idb'
import { readCall, type Call } from '../domain/call.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { thisDevice, type Device } from './device.ts'
import { readDraftRecord, type DraftRecord } from './draft-record.ts'
import { isNamed } from './storage-state.ts'
import { mendLog, noteRefused } from './torn-log.ts'
import { within } from './within.ts'

/** A draft's record and the call it belongs to, as far as they are here. */
export interface KeptDraft {
  record: DraftRecord | null
  call: Call | null
}

/** What this device remembers beside the drafts' texts. No method rejects: what cannot be kept lasts as long as the page. */
export interface DeviceStore {
  /** False once the browser has refused to keep something. */
  readonly keeps: boolean
  listDrafts(): Promise<DraftRecord[]>
  readDraft(draftId: DraftId): Promise<DraftRecord | null>
  /** With the call it belongs to, at one go: opening a draft waits for both. */
  readDraftAndCall(draftId: DraftId): Promise<KeptDraft>
  writeDraft(record: DraftRecord): Promise<void>
  /** Changes parts of a record and leaves the rest as another tab may have written it. Nothing when it is not there. */
  changeDraft(draftId: DraftId, change: Partial<DraftRecord>): Promise<void>
  removeDraft(draftId: DraftId): Promise<void>
  readCalls(): Promise<Call[]>
  writeCalls(calls: readonly Call[]): Promise<void>
}

const openLimitMs = 4_000
/** What the browser did not take, or took away, is offered to it again so often. */
const againMs = 1_000

export const openDeviceStore = (device: Device = thisDevice()): DeviceStore => new BrowserDeviceStore(device.databases)

/** Opens the database; where it has to be made, with these in it. */
const openDatabase = (
  databases: IDBFactory,
  records: Iterable<DraftRecord>,
  calls: readonly Call[],
): Promise<IDBPDatabase> =>
  new Promise((resolve, reject) => {
    const request = databases.open('einvernehmen', 1)
    request.addEventListener('upgradeneeded', () => {
      const drafts = request.result.createObjectStore('drafts', { keyPath: 'draftId' })
      const known = request.result.createObjectStore('calls', { keyPath: 'id' })
      for (const record of records) drafts.put(record)
      for (const call of calls) known.put(call)
    })
    request.addEventListener('success', () => resolve(wrap(request.result)))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not open')))
  })

class BrowserDeviceStore implements DeviceStore {
  readonly #databases: IDBFactory | null
  #opening: Promise<IDBPDatabase | null>
  /** What the database did not take. */
  readonly #drafts = new Map<DraftId, DraftRecord>()
  #calls: readonly Call[] = []
  /** What this page has seen in the database, to be written again if the browser takes it all away. */
  readonly #seen = new Map<DraftId, DraftRecord>()
  #wasTaken = false
  #failedAt = 0
  #again: ReturnType<typeof setTimeout> | null = null
  keeps = true

  constructor(databases: IDBFactory | null) {
    this.#databases = databases
    this.#opening = this.#open()
  }

  async #open(): Promise<IDBPDatabase | null> {
    try {
      if (this.#databases === null) throw new DOMException('no IndexedDB here', 'SecurityError')
      const seen = this.#wasTaken ? this.#seen.values() : []
      const opening = openDatabase(this.#databases, seen, this.#calls)
      const database = await within(openLimitMs, opening).catch((error: unknown) => {
        opening.then(
          (late) => late.close(),
          () => undefined,
        )
        throw error
      })
      if (this.#wasTaken) this.keeps = true
      database.addEventListener('versionchange', () => database.close())
      // As when the person clears what the browser keeps, or the disk is gone for a while.
      database.addEventListener('close', () => {
        this.#wasTaken = true
        this.#opening = this.#open()
      })
      return database
    } catch {
      this.#failedAt = Date.now()
      this.keeps = false
      if (this.#wasTaken) this.#writeLater()
      return null
    }
  }

  #writeLater(): void {
    if (this.#databases === null || this.#again !== null) return
    this.#again = setTimeout(() => {
      this.#again = null
      void this.#writeAgain()
    }, againMs)
  }

  /** The drafts' texts may have found their place by now, and without its record nobody finds a draft. */
  async #writeAgain(): Promise<void> {
    if ((await this.#opening) === null) this.#opening = this.#open()
    if ((await this.#opening) === null) return this.#writeLater()
    const isMended = await mendLog(this.#databases).then(
      () => true,
      () => false,
    )
    if (!isMended) return this.#writeLater()
    for (const record of this.#drafts.values()) await this.writeDraft(record)
    if (this.#drafts.size === 0) this.keeps = true
  }

  async listDrafts(): Promise<DraftRecord[]> {
    const kept = await this.#try(async (database) => (await database.getAll('drafts')).map((each) => this.#see(each)))
    const records = new Map((kept ?? []).flatMap((record) => (record === null ? [] : [[record.draftId, record]])))
    for (const [draftId, record] of this.#drafts) records.set(draftId, record)
    return [...records.values()]
  }

  async readDraft(draftId: DraftId): Promise<DraftRecord | null> {
    const inMemory = this.#drafts.get(draftId)
    if (inMemory) return inMemory
    return this.#see(await this.#try((database) => database.get('drafts', draftId)))
  }

  async readDraftAndCall(draftId: DraftId): Promise<KeptDraft> {
    const inMemory = this.#drafts.get(draftId)
    const kept = await this.#try(async (database) => {
      const transaction = database.transaction(['drafts', 'calls'])
      const record = inMemory ?? this.#see(await transaction.objectStore('drafts').get(draftId))
      return { record, json: record && (await transaction.objectStore('calls').get(record.callId)) }
    })
    const record = kept?.record ?? inMemory ?? null
    const read = readCall(kept?.json)
    if (read.ok && !this.#calls.some(({ id }) => id === read.call.id)) this.#calls = [...this.#calls, read.call]
    return { record, call: read.ok ? read.call : (this.#calls.find(({ id }) => id === record?.callId) ?? null) }
  }

  async writeDraft(record: DraftRecord): Promise<void> {
    this.#seen.set(record.draftId, record)
    const key = await this.#try((database) => database.put('drafts', record))
    if (key === null) this.#keepInMemory(record)
    else this.#drafts.delete(record.draftId)
  }

  #keepInMemory(record: DraftRecord): void {
    this.#drafts.set(record.draftId, record)
    this.#writeLater()
  }

  async changeDraft(draftId: DraftId, change: Partial<DraftRecord>): Promise<void> {
    const inMemory = this.#drafts.get(draftId)
    if (inMemory) return this.writeDraft({ ...inMemory, ...change })
    const changed = await this.#try(async (database) => {
      const transaction = database.transaction('drafts', 'readwrite')
      const put = async (): Promise<void> => {
        const record = readDraftRecord(await transaction.store.get(draftId))
        if (record === null) return
        this.#seen.set(draftId, { ...record, ...change })
        await transaction.store.put({ ...record, ...change })
      }
      // Where the transaction is aborted, both reject.
      await Promise.all([put(), transaction.done])
      return true
    })
    const seen = this.#seen.get(draftId)
    if (changed === null && seen) this.#keepInMemory({ ...seen, ...change })
  }

  async removeDraft(draftId: DraftId): Promise<void> {
    this.#drafts.delete(draftId)
    this.#seen.delete(draftId)
    await this.#try((database) => database.delete('drafts', draftId))
  }

  async readCalls(): Promise<Call[]> {
    const kept = await this.#try((database) => database.getAll('calls'))
    const calls = (kept ?? []).flatMap((json) => {
      const read = readCall(json)
      return read.ok ? [read.call] : []
    })
    if (calls.length > 0) this.#calls = calls
    return [...this.#calls]
  }

  async writeCalls(calls: readonly Call[]): Promise<void> {
    this.#calls = calls
    await this.#try(async (database) => {
      const transaction = database.transaction('calls', 'readwrite')
      await transaction.store.clear()
      await Promise.all(calls.map((call) => transaction.store.put(call)))
      await transaction.done
    })
  }

  #see(stored: unknown): DraftRecord | null {
    const record = readDraftRecord(stored)
    if (record !== null) this.#seen.set(record.draftId, record)
    return record
  }

  /** The work's result; null, and `keeps` no longer true, when the database fails on a new connection too. */
  async #try<T>(work: (database: IDBPDatabase) => Promise<T>, isSecondTry = false): Promise<T | null> {
    const opening = this.#opening
    const database = await opening
    if (database === null) {
      if (!this.#wasTaken || Date.now() - this.#failedAt < againMs) return null
      if (this.#opening === opening) this.#opening = this.#open()
      return this.#try(work, true)
    }
    try {
      return await work(database)
    } catch (error) {
      if (!isSecondTry && isNamed(error, 'InvalidStateError')) {
        if (this.#opening === opening) this.#opening = this.#open()
        return this.#try(work, true)
      }
      noteRefused(this.#databases, error)
      this.keeps = false
      return null
    }
  }
}

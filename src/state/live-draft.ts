import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createDraftDocument } from '../document/draft-document.ts'
import type { Call } from '../domain/call.ts'
import type { DraftAccess } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { Outcome } from '../domain/refusal.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import { openDraftStorage, type DraftStorage } from '../storage/draft-storage.ts'
import { socketUrlOf, type DraftSync } from '../sync/draft-sync.ts'
import { openSharedLine } from '../sync/shared-line.ts'
import { openTabChannel, tabChannelName } from '../sync/tab-channel.ts'
import type { DraftAgreement } from './agreement/draft-agreement.ts'
import { Attention } from './attention.ts'
import type { Desk } from './desk.ts'
import type { DraftDiscussion } from './discussion/draft-discussion.ts'
import { DraftMembership } from './draft-membership.ts'
import { summarise } from './draft-summary.ts'
import { LaterParts } from './later-parts.ts'
import type { LostAccess } from './lost-access.ts'
import { withActs, withTalk, type SafetyFacts } from './safety-status.ts'
import { ShelfMemory } from './shelf-memory.ts'
import { startAnew } from './start-anew.ts'
import type { DraftVersions } from './versions/draft-versions.ts'

/**
 * A draft at work on this device: its document with storage, server line and the other tabs joined to it. On screen or
 * not; two of the same draft are never open in one page (see live-drafts.ts).
 */
export class LiveDraft {
  readonly draftId: DraftId
  readonly call: Call
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly storage: DraftStorage
  readonly sync: DraftSync
  readonly membership: DraftMembership
  readonly attention: Attention
  /** For the moment before the page begins anew: nothing may be written any more. */
  isResting = false
  readonly #desk: Desk
  readonly #listeners = new Set<() => void>()
  #record: DraftRecord
  #isRenaming = false
  #isClosed = false
  readonly #shelfMemory: ShelfMemory
  readonly #later: LaterParts

  constructor(desk: Desk, record: DraftRecord, call: Call) {
    const { device, origin, socket, fetch } = desk.surroundings
    performance.mark('draft-opening')
    this.#desk = desk
    this.#record = record
    this.draftId = record.draftId
    this.call = call
    this.doc = createDraftDocument()
    this.awareness = new Awareness(this.doc)
    this.awareness.setLocalState(null)
    this.storage = openDraftStorage(this.draftId, this.doc, device)
    this.membership = new DraftMembership(desk, this)
    const name = tabChannelName(record)
    this.sync = openSharedLine({
      name,
      openTabs: () => openTabChannel(name, this.doc, desk.surroundings.channel),
      locks: device.locks,
      documentId: this.draftId,
      doc: this.doc,
      awareness: this.awareness,
      socketUrl: socketUrlOf(origin),
      socket,
      fetch,
      enter: () => this.membership.register(),
      ticket: () => this.membership.fetchTicket(),
    })
    this.storage.onState(() => this.announce())
    this.storage.onWaiting(() => this.#announceWaiting())
    this.sync.onState(() => this.#onLine())
    this.sync.onStored((seq) => this.#stored(seq))
    this.sync.onAccess(() => void this.refreshAccess().catch(() => null))
    this.sync.onReload(() => void startAnew(desk, this).catch(() => null))
    this.sync.onContact((atMs) => this.#heard(atMs))
    this.#shelfMemory = new ShelfMemory(desk, this)
    this.doc.on('update', this.#shelfMemory.writeSoon)
    this.attention = new Attention(desk, this)
    this.#later = new LaterParts(desk, this)
  }

  /** Resolves when what is stored on this device is in the document. The line to the server is opened soon after. */
  async start(): Promise<this> {
    await this.storage.whenLoaded
    performance.mark('draft-loaded')
    this.#announceWaiting()
    void this.#openLine()
    this.#later.begin()
    return this
  }

  async #openLine(): Promise<void> {
    await this.attention.whenReady()
    if (!this.#isClosed) this.sync.connect()
  }

  /** All that a person is told of: both documents, the versions made here, and what was agreed to. */
  facts(): SafetyFacts {
    return withActs(this.documentFacts(), this.#record)
  }

  /** Of the text and of what is said about it, which versions and agreement wait for. */
  documentFacts(): SafetyFacts {
    return withTalk(this.textFacts(), this.#later.talkFacts())
  }

  textFacts(): SafetyFacts {
    const { lastStoredAt, lastContactAt } = this.#record
    const line = this.sync.state()
    const isAboutToOpen = line.name === 'off' && !this.#isClosed
    return {
      storage: this.storage.state(),
      lacks: this.storage.lacks(),
      isShared: this.#desk.surroundings.isShared ?? false,
      connection:
        this.#isRenaming || isAboutToOpen ? { name: 'connecting', patient: true, wasLive: this.#isRenaming } : line,
      waiting: countChanges(this.storage.waiting()),
      lastStoredAt,
      lastContactAt,
    }
  }

  record(): DraftRecord {
    return this.#record
  }

  /** What the shelf shows of the draft as it stands now. */
  summary(): Pick<DraftRecord, 'title' | 'partners' | 'progress'> {
    return summarise(this.doc, this.call)
  }

  /** Changes what is known of the draft; what the shelf must know at once is written by whoever calls. */
  change(change: Partial<DraftRecord>): void {
    this.#record = { ...this.#record, ...change }
    this.#shelfMemory.writeSoon()
    this.announce()
  }

  noteOpened(atMs: number): void {
    this.change({ openedAt: atMs })
  }

  /** Called after storage, line, waiting changes or access have changed. */
  onFacts(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  rest(): void {
    this.isResting = true
    this.announce()
  }

  /** Asks the server who belongs to the draft. Refused with `unreachable` before the server knows it. */
  refreshAccess(): Promise<Outcome<DraftAccess>> {
    return this.membership.refresh()
  }

  /** What this device could no longer send because the right to write ended; null while it has not. */
  lost(): LostAccess | null {
    return this.membership.lost()
  }

  /** Its versions. Rejects when the part of the app that knows them cannot be had. */
  versions(): Promise<DraftVersions> {
    return this.#later.versions()
  }

  /** Who agreed to what, and the package. Rejects as `versions`. */
  agreement(): Promise<DraftAgreement> {
    return this.#later.agreement()
  }

  /** What keeps it on this device: the text's, and the discussion's once it is loaded. */
  storages(): DraftStorage[] {
    return [this.storage, this.#later.talkStorage()].flatMap((storage) => storage ?? [])
  }

  /** The words of what was said here and not sent, in the discussion or to agree, as far as that is loaded. */
  unsentSaid(): readonly string[] {
    return this.#later.unsentSaid()
  }

  /** What is said about it. Rejects as `versions`. */
  discussion(): Promise<DraftDiscussion> {
    return this.#later.discussion()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#shelfMemory.stop()
    await this.attention.close()
    await this.#later.close()
    this.#listeners.clear()
    this.sync.close()
    await this.storage.close()
    await this.#shelfMemory.write()
    this.doc.destroy()
  }

  #onLine(): void {
    const line = this.sync.state()
    if (line.name === 'refused' && line.refusal === 'taken-id') void this.#goOnAnew()
    this.announce()
  }

  /** What waits goes out in a moment under other ids: nothing to alarm anybody with. */
  async #goOnAnew(): Promise<void> {
    if (this.#isRenaming) return
    this.#isRenaming = true
    // Rarely needed, so it does not stand in the way of the first page. Where it fails, the line says that it is refused.
    await import('./go-on-anew.ts').then(({ goOnAnew }) => goOnAnew(this.#desk, this)).catch(() => null)
    this.#isRenaming = false
    this.announce()
  }

  #announceWaiting(): void {
    const last = this.storage.waiting().at(-1)
    if (last) this.sync.mark(last.seq)
    this.announce()
  }

  #heard(atMs: number): void {
    this.storage.mend()
    const isFirst = this.#record.lastContactAt === null
    this.change({ lastContactAt: atMs })
    // From now on the text is on this device, and the draft opens here without the server: not to be lost with the page.
    if (isFirst) void this.#desk.deviceStore.changeDraft(this.draftId, { lastContactAt: atMs })
  }

  #stored(seq: number): void {
    const waiting = this.storage.waiting().length
    this.storage.forgetUpTo(seq)
    if (this.storage.waiting().length < waiting) this.change({ lastStoredAt: Date.now() })
  }

  /** Tells whoever listens that something beside the record has changed. */
  announce(): void {
    for (const listener of this.#listeners) listener()
  }
}

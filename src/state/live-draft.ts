import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createDraftDocument } from '../document/draft-document.ts'
import type { Call } from '../domain/call.ts'
import type { DraftAccess } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import { may } from '../domain/role.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import { openDraftStorage, type DraftStorage } from '../storage/draft-storage.ts'
import { openDraftSync, socketUrlOf, type DraftSync } from '../sync/draft-sync.ts'
import { openTabChannel, tabChannelName, type TabChannel } from '../sync/tab-channel.ts'
import type { Desk } from './desk.ts'
import { summarise } from './draft-summary.ts'
import { findLoss, handOver, type LostAccess } from './lost-access.ts'
import type { SafetyFacts } from './safety-status.ts'
import { startAnew } from './start-anew.ts'

const summaryDelayMs = 1_000

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
  /** Whoever leaves by themselves is not told that their access has ended. */
  isLeaving = false
  /** For the moment before the page begins anew: nothing may be written any more. */
  isResting = false
  readonly #desk: Desk
  readonly #listeners = new Set<() => void>()
  #record: DraftRecord
  #tabs: TabChannel | null = null
  #handedOver = false
  #isRenaming = false
  #summary: ReturnType<typeof setTimeout> | null = null

  constructor(desk: Desk, record: DraftRecord, call: Call) {
    const { device, origin, socket } = desk.surroundings
    performance.mark('draft-opening')
    this.#desk = desk
    this.#record = record
    this.draftId = record.draftId
    this.call = call
    this.doc = createDraftDocument()
    this.awareness = new Awareness(this.doc)
    this.awareness.setLocalState(null)
    this.storage = openDraftStorage(this.draftId, this.doc, device)
    this.sync = openDraftSync({
      draftId: this.draftId,
      doc: this.doc,
      awareness: this.awareness,
      socketUrl: socketUrlOf(origin),
      socket,
      enter: () => this.#register(),
      ticket: () => this.#fetchTicket(),
    })
    this.storage.onState(() => this.#announce())
    this.storage.onWaiting(() => this.#announceWaiting())
    this.sync.onState(() => this.#onLine())
    this.sync.onStored((seq) => this.#stored(seq))
    this.sync.onAccess(() => void this.refreshAccess().catch(() => null))
    this.sync.onReload(() => void startAnew(desk, this).catch(() => null))
    this.sync.onContact((atMs) => this.#heard(atMs))
    this.doc.on('update', () => this.#summariseSoon())
  }

  /** Resolves when what is stored on this device is in the document; then the line to the server is opened. */
  async start(): Promise<this> {
    await this.storage.whenLoaded
    performance.mark('draft-loaded')
    this.#tabs = openTabChannel(tabChannelName(this.#record), this.doc, this.#desk.surroundings.channel)
    this.#announceWaiting()
    this.sync.connect()
    return this
  }

  facts(): SafetyFacts {
    const { lastStoredAt, lastContactAt } = this.#record
    return {
      storage: this.storage.state(),
      connection: this.#isRenaming ? { name: 'connecting', patient: true, wasLive: true } : this.sync.state(),
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

  noteOpened(atMs: number): void {
    this.#change({ openedAt: atMs })
  }

  /** Called after storage, line, waiting changes or access have changed. */
  onFacts(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  rest(): void {
    this.isResting = true
    this.#announce()
  }

  /** Asks the server who belongs to the draft. Refused with `unreachable` before the server knows it. */
  async refreshAccess(): Promise<Outcome<DraftAccess>> {
    if (!this.#record.registered) return refused('unreachable')
    const answer = await this.#desk.api.readAccess(this.draftId)
    if (answer.ok) await this.#takeAccess(answer.value)
    else if (answer.refusal === 'removed') await this.#takeRemoval()
    return answer
  }

  /** What this device could no longer send because the right to write ended; null while it has not. */
  lost(): LostAccess | null {
    const loss = this.isLeaving ? null : findLoss(this)
    return loss && { ...loss, handedOver: this.#handedOver }
  }

  async close(): Promise<void> {
    if (this.#summary !== null) clearTimeout(this.#summary)
    this.#listeners.clear()
    this.sync.close()
    this.#tabs?.close()
    await this.storage.close()
    await this.#writeSummary()
    this.doc.destroy()
  }

  #onLine(): void {
    const line = this.sync.state()
    if (line.name === 'refused' && line.refusal === 'taken-id') void this.#goOnAnew()
    this.#announce()
  }

  /** What waits goes out in a moment under other ids: nothing to alarm anybody with. */
  async #goOnAnew(): Promise<void> {
    this.#isRenaming = true
    // Rarely needed, so it does not stand in the way of the first page. Where it fails, the line says that it is refused.
    await import('./go-on-anew.ts').then(({ goOnAnew }) => goOnAnew(this.#desk, this)).catch(() => null)
    this.#isRenaming = false
    this.#announce()
  }

  /** Lets the server know a draft that was started on this device. */
  async #register(): Promise<Outcome<unknown>> {
    const { draftId, callId, me, registered } = this.#record
    if (registered) return accepted(null)
    // Any answer brings this browser a token first. A registration whose answer is lost can then be repeated as the same
    // person; without one, the second try would be a stranger's.
    const greeting = await this.#desk.api.listMyDrafts()
    if (!greeting.ok) return greeting
    const answer = await this.#desk.api.registerDraft({ draftId, callId, person: me })
    if (answer.ok) await this.#takeAccess(answer.value)
    return answer
  }

  /** A device that may no longer write gives what waits to the owners instead of a socket that would refuse it. */
  async #fetchTicket(): Promise<Outcome<string>> {
    const answer = await this.#desk.api.team.ticket(this.draftId)
    if (!answer.ok) return answer
    const { ticket, role } = answer.value
    if (may(role, 'write-content') || this.storage.waiting().length === 0) return accepted(ticket)
    await this.refreshAccess()
    return refused('not-allowed')
  }

  async #takeRemoval(): Promise<void> {
    this.#change({ removed: true })
    await this.#desk.deviceStore.changeDraft(this.draftId, { removed: true })
    await this.#giveUpWriting()
  }

  async #giveUpWriting(): Promise<void> {
    if (this.#handedOver || !(await handOver(this.#desk, this))) return
    this.#handedOver = true
    this.#announce()
  }

  async #takeAccess(access: DraftAccess): Promise<void> {
    const couldWrite = may(this.#record.access?.me.role ?? 'owner', 'write-content')
    const { name, organisation, sector } = access.me
    const known = { access, registered: true, removed: false, me: { name, organisation, sector } }
    this.#change(known)
    await this.#desk.deviceStore.changeDraft(this.draftId, known)
    if (!may(access.me.role, 'write-content') && (couldWrite || this.lost() !== null)) await this.#giveUpWriting()
  }

  #announceWaiting(): void {
    const last = this.storage.waiting().at(-1)
    if (last) this.sync.mark(last.seq)
    this.#announce()
  }

  #heard(atMs: number): void {
    const isFirst = this.#record.lastContactAt === null
    this.#change({ lastContactAt: atMs })
    // From now on the text is on this device, and the draft opens here without the server: not to be lost with the page.
    if (isFirst) void this.#desk.deviceStore.changeDraft(this.draftId, { lastContactAt: atMs })
  }

  #stored(seq: number): void {
    const waiting = this.storage.waiting().length
    this.storage.forgetUpTo(seq)
    if (this.storage.waiting().length < waiting) this.#change({ lastStoredAt: Date.now() })
  }

  #change(change: Partial<DraftRecord>): void {
    this.#record = { ...this.#record, ...change }
    this.#summariseSoon()
    this.#announce()
  }

  #announce(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Runs inside a Yjs event: only a timer is set. */
  #summariseSoon(): void {
    this.#summary ??= setTimeout(() => {
      this.#summary = null
      void this.#writeSummary().catch(() => null)
    }, summaryDelayMs)
  }

  /** The shelf's memory of the draft; never worth an error. */
  async #writeSummary(): Promise<void> {
    const { lastStoredAt, lastContactAt, openedAt } = this.#record
    const change = { ...this.summary(), lastStoredAt, lastContactAt, openedAt }
    await this.#desk.deviceStore.changeDraft(this.draftId, change)
  }
}

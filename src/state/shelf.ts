import { createStore } from 'zustand/vanilla'
import type { DraftId } from '../domain/draft-id.ts'
import type { Person } from '../domain/person.ts'
import { accepted, type Outcome, type Refusal } from '../domain/refusal.ts'
import type { MyDraft } from '../sync/http-api.ts'
import { onLineHints } from '../sync/line-hints.ts'
import type { DraftStart, Shelf } from './app-state.ts'
import { countWaiting } from './count-waiting.ts'
import { deliverDraft } from './deliver-draft.ts'
import type { Desk } from './desk.ts'
import type { ExampleDraft } from './example-draft.ts'
import { hasAnswered, noteAnswer } from './lease.ts'
import type { LiveDraft } from './live-draft.ts'
import { entryFromRecord, entryFromServer } from './shelf-entries.ts'
import type { ShelfView } from './shelf-view.ts'
import { newDraftRecord, writeExample, writeStart } from './start-draft.ts'

/** Drafts that could not be delivered are tried again after this long, and when the line may be back. */
const againMs = 30_000
/** After this long without an answer the shelf no longer claims that the server is there. */
const patienceMs = 2_000

/** The drafts of this device and of this session, as the start page shows them. */
export class DraftShelf implements Shelf {
  readonly view = createStore<ShelfView>(() => ({
    loading: true,
    drafts: [],
    calls: [],
    reachable: false,
    readyOffline: isShellCached(),
    deviceKeeps: true,
  }))
  readonly #desk: Desk
  readonly #stopHints: () => void
  /** Why the server does not take a draft, by what it last said. */
  readonly #refusals = new Map<DraftId, Refusal>()
  #onServer: readonly MyDraft[] = []
  #reachable: boolean | null = null
  #refreshing: Promise<void> | null = null
  #again: ReturnType<typeof setTimeout> | null = null
  #isClosed = false

  constructor(desk: Desk) {
    this.#desk = desk
    const lookAgain = () => void (this.#again !== null && this.refresh())
    this.#stopHints = onLineHints({ maybeBack: lookAgain })
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async start(input: DraftStart): Promise<Outcome<DraftId>> {
    return this.#begin(input.callId, input.person, (live) => writeStart(live, input))
  }

  async startExample(example: ExampleDraft, person: Person): Promise<Outcome<DraftId>> {
    return this.#begin(example.callId, person, (live) => writeExample(live, example))
  }

  close(): void {
    this.#isClosed = true
    this.#stopHints()
    if (this.#again !== null) clearTimeout(this.#again)
  }

  /** A new draft, stored on this device when this resolves; the server hears of it when it is reached. */
  async #begin(callId: string, person: Person, write: (live: LiveDraft) => void): Promise<Outcome<DraftId>> {
    const call = await this.#desk.calls.find(callId)
    if (!call.ok) return call
    const record = newDraftRecord(callId, person, Date.now())
    await this.#desk.deviceStore.writeDraft(record)
    const held = await this.#desk.hold(record.draftId)
    if (!held.ok) return held
    write(held.value)
    await this.#desk.drafts.release(record.draftId)
    return accepted(record.draftId)
  }

  async #refresh(): Promise<void> {
    if (this.#again !== null) clearTimeout(this.#again)
    this.#again = null
    await this.#draw()
    const impatient = setTimeout(() => void this.#noAnswerYet(), patienceMs)
    const [calls, drafts] = await Promise.all([this.#desk.calls.refresh(), this.#desk.api.listMyDrafts()])
    clearTimeout(impatient)
    this.#reachable = calls.ok || drafts.ok
    await this.#compare(drafts)
    await this.#draw()
    // Delivery reports through the view; it has nobody else to tell.
    void this.#deliver().catch(() => this.#tryAgainLater())
  }

  async #noAnswerYet(): Promise<void> {
    this.#reachable = false
    await this.#draw()
  }

  /** Asks why, where the server's list lacks a draft it should know. */
  async #compare(drafts: Outcome<MyDraft[]>): Promise<void> {
    if (!drafts.ok) return
    this.#onServer = drafts.value
    const listed = new Set(drafts.value.map(({ draftId }) => draftId))
    for (const record of await this.#desk.deviceStore.listDrafts()) {
      const { draftId, registered } = record
      const answer = registered && !listed.has(draftId) ? await this.#desk.api.readAccess(draftId) : accepted(null)
      if (registered && hasAnswered(answer)) await noteAnswer(this.#desk, record)
      if (answer.ok) this.#refusals.delete(draftId)
      else if (hasAnswered(answer)) this.#refusals.set(draftId, answer.refusal)
    }
  }

  async #draw(): Promise<void> {
    const { deviceStore, calls: known } = this.#desk
    const [records, calls] = await Promise.all([deviceStore.listDrafts(), known.list()])
    const facts = { calls, reachable: this.#reachable, deviceKeeps: deviceStore.keeps }
    const here = await Promise.all(
      records.map(async (record) => {
        const live = await this.#desk.drafts.get(record.draftId)
        return entryFromRecord(live ? { ...live.record(), ...live.summary() } : record, facts, {
          open: live?.facts() ?? null,
          waiting: await countWaiting(this.#desk, record.draftId),
          refusal: this.#refusals.get(record.draftId) ?? null,
        })
      }),
    )
    const elsewhere = this.#onServer
      .filter(({ draftId }) => !records.some((record) => record.draftId === draftId))
      .flatMap((draft) => entryFromServer(draft, calls, Date.now()))
    if (this.#isClosed) return
    this.view.setState({
      loading: false,
      drafts: [...here, ...elsewhere].sort((a, b) => b.openedAt - a.openedAt),
      calls,
      reachable: this.#reachable === true,
      readyOffline: isShellCached(),
      deviceKeeps: deviceStore.keeps,
    })
  }

  /** Brings what waits to the server, one draft after another. */
  async #deliver(): Promise<void> {
    let left = 0
    for (const record of await this.#desk.deviceStore.listDrafts()) {
      if (this.#isClosed) return
      const { draftId, registered } = record
      if (this.#refusals.has(draftId)) continue
      if (registered && (await countWaiting(this.#desk, draftId)) === 0) continue
      const isDelivered = this.#reachable === true && (await deliverDraft(this.#desk, draftId))
      if (!isDelivered) left += 1
      await this.#draw()
    }
    if (left > 0) this.#tryAgainLater()
  }

  #tryAgainLater(): void {
    if (this.#isClosed) return
    this.#again ??= setTimeout(() => void this.refresh(), againMs)
  }
}

/** A service worker in charge has the whole app cached. */
const isShellCached = (): boolean =>
  typeof navigator !== 'undefined' && 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null

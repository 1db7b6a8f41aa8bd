import { toBase64UrlEncoded } from 'lib0/buffer'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { readApplication } from '../../document/read-application.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { accepted, refused, type Outcome, type Refusal } from '../../domain/refusal.ts'
import { outlived, type VersionKind } from '../../domain/version.ts'
import { openKeptVersions, type KeptVersion, type KeptVersions } from '../../storage/kept-versions.ts'
import { createVersionApi, type VersionApi } from '../../sync/version-api.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import { watchQuiet, type QuietWatch } from './quiet-watch.ts'
import { Restoring, type RestoringView } from './restoring.ts'
import { sendVersion } from './send-version.ts'
import { listEntries, withServers, type VersionEntry } from './version-shelf.ts'
import { compareDrafts, openState, type Comparison } from './version-text.ts'

export interface VersionsView extends RestoringView {
  entries: readonly VersionEntry[]
  /** Whether the server has told what it has since this draft was opened. */
  isFresh: boolean
  /** False once the device has refused to keep one: it lasts as long as this page. */
  isKept: boolean
}

/** The draft as it stands, in place of a version. */
export const now = 'now'

/** These say something of this moment or of the way, not of the version: it is offered again. */
const passing: readonly Refusal[] = ['unreachable', 'busy', 'incomplete', 'signed-out']
const againMs = 30_000

/**
 * The versions of a draft, as far as this device knows them, with those it made itself and has not delivered yet. One for
 * each draft at work, whether its list is on screen or not.
 */
export class DraftVersions {
  readonly view = createStore<VersionsView>(() => ({
    entries: [],
    isFresh: false,
    isKept: true,
    restored: null,
    leftOut: [],
  }))
  readonly restoring: Restoring
  readonly #live: LiveDraft
  readonly #desk: Desk
  readonly #api: VersionApi
  readonly #store: KeptVersions
  readonly #refusals = new Map<string, Refusal>()
  readonly #stop: () => void
  #kept: readonly KeptVersion[]
  #delivering: Promise<void> | null = null
  #again: ReturnType<typeof setTimeout> | null = null
  readonly #quiet: QuietWatch

  static async open(desk: Desk, live: LiveDraft): Promise<DraftVersions> {
    const store = openKeptVersions(live.draftId, desk.surroundings.device)
    return new DraftVersions(desk, live, store, await store.list())
  }

  private constructor(desk: Desk, live: LiveDraft, store: KeptVersions, kept: readonly KeptVersion[]) {
    this.#desk = desk
    this.#live = live
    this.#api = createVersionApi(desk.api.ask)
    this.#store = store
    this.#kept = kept
    this.restoring = new Restoring(live, (view) => this.view.setState(view))
    this.#stop = live.onFacts(() => this.#deliverIfPossible())
    this.#tell()
    this.#deliverIfPossible()
    const newestAt = this.view.getState().entries[0]?.madeAt ?? 0
    this.#quiet = watchQuiet(live, newestAt, () => void this.keepByItself())
  }

  /** Asks the server what it has. Without an answer the list stays as this device knows it. */
  async refresh(): Promise<Outcome<null>> {
    const told = await this.#api.list(this.#live.draftId)
    if (!told.ok) return told
    const before = this.#kept
    this.#kept = withServers(before, told.value, this.#live.record().access?.me.id ?? null)
    this.view.setState({ isFresh: true })
    this.#tell()
    this.#deliverIfPossible()
    await this.#store.write(this.#kept)
    const ids = new Set(this.#kept.map(({ id }) => id))
    await this.#store.remove(before.flatMap(({ id }) => (ids.has(id) ? [] : [id])))
    return accepted(null)
  }

  /** Keeps the draft as it stands under a name, on this device at once and on the server as soon as it is reached. */
  async name(name: string): Promise<VersionEntry | null> {
    const made = await this.keep('named', name, false)
    this.#deliverIfPossible()
    return this.view.getState().entries.find(({ id }) => id === made.id) ?? null
  }

  /** Keeps the draft as it stands for this device alone, unless the newest version says the same. */
  async keepByItself(): Promise<void> {
    const application = readApplication(this.#live.doc, this.#live.call)
    const isBlank = application.sections.every(({ lines }) => lines.length === 0)
    if (isBlank || this.view.getState().entries[0]?.fingerprint === fingerprint(application)) return
    const old = outlived(
      this.#kept.filter(({ isOwn }) => isOwn),
      Date.now(),
    )
    this.#kept = this.#kept.filter(({ id }) => !old.includes(id))
    await this.#store.remove(old)
    await this.keep('automatic', '', true)
  }

  /** What changed from one version to another, either of them `now`. */
  async compare(before: string, after: string): Promise<Outcome<Comparison>> {
    const [was, is] = [await this.open(before), await this.open(after)]
    try {
      if (!was.ok) return was
      if (!is.ok) return is
      return accepted(compareDrafts(was.value, is.value, this.#live.call))
    } finally {
      for (const each of [was, is]) if (each.ok && each.value !== this.#live.doc) each.value.destroy()
    }
  }

  /** Makes one section, or sections and facts, read as in a version again. */
  async restore(id: string, sectionId: string | null): Promise<Outcome<null>> {
    const version = await this.open(id)
    if (!version.ok) return version
    const restored = this.restoring.restore(version.value, sectionId)
    version.value.destroy()
    return restored
  }

  /** Resolves when the server has what waits, or cannot be told now. */
  async whenDelivered(): Promise<void> {
    this.#deliverIfPossible()
    await this.#delivering
  }

  close(): void {
    this.#stop()
    this.#quiet.close()
    this.restoring.forget()
    if (this.#again !== null) clearTimeout(this.#again)
    this.#store.close()
  }

  /** Keeps the draft as it stands, on this device at once. `isOwn`: the server is never told. */
  async keep(kind: VersionKind, name: string, isOwn: boolean): Promise<KeptVersion> {
    const { doc, call } = this.#live
    const { me, access } = this.#live.record()
    const made: KeptVersion = {
      id: toBase64UrlEncoded(crypto.getRandomValues(new Uint8Array(16))),
      kind,
      name,
      madeAt: Date.now(),
      by: isOwn ? null : { memberId: access?.me.id ?? '', ...me },
      fingerprint: fingerprint(readApplication(doc, call)),
      isErased: false,
      state: Y.encodeStateAsUpdate(doc),
      isWaiting: !isOwn,
      isOwn,
    }
    await this.#put(made)
    return made
  }

  async #put(version: KeptVersion): Promise<void> {
    this.#kept = [...this.#kept.filter(({ id }) => id !== version.id), version]
    const isKept = await this.#store.write([version])
    if (!isKept) this.view.setState({ isKept })
    this.#tell()
  }

  /** A version as a document, to be destroyed after use unless it is the present one. */
  async open(id: string): Promise<Outcome<Y.Doc>> {
    if (id === now) return accepted(this.#live.doc)
    const version = this.#kept.find((each) => each.id === id)
    if (!version || version.isErased) return refused('absent')
    const state = version.state ?? (await this.#fetch(version))
    if (!(state instanceof Uint8Array)) return state
    const doc = openState(state)
    return doc ? accepted(doc) : refused('invalid')
  }

  async #fetch(version: KeptVersion): Promise<Uint8Array | { ok: false; refusal: Refusal }> {
    const answer = await this.#api.read(this.#live.draftId, version.id)
    if (!answer.ok) return answer
    const { state } = answer.value
    if (state === null) return refused('absent')
    await this.#put({ ...version, state })
    return state
  }

  #deliverIfPossible(): void {
    const { connection, waiting } = this.#live.textFacts()
    if (connection.name !== 'live' || waiting > 0 || this.#delivering) return
    const due = this.#kept.filter(({ id, isWaiting }) => isWaiting && !this.#refusals.has(id))
    if (due.length === 0) return
    this.#delivering = this.#deliver(due).finally(() => {
      this.#delivering = null
    })
  }

  /** Nothing in it rejects. */
  async #deliver(due: readonly KeptVersion[]): Promise<void> {
    for (const version of due) {
      const answer = await sendVersion(this.#api, this.#live, version)
      if (answer.ok) await this.#put({ ...version, ...answer.value, isWaiting: false })
      else if (passing.includes(answer.refusal)) return this.#tryAgainLater()
      else this.#refusals.set(version.id, answer.refusal)
    }
    this.#tell()
  }

  #tryAgainLater(): void {
    this.#again ??= setTimeout(() => {
      this.#again = null
      this.#deliverIfPossible()
    }, againMs)
  }

  #tell(): void {
    this.view.setState({ entries: listEntries(this.#kept, this.#refusals) })
    const unsent = this.#kept.filter(({ isWaiting }) => isWaiting)
    const versionsRefused = unsent.filter(({ id }) => this.#refusals.has(id)).length
    const versionsWaiting = unsent.length - versionsRefused
    const before = this.#live.record()
    if ((before.versionsWaiting ?? 0) === versionsWaiting && (before.versionsRefused ?? 0) === versionsRefused) return
    this.#live.change({ versionsWaiting, versionsRefused })
    void this.#desk.deviceStore.changeDraft(this.#live.draftId, { versionsWaiting, versionsRefused })
  }
}

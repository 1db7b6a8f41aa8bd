import * as Y from 'yjs'
import { hasForeign, readContents, writersOf, type Contents } from '../document/read-contents.ts'
import { joinMeanwhile, withoutOwn, type Meanwhile } from '../domain/meanwhile.ts'
import { openSeenDraftStore, type SeenDraftStore } from '../storage/seen-draft.ts'
import { afterPaint } from './after-paint.ts'
import type { Desk } from './desk.ts'
import { LateArrivals } from './late-arrivals.ts'
import type { LiveDraft } from './live-draft.ts'
import { whatChanged } from './what-changed.ts'

/** What was seen is noted this long after a change, and at once when the line goes or the page is left. */
const noteAfterMs = 15_000

/** Where own and foreign changes cannot be told apart, a device that was away no longer than this was not away. */
const blinkMs = 60_000

/** Whatever a draft was since it was last seen, this much of it is kept to compare with; beyond, all counts as others'. */
const longestReceivedBytes = 16_777_216

/** The server names so many at once. */
const mostAuthors = 500

interface Seen {
  state: Uint8Array
  at: number
}

/**
 * Knows what this person has seen of a draft, and finds out what others changed while they were away: while the page
 * was closed or had no line. Seen is what stands in a draft on screen while the line is there.
 */
export class Absence {
  readonly #desk: Desk
  readonly #live: LiveDraft
  readonly #store: SeenDraftStore
  /** Under these this device has written since what is `#seen`. */
  readonly #ids: Set<number>
  #seen: Seen | null
  #meanwhile: Meanwhile | null
  #isAway = true
  /** What was seen could not be noted yet, because something waited. */
  #isOwed = false
  /** What this person had when the first of the others' changes came; null before, or where it is not only theirs. */
  #mine: Contents | null = null
  #received: Uint8Array[] = []
  #comparing: Promise<void> | null = null
  #giveUpAsking = (): void => undefined
  /** Names are not worth waiting for when the page goes. */
  readonly #closing = new Promise<null>((resolve) => {
    this.#giveUpAsking = () => resolve(null)
  })
  #note: ReturnType<typeof setTimeout> | null = null
  readonly #late: LateArrivals

  /** Resolves when it listens; the line must not be there before. */
  static async open(desk: Desk, live: LiveDraft): Promise<Absence> {
    const store = openSeenDraftStore(live.draftId, desk.surroundings.device)
    const kept = await store.read()
    await live.storage.whenLoaded
    const seen = kept?.state ? { state: kept.state, at: kept.at } : null
    return new Absence(desk, live, store, { seen, ids: kept?.ids ?? [], meanwhile: kept?.meanwhile ?? null })
  }

  private constructor(
    desk: Desk,
    live: LiveDraft,
    store: SeenDraftStore,
    kept: { seen: Seen | null; ids: readonly number[]; meanwhile: Meanwhile | null },
  ) {
    this.#desk = desk
    this.#live = live
    this.#store = store
    this.#seen = kept.seen
    this.#ids = new Set([...kept.ids, live.doc.clientID])
    this.#meanwhile = kept.meanwhile
    this.#late = new LateArrivals(live, (changed) => void this.#tellNamed(changed).catch(() => undefined))
    live.sync.onReceived((update) => this.#take(update))
    live.sync.onState(() => this.#look())
    live.doc.on('update', this.#noteSoon)
    globalThis.addEventListener?.('pagehide', this.#noteOnLeaving)
    this.#look()
    void this.#nameAuthors()
  }

  /** What others changed and this person has not looked at; null where there is nothing. */
  meanwhile(): Meanwhile | null {
    return this.#meanwhile
  }

  async looked(): Promise<void> {
    this.#tell(null)
    await this.#write()
  }

  /** Call when the draft leaves the screen: until then it was seen. */
  async leave(): Promise<void> {
    await this.#remember()
  }

  async close(): Promise<void> {
    this.#giveUpAsking()
    this.#late.close()
    await this.#comparing
    if (this.#isOwed) await this.#remember()
    if (this.#note !== null) clearTimeout(this.#note)
    this.#live.doc.off('update', this.#noteSoon)
    globalThis.removeEventListener?.('pagehide', this.#noteOnLeaving)
    this.#store.close()
  }

  /** Nothing in here may fail: the update is applied next. */
  #take(update: Uint8Array): void {
    try {
      if (!this.#isAway) return this.#late.take(update)
      if (this.#seen === null) return
      if (this.#received.length === 0) this.#mine = this.#ownContents(this.#seen)
      this.#received.push(update)
      const bytes = this.#received.reduce((sum, { length }) => sum + length, 0)
      if (bytes > longestReceivedBytes) this.#mine = null
    } catch {
      this.#mine = null
    }
  }

  /** What stands here, if all that is new in it is this person's. */
  #ownContents({ state }: Seen): Contents | null {
    const { doc, storage } = this.#live
    const own = new Set([...this.#ids, ...writersOf(storage.unsent())])
    const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
    return hasForeign(doc, vector, own) ? null : readContents(doc)
  }

  #look(): void {
    const line = this.#live.sync.state()
    if (line.name === 'live' && this.#isAway) this.#comeBack()
    const isLost = line.name === 'refused' || (line.name === 'connecting' && !line.patient)
    if (isLost && !this.#isAway) void this.#goAway()
  }

  async #goAway(): Promise<void> {
    const remembered = this.#remember()
    this.#isAway = true
    await remembered
  }

  #comeBack(): void {
    const [seen, mine, received] = [this.#seen, this.#mine, this.#received]
    this.#isAway = false
    this.#mine = null
    this.#received = []
    if (seen === null || received.length === 0) return this.#noteNow()
    // Where it fails, what was seen stays as it was, and the next return compares again.
    this.#comparing = this.#compare({ seen, mine, received }).catch(() => undefined)
  }

  async #compare({
    seen,
    mine,
    received,
  }: {
    seen: Seen
    mine: Contents | null
    received: Uint8Array[]
  }): Promise<void> {
    await new Promise<void>((resolve) => void afterPaint(resolve))
    const now = Date.now()
    const isBlink = mine === null && now - seen.at < blinkMs
    const changed = whatChanged({ seen, mine, received, doc: this.#live.doc }, now)
    if (!isBlink && changed.sections.length + changed.facts.length > 0) await this.#tellNamed(changed)
    await this.#remember()
  }

  async #tellNamed(changed: Meanwhile): Promise<void> {
    const named = await this.#withAuthors(changed)
    const foreign = withoutOwn(named, new Set([...this.#ids, this.#live.doc.clientID]))
    if (foreign) this.#tell(joinMeanwhile(this.#meanwhile, foreign))
  }

  /** Who wrote under ids that nobody has told yet; without an answer they stay unnamed. */
  async #withAuthors(meanwhile: Meanwhile): Promise<Meanwhile> {
    const known = new Set(meanwhile.people.map(({ clientId }) => clientId))
    const changes = [...meanwhile.facts, ...meanwhile.sections.flatMap((section) => section.changes)]
    const asked = [...new Set(changes.flatMap(({ by }) => by))].filter((id) => !known.has(id))
    if (asked.length === 0) return meanwhile
    const answering = this.#desk.api.team.readAuthors(this.#live.draftId, asked.slice(0, mostAuthors))
    const answer = await Promise.race([answering, this.#closing])
    if (!answer?.ok) return meanwhile
    const me = this.#live.record().access?.me.id
    const people = answer.value.map(({ memberId, ...author }) => ({ ...author, isMe: memberId === me }))
    return { ...meanwhile, people: [...meanwhile.people, ...people] }
  }

  async #nameAuthors(): Promise<void> {
    const before = this.#meanwhile
    if (before === null) return
    const named = await this.#withAuthors(before)
    if (this.#meanwhile === before && named !== before) this.#tell(named)
  }

  #tell(meanwhile: Meanwhile | null): void {
    this.#meanwhile = meanwhile
    this.#live.announce()
  }

  /** A listener of the document: only a timer is set. */
  readonly #noteSoon = (): void => {
    this.#note ??= setTimeout(() => {
      this.#note = null
      this.#noteNow()
    }, noteAfterMs)
  }

  /** A page that the browser puts aside may not be in the middle of a transaction: WebKit holds up every other page then. */
  readonly #noteOnLeaving = (event: Event): void => {
    if (!(event as PageTransitionEvent).persisted) this.#noteNow()
  }

  readonly #noteNow = (): void => {
    if (this.#live.attention.isShown() || this.#isOwed) void this.#remember()
  }

  /** What stands here is seen, and the others have it too. What waits is not theirs yet: then it is noted later. */
  async #remember(): Promise<void> {
    const { doc, storage } = this.#live
    this.#isOwed = !this.#isAway && storage.waiting().length > 0
    if (this.#isOwed) this.#noteSoon()
    else if (!this.#isAway) {
      this.#seen = { state: Y.encodeStateAsUpdate(doc), at: Date.now() }
      this.#ids.clear()
      this.#ids.add(doc.clientID)
    }
    await this.#write()
  }

  async #write(): Promise<void> {
    const { state, at } = this.#seen ?? { state: null, at: 0 }
    await this.#store.write({ state, at, ids: [...this.#ids], meanwhile: this.#meanwhile })
  }
}

import type { Meanwhile } from '../domain/meanwhile.ts'
import { within } from '../storage/within.ts'
import type { Absence } from './absence.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'

/** Whoever never had the draft here has missed nothing yet: for them knowing what they have seen can wait. */
const laterMs = 1_500

/** A part of the app that is not there by then is done without; where its files cannot be had that is known at once. */
const partLimitMs = 10_000

/** Whether a draft is on screen, and what its person has missed of it. */
export class Attention {
  readonly #desk: Desk
  readonly #live: LiveDraft
  #screens = 0
  #absence: Absence | null = null
  #watching: Promise<void> | null = null
  #later: ReturnType<typeof setTimeout> | null = null
  #isClosed = false

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
    if (live.record().lastContactAt !== null) this.#watching = this.#watch()
    else live.sync.onState(() => this.#watchLater())
  }

  /** Before the line is opened: what the others send next must be heard as it comes. */
  async whenReady(): Promise<void> {
    if (this.#watching) await within(partLimitMs, this.#watching).catch(() => null)
  }

  /** The draft is on screen until what this returns is called. */
  show(): () => void {
    this.#screens += 1
    return () => {
      this.#screens -= 1
      if (this.#screens === 0) void this.#absence?.leave()
    }
  }

  isShown(): boolean {
    return this.#screens > 0
  }

  /** What others changed while this person was away and that they have not looked at yet. */
  meanwhile(): Meanwhile | null {
    return this.#absence?.meanwhile() ?? null
  }

  async looked(): Promise<void> {
    await this.#absence?.looked()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#later !== null) clearTimeout(this.#later)
    await this.#absence?.close()
  }

  #watchLater(): void {
    if (this.#live.sync.state().name !== 'live') return
    this.#later ??= setTimeout(() => {
      this.#watching = this.#watch()
    }, laterMs)
  }

  /** Where the part that does this cannot be had, nobody is told what changed; all else goes on. Never rejects. */
  async #watch(): Promise<void> {
    const opening = import('./absence.ts').then(({ Absence }) => Absence.open(this.#desk, this.#live))
    const opened = await opening.catch(() => null)
    if (this.#isClosed) return opened?.close()
    this.#absence = opened
    this.#live.announce()
  }
}

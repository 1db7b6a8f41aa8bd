import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'

const delayMs = 1_000

/** Keeps what the shelf shows of a draft at work; never worth an error. */
export class ShelfMemory {
  readonly #desk: Desk
  readonly #live: LiveDraft
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
  }

  /** May run inside a Yjs event: only a timer is set. */
  writeSoon = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.write().catch(() => null)
    }, delayMs)
  }

  async write(): Promise<void> {
    const { lastStoredAt, lastContactAt, openedAt } = this.#live.record()
    const change = { ...this.#live.summary(), lastStoredAt, lastContactAt, openedAt }
    await this.#desk.deviceStore.changeDraft(this.#live.draftId, change)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}

import type { DraftId } from '../domain/draft-id.ts'
import type { LiveDraft } from './live-draft.ts'

interface Place {
  live: Promise<LiveDraft>
  holders: number
  lingering: ReturnType<typeof setTimeout> | null
}

/** Somebody who goes to the shelf and back finds the draft still open. */
const lingerMs = 2_000

/**
 * The drafts at work in this page, each at most once. One that nobody holds any more is closed, unless this device does
 * not keep it: then it stays, because closing would lose it.
 */
export class LiveDrafts {
  readonly #places = new Map<DraftId, Place>()
  readonly #closing = new Map<DraftId, Promise<void>>()
  readonly #keepers = new Set<() => Promise<boolean>>()

  /** Whoever holds a draft lets go of it with `release`. */
  hold(draftId: DraftId, open: () => Promise<LiveDraft>): Promise<LiveDraft> {
    const place = this.#places.get(draftId) ?? { live: this.#open(draftId, open), holders: 0, lingering: null }
    place.holders += 1
    if (place.lingering !== null) clearTimeout(place.lingering)
    this.#places.set(draftId, place)
    return place.live
  }

  /** The draft if it is open now. */
  get(draftId: DraftId): Promise<LiveDraft> | null {
    return this.#places.get(draftId)?.live ?? null
  }

  /** `keep` brings onto this device what is being typed beside a document, and says whether nothing of it would be lost. */
  onStoring(keep: () => Promise<boolean>): () => void {
    this.#keepers.add(keep)
    return () => this.#keepers.delete(keep)
  }

  /** Those that are open now. */
  async all(): Promise<LiveDraft[]> {
    const opened = await Promise.allSettled(Array.from(this.#places.values(), ({ live }) => live))
    return opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  }

  /** Resolves when this device has stored what it can, with whether a page that begins anew would lose nothing. */
  async isStored(): Promise<boolean> {
    const areKept = await Promise.all(Array.from(this.#keepers, (keep) => keep().catch(() => false)))
    const storages = (await this.all()).flatMap((live) => live.storages())
    await Promise.all(storages.map((storage) => storage.whenIdle()))
    return (
      areKept.every(Boolean) &&
      storages.every((storage) => storage.state().name === 'kept' || storage.waiting().length === 0)
    )
  }

  /** Resolves when everything typed is on this device, or the device has refused. */
  async release(draftId: DraftId): Promise<void> {
    const place = this.#places.get(draftId)
    if (!place) return
    place.holders -= 1
    const live = await place.live
    if (place.holders === 0) {
      live.awareness.setLocalState(null)
      // Closing has nobody to report to; what fails in it is in the draft's state.
      place.lingering = setTimeout(() => void this.#closeUnheld(draftId, place).catch(() => null), lingerMs)
    }
    await whenIdle(live)
  }

  /** Closes a draft, held or not; whoever still shows it shows what it was. */
  async closeNow(draftId: DraftId): Promise<void> {
    const place = this.#places.get(draftId)
    if (!place) return
    if (place.lingering !== null) clearTimeout(place.lingering)
    await this.#close(draftId, place)
    await this.#closing.get(draftId)
  }

  /** Closes every draft, held or not. */
  async closeAll(): Promise<void> {
    await Promise.all(
      Array.from(this.#places, ([draftId, place]) => {
        if (place.lingering !== null) clearTimeout(place.lingering)
        return this.#close(draftId, place)
      }),
    )
    await Promise.all(this.#closing.values())
  }

  async #open(draftId: DraftId, open: () => Promise<LiveDraft>): Promise<LiveDraft> {
    await this.#closing.get(draftId)
    return open()
  }

  async #closeUnheld(draftId: DraftId, place: Place): Promise<void> {
    const live = await place.live
    await whenIdle(live)
    if (place.holders > 0 || this.#places.get(draftId) !== place) return
    const unkept = live.storages().find((storage) => storage.state().name !== 'kept')
    if (unkept) {
      const stop = unkept.onState(({ name }) => {
        if (name !== 'kept') return
        stop()
        void this.#closeUnheld(draftId, place).catch(() => null)
      })
      return
    }
    await this.#close(draftId, place)
  }

  async #close(draftId: DraftId, place: Place): Promise<void> {
    this.#places.delete(draftId)
    const closing = place.live.then((live) => live.close()).finally(() => this.#closing.delete(draftId))
    this.#closing.set(draftId, closing)
    await closing
  }
}

const whenIdle = async (live: LiveDraft): Promise<void> => {
  await Promise.all(live.storages().map((storage) => storage.whenIdle()))
}

import type { DraftId } from '../domain/draft-id.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { OpenDraft } from './app-state.ts'
import type { LockedCopy } from './lease.ts'

/** A screen that has not come by then does not come. */
const patienceMs = 10_000

type Opening = Promise<Outcome<OpenDraft> | LockedCopy>

interface Ahead {
  draftId: DraftId
  opening: Opening
  opened: OpenDraft | null
}

/** One draft, opened before its screen is there. Nobody's until a screen takes it; then it is closed by that screen. */
export class DraftAhead {
  #ahead: Ahead | null = null

  /** Resolves when the draft is open or refused; never rejects. Whoever takes it hears of a failure. */
  async begin(draftId: DraftId, opening: Opening): Promise<void> {
    const ahead: Ahead = { draftId, opening, opened: null }
    this.#ahead = ahead
    const outcome = await opening.catch(() => null)
    if (this.#ahead !== ahead || !outcome?.ok) return
    ahead.opened = outcome.value
    setTimeout(() => {
      if (this.#ahead === ahead) void this.take(draftId)?.then((late) => (late.ok ? late.value.close() : undefined))
    }, patienceMs)
  }

  /** The draft, if it is open by now; it can still be taken. */
  opened(draftId: DraftId): OpenDraft | null {
    return this.#ahead?.draftId === draftId ? this.#ahead.opened : null
  }

  take(draftId: DraftId): Opening | null {
    if (this.#ahead?.draftId !== draftId) return null
    const { opening } = this.#ahead
    this.#ahead = null
    return opening
  }
}

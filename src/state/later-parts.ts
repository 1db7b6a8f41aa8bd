import type { DraftAgreement } from './agreement/draft-agreement.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'
import type { DraftVersions } from './versions/draft-versions.ts'

/** Nobody's first concern. */
const versionsAfterMs = 5_000

/**
 * What a draft at work does besides its text: its versions, and who agreed to what. Each is fetched when it is first
 * needed, on screen or not, and works until the draft is closed.
 */
export class LaterParts {
  readonly #desk: Desk
  readonly #live: LiveDraft
  #versions: Promise<DraftVersions> | null = null
  #agreement: Promise<DraftAgreement> | null = null
  #versionsSoon: ReturnType<typeof setTimeout> | null = null
  /** The number of acts for which the record was last asked for; -1 before. */
  #askedFor = -1
  #wasLive = false

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
    live.onFacts(() => this.#look())
  }

  begin(): void {
    this.#versionsSoon = setTimeout(() => void this.versions().catch(() => null), versionsAfterMs)
  }

  versions(): Promise<DraftVersions> {
    this.#versions ??= import('./versions/draft-versions.ts').then(
      (part) => part.DraftVersions.open(this.#desk, this.#live),
      (error: unknown) => {
        this.#versions = null
        throw error
      },
    )
    return this.#versions
  }

  agreement(): Promise<DraftAgreement> {
    this.#agreement ??= import('./agreement/draft-agreement.ts').then(
      (part) => new part.DraftAgreement(this.#desk, this.#live),
      (error: unknown) => {
        this.#agreement = null
        throw error
      },
    )
    return this.#agreement
  }

  async close(): Promise<void> {
    if (this.#versionsSoon !== null) clearTimeout(this.#versionsSoon)
    await this.#agreement?.then((agreement) => agreement.close()).catch(() => null)
    await this.#versions?.then((versions) => versions.close()).catch(() => null)
  }

  /** Called whenever anything about the draft changes, so it only compares. */
  #look(): void {
    const isLive = this.#live.sync.state().name === 'live'
    const hasReturned = isLive && !this.#wasLive
    this.#wasLive = isLive
    if (!isLive) this.#askedFor = -1
    else this.#lookAtRecord()
    // What was said while nobody could be told here: roles, agreement, a frozen package.
    if (hasReturned) void this.#live.refreshAccess().catch(() => null)
  }

  #lookAtRecord(): void {
    const { access, actsKnown = 0, actsWaiting = 0 } = this.#live.record()
    const acts = access?.package?.acts ?? 0
    const isBehind = acts !== actsKnown && acts !== this.#askedFor
    if (isBehind) this.#askedFor = acts
    if (isBehind || (actsWaiting > 0 && this.#agreement === null)) {
      void this.agreement()
        .then((agreement) => (isBehind ? agreement.refresh() : null))
        .catch(() => null)
    }
  }
}

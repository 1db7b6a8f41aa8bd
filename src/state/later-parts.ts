import type { DraftStorage } from '../storage/draft-storage.ts'
import type { DraftAgreement } from './agreement/draft-agreement.ts'
import type { Desk } from './desk.ts'
import type { DraftDiscussion } from './discussion/draft-discussion.ts'
import type { KeptDiscussion } from './discussion/kept-discussion.ts'
import type { TalkFacts } from './safety-status.ts'
import type { LiveDraft } from './live-draft.ts'
import { fetchPart } from './missing-part.ts'
import { openedOnce } from './opened-once.ts'
import type { DraftVersions } from './versions/draft-versions.ts'

/** Nobody's first concern; what was said comes after the text is on screen. */
const versionsAfterMs = 5_000
const discussionAfterMs = 2_000

/**
 * What a draft at work does besides its text: its versions, what is said about it, and who agreed to what. Each is
 * fetched when it is first needed, on screen or not, and works until the draft is closed.
 */
export class LaterParts {
  readonly #desk: Desk
  readonly #live: LiveDraft
  readonly #versions = openedOnce(async () => {
    const { DraftVersions } = await fetchPart(import('./versions/draft-versions.ts'))
    return DraftVersions.open(this.#desk, this.#live)
  })
  readonly #agreement = openedOnce(async () => {
    const { DraftAgreement } = await fetchPart(import('./agreement/draft-agreement.ts'))
    return (this.#signing = new DraftAgreement(this.#desk, this.#live))
  })
  readonly #discussion = openedOnce(async () => {
    const { KeptDiscussion } = await fetchPart(import('./discussion/kept-discussion.ts'))
    return (this.#talk = await KeptDiscussion.open(this.#desk, this.#live))
  })
  #talk: KeptDiscussion | null = null
  #signing: DraftAgreement | null = null
  #soon: ReturnType<typeof setTimeout>[] = []
  /** The number of acts for which the record was last asked for; -1 before. */
  #askedFor = -1
  #wasLive = false
  /** How many versions people had made when it was last looked; -1 before. */
  #versionsMade = -1

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
    live.onFacts(() => this.#look())
  }

  begin(): void {
    // What was agreed to and cannot be sent any more is told with its words, which only that part reads.
    if (this.#live.record().actsWaiting) void this.agreement().catch(() => null)
    this.#soon = [
      setTimeout(() => void this.versions().catch(() => null), versionsAfterMs),
      setTimeout(() => void this.discussion().catch(() => null), discussionAfterMs),
    ]
  }

  versions(): Promise<DraftVersions> {
    return this.#versions.get()
  }

  agreement(): Promise<DraftAgreement> {
    return this.#agreement.get()
  }

  async discussion(): Promise<DraftDiscussion> {
    return (await this.#discussion.get()).discussion
  }

  /** Before the discussion is loaded, what is remembered of it. */
  talkFacts(): TalkFacts {
    const waiting = this.#live.record().talkWaiting ?? 0
    return this.#talk?.facts() ?? { storage: { name: 'kept' }, lacks: false, line: { name: 'off' }, waiting }
  }

  unsentSaid(): readonly string[] {
    return [...(this.#talk?.unsentWords() ?? []), ...(this.#signing?.unsentWords() ?? [])]
  }

  /** Null before the discussion is loaded. */
  talkStorage(): DraftStorage | null {
    return this.#talk?.storage ?? null
  }

  async close(): Promise<void> {
    for (const timer of this.#soon) clearTimeout(timer)
    for (const part of [this.#discussion, this.#agreement, this.#versions]) {
      await part
        .begun()
        ?.then(async (begun) => begun.close())
        .catch(() => null)
    }
  }

  /** Called whenever anything about the draft changes, so it only compares. */
  #look(): void {
    const isLive = this.#live.sync.state().name === 'live'
    const hasReturned = isLive && !this.#wasLive
    this.#wasLive = isLive
    if (!isLive) this.#askedFor = -1
    else {
      this.#lookAtRecord()
      this.#lookAtVersions()
    }
    // What was said while nobody could be told here: roles, agreement, a frozen package.
    if (hasReturned) void this.#live.refreshAccess().catch(() => null)
  }

  #lookAtVersions(): void {
    const made = this.#live.record().access?.versionsMade ?? 0
    if (made === this.#versionsMade) return
    const isFirstLook = this.#versionsMade === -1
    this.#versionsMade = made
    // Whoever opens the list asks for it then.
    if (!isFirstLook)
      void this.#versions
        .begun()
        ?.then((versions) => versions.refresh())
        .catch(() => null)
  }

  #lookAtRecord(): void {
    const { access, actsKnown = 0, actsWaiting = 0 } = this.#live.record()
    const acts = access?.package?.acts ?? 0
    const isBehind = acts !== actsKnown && acts !== this.#askedFor
    if (isBehind) this.#askedFor = acts
    if (isBehind || (actsWaiting > 0 && this.#agreement.begun() === null)) {
      void this.agreement()
        .then((agreement) => (isBehind ? agreement.refresh() : null))
        .catch(() => null)
    }
  }
}

import { Awareness } from 'y-protocols/awareness'
import { readEntriesOf } from '../../document/discussion.ts'
import { createDraftDocument } from '../../document/draft-document.ts'
import { discussionOf, type DiscussionId } from '../../domain/document-id.ts'
import { wordsOfEntry } from '../../domain/left-over.ts'
import { accepted, refused, type Outcome, type Refusal } from '../../domain/refusal.ts'
import { may } from '../../domain/role.ts'
import { openDraftStorage, removeDraft, type DraftStorage } from '../../storage/draft-storage.ts'
import type { ConnectionState } from '../../sync/connection-state.ts'
import { socketUrlOf, type DraftSync } from '../../sync/draft-sync.ts'
import { openSharedLine } from '../../sync/shared-line.ts'
import { openTabChannel, tabChannelName } from '../../sync/tab-channel.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import type { TalkFacts } from '../safety-status.ts'
import { DraftDiscussion } from './draft-discussion.ts'

/** The line of the text comes first. */
const lineAfterMs = 1_000

/** What is said about a draft at work: on this device, in its other tabs and on the server, by a line of its own. */
export class KeptDiscussion {
  readonly id: DiscussionId
  readonly discussion: DraftDiscussion
  readonly storage: DraftStorage
  readonly #desk: Desk
  readonly #live: LiveDraft
  readonly #sync: DraftSync
  readonly #stop: () => void
  readonly #whenTextIsThere: Promise<Outcome<null>>
  #enterSoon: ReturnType<typeof setTimeout> | null = null
  #enter: () => void = () => undefined
  #isTextThere = false
  #mayDiscuss: boolean
  #isRenewing = false

  private constructor(desk: Desk, live: LiveDraft) {
    const { device, origin, socket, fetch, channel } = desk.surroundings
    this.#desk = desk
    this.#live = live
    this.#whenTextIsThere = new Promise((resolve) => {
      this.#enter = () => resolve(accepted(null))
    })
    this.id = discussionOf(live.draftId)
    const doc = createDraftDocument()
    const awareness = new Awareness(doc)
    awareness.setLocalState(null)
    this.storage = openDraftStorage(this.id, doc, device)
    const name = tabChannelName({ draftId: this.id, renamedAt: live.record().talkRenamedAt ?? 0 })
    this.#sync = openSharedLine({
      name,
      openTabs: () => openTabChannel(name, doc, channel),
      locks: device.locks,
      documentId: this.id,
      doc,
      awareness,
      socketUrl: socketUrlOf(origin),
      socket,
      fetch,
      enter: () => this.#whenTextIsThere,
      ticket: () => this.#fetchTicket(),
    })
    this.discussion = new DraftDiscussion(live, doc)
    this.#mayDiscuss = this.#mayDiscussNow()
    this.storage.onState(() => live.announce())
    this.storage.onWaiting(() => this.#onWaiting())
    this.#sync.onState(() => this.#onLine())
    this.#sync.onStored((seq) => this.#onStored(seq))
    this.#sync.onContact(() => this.storage.mend())
    this.#sync.onReload(() => void this.#takeAnew().catch(() => null))
    this.#stop = live.onFacts(() => this.#look())
  }

  /** Resolves when what is stored on this device is there. The other tabs hear of it at once, the server after the text. */
  static async open(desk: Desk, live: LiveDraft): Promise<KeptDiscussion> {
    const kept = new KeptDiscussion(desk, live)
    await kept.storage.whenLoaded
    kept.#onWaiting()
    kept.#sync.connect()
    kept.#look()
    return kept
  }

  facts(): TalkFacts {
    return {
      storage: this.storage.state(),
      lacks: this.storage.lacks(),
      line: this.#line(),
      waiting: this.storage.waiting().length,
    }
  }

  /** What of the words said here the server has not got, oldest first. */
  unsentWords(): string[] {
    const entries = this.storage.unsent().flatMap((update) => [...readEntriesOf(update).values()])
    return entries.map(wordsOfEntry).filter((words) => words !== '')
  }

  async close(): Promise<void> {
    this.#stop()
    if (this.#enterSoon !== null) clearTimeout(this.#enterSoon)
    this.discussion.close()
    this.#sync.close()
    await this.storage.close()
    this.discussion.doc.destroy()
  }

  #line(): ConnectionState {
    return this.#isRenewing ? { name: 'connecting', patient: true, wasLive: true } : this.#sync.state()
  }

  /** Called whenever anything about the draft changes, so it only compares. */
  #look(): void {
    const text = this.#live.sync.state().name
    // Whoever was refused with their text may still have something to say.
    const isTextThere = text === 'live' || text === 'refused'
    const mayDiscuss = this.#mayDiscussNow()
    const hasReturned = isTextThere && (!this.#isTextThere || (mayDiscuss && !this.#mayDiscuss))
    if (isTextThere) this.#enterSoon ??= setTimeout(this.#enter, lineAfterMs)
    // Refused before: by a server of before, say, or while they had another role.
    if (hasReturned && this.#sync.state().name === 'refused') this.#sync.connect()
    this.#isTextThere = isTextThere
    this.#mayDiscuss = mayDiscuss
  }

  #mayDiscussNow(): boolean {
    const { access, removed } = this.#live.record()
    return !removed && may(access?.me.role ?? 'owner', 'discuss')
  }

  /** Nothing that waits is offered to a server that will not have it: it stays here, and the status says so. */
  async #fetchTicket(): Promise<Outcome<string>> {
    const answer = await this.#desk.api.team.ticket(this.id)
    if (!answer.ok) return answer
    const { ticket, role } = answer.value
    return may(role, 'discuss') || this.storage.waiting().length === 0 ? accepted(ticket) : refused('not-allowed')
  }

  #onLine(): void {
    const line = this.#sync.state()
    const { talkHeardAt = null } = this.#live.record()
    const isHeard = line.name === 'live' || isOlderServer(line)
    if (isHeard && talkHeardAt === null) this.#remember({ talkHeardAt: Date.now() })
    if (line.name === 'refused' && this.#canBeSaidAnew(line.refusal)) void this.#renew()
    this.discussion.tellTransfer(this.storage.waiting().length, isOlderServer(line))
    this.#live.announce()
  }

  /** Where it has no room, decisions go on alone, unless they are all that waits. */
  #canBeSaidAnew(refusal: Refusal): boolean {
    // A decision from when this person could still write the text stands in the way of what they say.
    if (refusal === 'not-allowed') return this.#mayDiscussNow()
    if (refusal === 'draft-full' || refusal === 'too-many-entries') return this.unsentWords().length > 0
    return refusal === 'taken-id'
  }

  #onWaiting(): void {
    const waiting = this.storage.waiting()
    const last = waiting.at(-1)
    if (last) this.#sync.mark(last.seq)
    if ((this.#live.record().talkWaiting ?? 0) !== waiting.length) this.#remember({ talkWaiting: waiting.length })
    this.discussion.tellTransfer(waiting.length, isOlderServer(this.#sync.state()))
    this.#live.announce()
  }

  #onStored(seq: number): void {
    const waiting = this.storage.waiting().length
    this.storage.forgetUpTo(seq)
    if (this.storage.waiting().length < waiting) this.#live.change({ lastStoredAt: Date.now() })
  }

  #remember(change: { talkHeardAt?: number; talkWaiting?: number }): void {
    this.#live.change(change)
    // Until the discussion is loaded the next time this is all that is known of it: then it is read itself.
    void this.#desk.deviceStore.changeDraft(this.#live.draftId, change).catch(() => null)
  }

  /** Once at a time: the line may be refused again while it goes on. */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return
    this.#isRenewing = true
    // Rarely needed. Where it fails, the line says that it is refused.
    await import('./renew-discussion.ts')
      .then(({ renewDiscussion }) => renewDiscussion(this.#desk, this.#live, this))
      .catch(() => null)
    this.#isRenewing = false
    this.#live.announce()
  }

  /** What is here reads otherwise than what the server has. Nobody types in it, so there is nothing to rescue but what waits. */
  async #takeAnew(): Promise<void> {
    await this.storage.whenIdle()
    const isAllStored = await this.#desk.drafts.isStored()
    if (!isAllStored || this.storage.waiting().length > 0 || this.storage.state().name !== 'kept') return
    await this.#live.close()
    await removeDraft(this.id, this.#desk.surroundings.device)
    this.#desk.surroundings.reload()
  }
}

/** A server of before knows of no discussion. */
const isOlderServer = (line: ConnectionState): boolean => line.name === 'refused' && line.refusal === 'absent'

import type * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { addEntries, createDiscussionReader } from '../../document/discussion.ts'
import {
  createEntryId,
  lastMoment,
  mayAdd,
  readEntry,
  type EntryId,
  type NewEntry,
} from '../../domain/discussion-entry.ts'
import { createSaidSums, type RoomLeft } from '../../domain/discussion-limits.ts'
import { noDiscussion, type Discussion } from '../../domain/discussion.ts'
import { accepted, refused, type Outcome } from '../../domain/refusal.ts'
import type { LiveDraft } from '../live-draft.ts'

export interface DiscussionView extends Discussion {
  /** Whether this person may comment and suggest. */
  mayDiscuss: boolean
  /** Whether this person may accept and decline, as far as their role and the room that is left go. */
  maySettle: boolean
  /** What this person can still say here. */
  room: RoomLeft
  /** So many entries said here the server has not got yet. */
  waiting: number
  /** The server is of before and knows of no discussion: what is said here waits on this device. */
  isServerOlder: boolean
}

/** What is said about a draft at work. One for each, whether its list is on screen or not. */
export class DraftDiscussion {
  readonly doc: Y.Doc
  readonly view = createStore<DiscussionView>(() => ({
    ...noDiscussion,
    mayDiscuss: false,
    maySettle: false,
    room: 'enough',
    waiting: 0,
    isServerOlder: false,
  }))
  readonly #live: LiveDraft
  readonly #sums = createSaidSums()
  readonly #read: () => Discussion
  readonly #stop: () => void
  #isReading = false
  #isClosed = false

  /** `doc` is the discussion's own document, loaded from this device. */
  constructor(live: LiveDraft, doc: Y.Doc) {
    this.#live = live
    this.doc = doc
    this.#read = createDiscussionReader(doc, ({ member }, json) => this.#sums.add(member, json))
    doc.on('update', this.#readSoon)
    this.#stop = live.onFacts(() => this.#tellRights())
    this.view.setState(this.#read())
    this.#tellRights()
  }

  /** Adds an entry by this person, now. Refused with `not-allowed` where their role does not reach, and where it has no room. */
  add(entry: NewEntry): Outcome<EntryId> {
    const added = this.addAll([entry])
    return added.ok ? accepted(added.value[0] ?? '') : added
  }

  /** Adds entries as one change; all of them or none. */
  addAll(entries: readonly NewEntry[]): Outcome<readonly EntryId[]> {
    const { access, me, removed } = this.#live.record()
    const role = access?.me.role ?? 'owner'
    if (this.#isClosed || removed || !entries.every(({ type }) => mayAdd(role, type))) return refused('not-allowed')
    const by = { name: me.name, organisation: me.organisation, sector: me.sector, member: access?.me.id ?? '' }
    const now = Date.now()
    const made = new Map(
      entries.map((entry) => [
        createEntryId(crypto.getRandomValues(new Uint8Array(20))),
        { ...entry, by, at: 'of' in entry ? this.#after(entry.of, now) : now },
      ]),
    )
    // What nobody could read would be refused by the server, and stand before all that follows.
    const spoken = [...made.values()].map((entry) => ({ type: entry.type, json: JSON.stringify(entry) }))
    if (!spoken.every(({ json }) => isReadable(json))) return refused('too-large')
    const noRoom = this.#sums.whyNoRoom(spoken, { member: by.member, role })
    if (noRoom) return refused(noRoom)
    addEntries(this.doc, made)
    return accepted([...made.keys()])
  }

  /** What answers others comes after what it answers, whosever clock is ahead. */
  #after(of: EntryId, now: number): number {
    const { threads } = this.view.getState()
    const thread = threads.find(({ id, replies }) => id === of || replies.some((reply) => reply.id === of))
    return Math.min(Math.max(now, (thread?.lastAt ?? -1) + 1), lastMoment)
  }

  /** How it stands with the server. */
  tellTransfer(waiting: number, isServerOlder: boolean): void {
    const now = this.view.getState()
    if (now.waiting !== waiting || now.isServerOlder !== isServerOlder) this.view.setState({ waiting, isServerOlder })
  }

  close(): void {
    this.#isClosed = true
    this.#stop()
    this.doc.off('update', this.#readSoon)
  }

  #tellRights(): void {
    const { access, removed } = this.#live.record()
    const role = access?.me.role ?? 'owner'
    const mayDiscuss = !removed && mayAdd(role, 'comment')
    const room = this.#sums.roomLeft({ member: access?.me.id ?? '', role })
    const maySettle = !removed && mayAdd(role, 'accepted') && room !== 'nothing'
    const now = this.view.getState()
    if (now.mayDiscuss !== mayDiscuss || now.maySettle !== maySettle || now.room !== room)
      this.view.setState({ mayDiscuss, maySettle, room })
  }

  /** Runs inside a Yjs event, which it must not disturb; what comes together is read once. */
  #readSoon = (): void => {
    if (this.#isReading) return
    this.#isReading = true
    queueMicrotask(() => {
      this.#isReading = false
      if (this.#isClosed) return
      this.view.setState(this.#read())
      this.#tellRights()
    })
  }
}

const isReadable = (json: string): boolean => {
  const read = readEntry(json)
  return read !== null && 'entry' in read
}

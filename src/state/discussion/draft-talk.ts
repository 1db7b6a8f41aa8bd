import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { createAnchor, resolveAnchor } from '../../document/anchor.ts'
import { textName } from '../../document/names.ts'
import {
  isSameAuthor,
  maxQuote,
  type EntryAuthor,
  type EntryId,
  type NewEntry,
  type Subject,
} from '../../domain/discussion-entry.ts'
import type { RoomLeft } from '../../domain/discussion-limits.ts'
import type { Outcome } from '../../domain/refusal.ts'
import type { DraftView } from '../draft-view.ts'
import type { DraftDiscussion } from './draft-discussion.ts'
import { leftOverKey, type TalkMemory } from './talk-memory.ts'
import { readTalk, type MarkedWords, type TalkThread } from './read-talk.ts'
import { ThreadPlaces } from './thread-places.ts'

export interface TalkView {
  /** In the order of the page; without what was taken back before anybody answered. */
  threads: readonly TalkThread[]
  /** How many entries only a newer app can show. */
  newer: number
  /** What others said that was not seen on this device. */
  unread: number
  /** How many threads are open, by section and for the facts. */
  open: ReadonlyMap<string, number>
  /** Why this person may not say anything; null where they may. */
  whyNot: 'reader' | 'removed' | null
  /** What this person can still say. */
  room: RoomLeft
}

/** Everything it works with. */
export interface TalkParts {
  discussion: DraftDiscussion
  /** The draft's own document. */
  doc: Y.Doc
  draft: StoreApi<DraftView>
  memory: TalkMemory
}

/** What is said about a draft as the screens show it: at its place, read or not, for whom. */
export class DraftTalk {
  readonly discussion: DraftDiscussion
  readonly view: StoreApi<TalkView>
  /** The words of open comments, by section; changes without the list of threads when text moves. */
  readonly marks = createStore<ReadonlyMap<string, readonly MarkedWords[]>>(() => new Map())
  readonly #parts: TalkParts
  readonly #places: ThreadPlaces
  readonly #stops: (() => void)[]
  readonly #seen: Set<EntryId>
  readonly #typed: Map<string, string>

  constructor(parts: TalkParts) {
    this.#parts = parts
    this.discussion = parts.discussion
    const { seen, typed } = parts.memory.read()
    this.#seen = new Set(seen)
    this.#typed = new Map(Object.entries(typed))
    this.#places = new ThreadPlaces(parts.doc, () => this.#read())
    this.view = createStore<TalkView>(() => ({
      threads: [],
      newer: 0,
      unread: 0,
      open: new Map(),
      whyNot: null,
      room: 'enough',
    }))
    this.#stops = [
      parts.discussion.view.subscribe(() => this.#read()),
      parts.draft.subscribe((is, was) => {
        if (is.me !== was.me || is.work !== was.work || is.partners !== was.partners || is.lost !== was.lost)
          this.#read()
      }),
    ]
    this.#read()
  }

  /** Adds an entry by this person. */
  add(entry: NewEntry): Outcome<EntryId> {
    return this.discussion.add(entry)
  }

  /** What a comment on these words of a section is about; on the section as a whole where there are none. */
  subjectAt(sectionId: string, from: number, to: number): Subject {
    if (from >= to) return { on: 'section', section: sectionId }
    const { quote, ...places } = createAnchor(this.#parts.doc.getText(textName(sectionId)), from, to)
    return { on: 'text', section: sectionId, ...places, quote: shortened(quote) }
  }

  /** Where the words are now that a comment on them is about; null where they are gone. */
  wordsOf(subject: Subject & { on: 'text' }): Omit<MarkedWords, 'id'> | null {
    const place = resolveAnchor(this.#parts.doc.getText(textName(subject.section)), subject)
    return place && !place.isGone ? { from: place.from, to: place.to } : null
  }

  /** Whether this person wrote it. */
  isOwn(by: EntryAuthor): boolean {
    return isSameAuthor(by, this.me())
  }

  me(): EntryAuthor {
    const { name, organisation, sector, memberId } = this.#parts.draft.getState().me
    return { name, organisation, sector, member: memberId ?? '' }
  }

  /** These have been seen here. */
  see(ids: readonly EntryId[]): void {
    if (ids.every((id) => this.#seen.has(id))) return
    for (const id of ids) this.#seen.add(id)
    this.#read()
  }

  /** What was typed and not said yet, under a key of the screen's choice. */
  typed(key: string): string {
    return this.#typed.get(key) ?? ''
  }

  keepTyped(key: string, words: string): void {
    if (words === '') this.#typed.delete(key)
    else this.#typed.set(key, words)
    this.#remember()
  }

  /** Words of this person's for which the discussion had no room any more, until they are let go of. */
  leftOver(): string[] {
    return [...this.#typed].flatMap(([key, words]) => (key.startsWith(leftOverKey) ? [words] : []))
  }

  letGoOfLeftOver(): void {
    for (const key of this.#typed.keys()) if (key.startsWith(leftOverKey)) this.#typed.delete(key)
    this.#remember()
  }

  async close(): Promise<void> {
    this.#places.close()
    for (const stop of this.#stops) stop()
    await this.#parts.memory.close()
  }

  #read(): void {
    const { draft, discussion } = this.#parts
    const before = this.view.getState()
    const { threads, newer, mayDiscuss, room } = discussion.view.getState()
    const context = {
      draft: draft.getState(),
      me: this.me(),
      seen: this.#seen,
      placeOf: this.#places.placeOf.bind(this.#places),
    }
    const read = readTalk(threads, context, before.threads)
    const whyNot = mayDiscuss ? null : draft.getState().me.role === 'viewer' ? 'reader' : 'removed'
    const unread = read.threads.reduce((sum, each) => sum + each.unread.length, 0)
    this.view.setState({ threads: read.threads, newer: newer.length, unread, open: read.open, whyNot, room })
    this.marks.setState(read.marks, true)
    if (unread !== this.#parts.memory.read().unread || this.#seen.size !== this.#parts.memory.read().seen.length)
      this.#remember()
  }

  #remember(): void {
    const { unread } = this.view.getState()
    this.#parts.memory.write({ seen: [...this.#seen], unread, typed: Object.fromEntries(this.#typed) })
  }
}

const shortened = (quote: string): string => {
  const cut = quote.slice(0, maxQuote)
  // Never half a character.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

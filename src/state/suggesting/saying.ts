import type { NewEntry } from '../../domain/discussion-entry.ts'
import { takesTalk } from '../../domain/discussion-limits.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { LiveDraft } from '../live-draft.ts'
import type { KeptTyping } from './kept-typing.ts'
import type { SuggestingFork } from './suggesting-fork.ts'
import { canBeSaid, readUnsaid, wordsOfEntries, type Unsaid } from './typed-suggestions.ts'

/** Words that cannot be said, by passage; those that an ended page left are under `left`. */
export type StuckWords = ReadonlyMap<string, string>
const left = ''

interface SayingOptions {
  live: LiveDraft
  discussion: DraftDiscussion
  kept: KeptTyping
  /** This person's open suggestions. */
  own: () => readonly Suggestion[]
  onStuck: (words: StuckWords) => void
}

/**
 * Says what is typed in a fork, and keeps it on the device until then. What cannot be said, too long, not allowed any
 * more or without room, stays until it can be, nobody wants it any more or it is given up.
 */
export class Saying {
  readonly #options: SayingOptions
  readonly #stuck = new Map<string, readonly Unsaid[]>()
  readonly #givenUp = new Set<string>()
  #told = ''

  constructor(options: SayingOptions) {
    this.#options = options
    this.#tell()
  }

  /** Says what was typed in one section or in all. */
  say(fork: SuggestingFork, sectionId: string | null = null): void {
    for (const section of fork.unsaid()) {
      if (sectionId !== null && section !== sectionId) continue
      const stuck = this.#sayAll(fork, this.#read(fork, section))
      fork.said(
        section,
        stuck.map(({ at }) => at),
      )
      this.#setStuck(section, stuck)
      this.#options.kept.forget(section, entriesOf(stuck))
    }
    this.#tell()
  }

  /** Something was typed in a section. */
  keep(fork: SuggestingFork, section: string): void {
    if (!fork.unsaid().includes(section)) return
    const passages = this.#read(fork, section)
    void this.#options.kept.keep(section, entriesOf(passages))
    const { mayDiscuss, room } = this.#options.discussion.view.getState()
    const maySay = mayDiscuss && takesTalk(room)
    const known = new Set(this.#stuck.get(section)?.map(({ key }) => key))
    this.#setStuck(
      section,
      passages.filter(({ key, entries }) => known.has(key) && !(maySay && canBeSaid(entries))),
    )
    this.#tell()
  }

  /** Words that cannot be said have been copied, or are not wanted. They are out of the fork that follows. */
  letGo(key: string): void {
    if (key === left) this.#options.kept.forgetLeft()
    else this.#givenUp.add(key)
    for (const [section, passages] of this.#stuck) {
      const wanted = passages.filter(this.#isWanted)
      this.#setStuck(section, wanted)
      void this.#options.kept.keep(section, entriesOf(wanted))
    }
    this.#tell()
  }

  /** What is stuck, for the fork that follows. */
  carryOver(): readonly Unsaid[] {
    this.#givenUp.clear()
    return [...this.#stuck.values()].flat()
  }

  readonly #isWanted = ({ key }: Unsaid): boolean => !this.#givenUp.has(key)

  #read(fork: SuggestingFork, section: string): readonly Unsaid[] {
    const { live, own } = this.#options
    return readUnsaid(live.doc, fork, section, own()).filter(this.#isWanted)
  }

  /** As one change those that can be said; returns the others. */
  #sayAll(fork: SuggestingFork, passages: readonly Unsaid[]): readonly Unsaid[] {
    const sayable = new Set(passages.filter(({ entries }) => canBeSaid(entries)))
    const entries = [...sayable].flatMap((each) => each.entries)
    if (entries.length === 0) return passages
    const said = this.#options.discussion.addAll(entries)
    if (!said.ok) return passages
    for (const { withdrawn } of sayable) for (const id of withdrawn) fork.carried.delete(id)
    for (const [at, id] of said.value.entries()) if (entries[at]?.type === 'suggestion') fork.carry(id)
    return passages.filter((each) => !sayable.has(each))
  }

  #setStuck(section: string, passages: readonly Unsaid[]): void {
    if (passages.length > 0) this.#stuck.set(section, passages)
    else this.#stuck.delete(section)
  }

  #tell(): void {
    const passages = [...this.#stuck.values()].flat()
    const words = [
      [left, this.#options.kept.left()] as const,
      ...passages.map(({ key, entries }) => [key, wordsOfEntries(entries)] as const),
    ].filter((each) => each[1] !== '')
    const now = JSON.stringify(words)
    if (now !== this.#told) this.#options.onStuck(new Map(words))
    this.#told = now
  }
}

const entriesOf = (passages: readonly Unsaid[]): readonly NewEntry[] => passages.flatMap(({ entries }) => entries)

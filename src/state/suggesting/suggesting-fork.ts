import * as Y from 'yjs'
import { createDraftDocument } from '../../document/draft-document.ts'
import { itemsOf } from '../../document/items.ts'
import { textName } from '../../document/names.ts'
import { hasCome, takeOut } from '../../document/settle-suggestions.ts'
import { applySuggestion, createStandingReader, replaceBySuggestion, type Proposed } from '../../document/suggestion.ts'
import type { EntryId } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { wordsAfter } from '../../domain/suggested-words.ts'
import type { Stretch } from '../../editor/places.ts'
import { compareFork, type ForkPiece } from '../../editor/suggesting/compare-fork.ts'
import { inFork } from '../../editor/suggesting/fork-places.ts'
import { readKeptBoth } from './both-kept.ts'
import { IdRanges } from './id-ranges.ts'
import type { Unsaid } from './typed-suggestions.ts'

/** Origin of what the fork takes over from the content, and of suggestions made in it again. */
const fromContent = Symbol('from the content')
/** Origin of what was typed in the fork before this one and is not said yet. */
const typedBefore = Symbol('typed before')

/**
 * A private copy of a draft's content that suggestions are typed in. It follows the content; what is written in it never
 * leaves it but as entries of the discussion. Editors work on it as they do on the content itself.
 */
export class SuggestingFork {
  /** Suggestions that are in the fork's text and that it does not say otherwise by now. */
  readonly carried = new Set<EntryId>()
  /** Those that ever were. */
  readonly #known = new Set<EntryId>()
  readonly #content: Y.Doc
  readonly #doc: Y.Doc
  /** What was written and deleted since it was last said, by section. */
  readonly #fresh = new Map<string, IdRanges>()
  readonly #onTyped: (sectionId: string) => void
  readonly #observed = new Map<string, (event: Y.YTextEvent, transaction: Y.Transaction) => void>()

  /**
   * `own` are this person's open suggestions, `unsaid` is what they typed in the fork before this one, about the content
   * as it is. `onTyped` is called within a Yjs event.
   */
  constructor(
    content: Y.Doc,
    own: readonly Suggestion[],
    unsaid: readonly Unsaid[],
    onTyped: (sectionId: string) => void,
  ) {
    this.#content = content
    this.#onTyped = onTyped
    this.#doc = createDraftDocument()
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(content), fromContent)
    const replaced = new Set(unsaid.flatMap(({ withdrawn }) => withdrawn))
    for (const { id, proposed } of own) {
      if (replaced.has(id) || this.#make(proposed, fromContent)) this.carry(id)
    }
    const typed = unsaid.flatMap(({ entries }) => entries.filter((entry) => entry.type === 'suggestion'))
    for (const entry of typed.toReversed()) this.#make(entry, typedBefore)
    content.on('update', this.#follow)
  }

  /** The section's text in the fork. */
  text(sectionId: string): Y.Text {
    const text = this.#doc.getText(textName(sectionId))
    if (!this.#observed.has(sectionId)) {
      const note = (_event: Y.YTextEvent, transaction: Y.Transaction): void => this.#note(sectionId, transaction)
      this.#observed.set(sectionId, note)
      text.observe(note)
    }
    return text
  }

  /** What it says otherwise than the content, piece by piece. */
  pieces(sectionId: string): readonly ForkPiece[] {
    const fresh = this.#fresh.get(sectionId)
    const isFresh = (client: number, clock: number, length: number): boolean =>
      fresh?.hasAny(client, clock, clock + length) ?? false
    return compareFork(this.#content.getText(textName(sectionId)), this.text(sectionId), isFresh)
  }

  /** Sections in which something was typed that was not said yet. */
  unsaid(): readonly string[] {
    return [...this.#fresh.keys()]
  }

  /** What was typed in a section has been said, but for these passages of the content. */
  said(sectionId: string, without: readonly Stretch[] = []): void {
    const pieces = this.pieces(sectionId)
    this.#fresh.delete(sectionId)
    if (without.length === 0) return
    const left = new IdRanges()
    this.#fresh.set(sectionId, left)
    for (const stretch of without) {
      const { to } = inFork(pieces, stretch)
      // What was put in before its first word is its own as well.
      const from = stretch.from === 0 ? 0 : inFork(pieces, { from: 0, to: stretch.from }).to
      let at = 0
      for (const item of itemsOf(this.text(sectionId))) {
        if (at > to) break
        const { client, clock } = item.id
        const length = item.deleted || !item.countable ? 0 : item.length
        const isNew = clock >= Y.getState(this.#content.store, client)
        if (length === 0 ? at >= from : isNew && at + length > from) left.add(client, clock, clock + item.length)
        at += length
      }
    }
  }

  carry(id: EntryId): void {
    this.carried.add(id)
    this.#known.add(id)
  }

  /** Those of these suggestions whose words were typed or made in this fork. */
  knownOf(suggestions: readonly Suggestion[]): readonly Suggestion[] {
    return suggestions.filter(({ id }) => this.#known.has(id))
  }

  /** Whether what others say they accepted has come with the content. */
  hasCome({ proposed, wrote }: Suggestion): boolean {
    const text = this.#content.getText(textName(proposed.section))
    if (wrote.length > 0) return hasCome(text, wrote)
    return createStandingReader(text)(proposed)?.name !== 'applies'
  }

  /**
   * A suggestion of this fork was accepted, so that its words stand twice in it: those that were typed here stay. What was
   * typed beyond them is then all that differs. Where the old words were kept beside them, these are struck no more.
   */
  settle(suggestion: Suggestion): void {
    const { id, proposed, wrote } = suggestion
    const text = this.text(proposed.section)
    const content = this.#content.getText(textName(proposed.section))
    const both = readKeptBoth(content, this.pieces(proposed.section), suggestion)
    // Where a new wording was said meanwhile, that has to be said anew.
    const origin = this.carried.has(id) || both?.isSame ? fromContent : typedBefore
    this.#doc.transact(() => {
      if (!both) return takeOut(text, wrote, wordsAfter(proposed))
      const { at, delta } = both
      text.applyDelta([...(at.from > 0 ? [{ retain: at.from }] : []), { delete: at.to - at.from }, ...delta])
    }, origin)
  }

  close(): void {
    this.#content.off('update', this.#follow)
    this.#doc.destroy()
  }

  /** False, and nothing has happened, where others have changed the words; what this person typed is kept in any case. */
  #make(proposed: Proposed & { section: string }, origin: symbol): boolean {
    const text = this.text(proposed.section)
    const standing = createStandingReader(text)(proposed)
    const applies = standing?.name === 'applies'
    if (!applies && origin === fromContent) return false
    const end = { from: text.length, to: text.length }
    this.#doc.transact(() => {
      if (applies) applySuggestion(text, standing.from, proposed.change)
      else replaceBySuggestion(text, standing ?? end, proposed)
    }, origin)
    return true
  }

  /** Inside an event of the content, which nothing may disturb. */
  readonly #follow = (update: Uint8Array): void => {
    try {
      Y.applyUpdate(this.#doc, update, fromContent)
    } catch {
      // The next change brings what is missing: Yjs keeps what it cannot place yet.
    }
  }

  #note(sectionId: string, { local, origin, beforeState, afterState, deleteSet }: Y.Transaction): void {
    if (!local || origin === null || origin === fromContent) return
    const fresh = this.#fresh.get(sectionId) ?? new IdRanges()
    this.#fresh.set(sectionId, fresh)
    for (const [client, to] of afterState) {
      const from = beforeState.get(client) ?? 0
      if (from < to) fresh.add(client, from, to)
    }
    for (const [client, deleted] of deleteSet.clients) {
      for (const { clock, len } of deleted) fresh.add(client, clock, clock + len)
    }
    this.#onTyped(sectionId)
  }
}

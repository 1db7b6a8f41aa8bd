import * as Y from 'yjs'
import { createDraftDocument } from '../../document/draft-document.ts'
import { textName } from '../../document/names.ts'
import { applySuggestion, createStandingReader } from '../../document/suggestion.ts'
import type { EntryId } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { compareFork, type ForkPiece } from '../../editor/suggesting/compare-fork.ts'

/** Origin of what the fork takes over from the content, and of suggestions made in it again. */
const fromContent = Symbol('from the content')

interface IdRange {
  client: number
  from: number
  to: number
}

/**
 * A private copy of a draft's content that suggestions are typed in. It follows the content; what is written in it never
 * leaves it but as entries of the discussion. Editors work on it as they do on the content itself.
 */
export class SuggestingFork {
  /** Suggestions that are in the fork's text. */
  readonly carried = new Set<EntryId>()
  readonly #content: Y.Doc
  readonly #doc: Y.Doc
  /** What was written and deleted since it was last said, by section. */
  readonly #fresh = new Map<string, IdRange[]>()
  readonly #onTyped: (sectionId: string) => void
  readonly #observed = new Map<string, (event: Y.YTextEvent, transaction: Y.Transaction) => void>()

  /** `own` are this person's open suggestions. `onTyped` is called within a Yjs event. */
  constructor(content: Y.Doc, own: readonly Suggestion[], onTyped: (sectionId: string) => void) {
    this.#content = content
    this.#onTyped = onTyped
    this.#doc = createDraftDocument()
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(content), fromContent)
    for (const { id, proposed } of own) {
      const text = this.#doc.getText(textName(proposed.section))
      const standing = createStandingReader(text)(proposed)
      if (standing?.name !== 'applies') continue
      this.#doc.transact(() => applySuggestion(text, standing.from, proposed.change), fromContent)
      this.carried.add(id)
    }
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
    const fresh = this.#fresh.get(sectionId) ?? []
    const isFresh = (client: number, clock: number, length: number): boolean =>
      fresh.some((range) => range.client === client && range.from < clock + length && clock < range.to)
    return compareFork(this.#content.getText(textName(sectionId)), this.text(sectionId), isFresh)
  }

  /** Sections in which something was typed that was not said yet. */
  unsaid(): readonly string[] {
    return [...this.#fresh.keys()]
  }

  /** What was typed in a section has been said. */
  said(sectionId: string): void {
    this.#fresh.delete(sectionId)
  }

  close(): void {
    this.#content.off('update', this.#follow)
    this.#doc.destroy()
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
    const fresh = this.#fresh.get(sectionId) ?? []
    this.#fresh.set(sectionId, fresh)
    for (const [client, to] of afterState) {
      const from = beforeState.get(client) ?? 0
      if (from < to) fresh.push({ client, from, to })
    }
    for (const [client, deleted] of deleteSet.clients) {
      for (const { clock, len } of deleted) fresh.push({ client, from: clock, to: clock + len })
    }
    this.#onTyped(sectionId)
  }
}

import type * as Y from 'yjs'
import { restore, type Restored } from '../../document/restore.ts'
import { accepted, refused, type Outcome } from '../../domain/refusal.ts'
import { DraftReading } from '../draft-reading.ts'
import type { LiveDraft } from '../live-draft.ts'

/** What the screen says of bringing back. */
export interface RestoringView {
  /** Something was brought back, and whether that was taken back since; null while nothing was. */
  restored: 'done' | 'undone' | null
  /** Sections that stayed as they are, because their text may not be written now. */
  leftOut: readonly string[]
}

/** Brings versions back into a draft, and takes that back for as long as it is offered. */
export class Restoring {
  readonly #live: LiveDraft
  readonly #tell: (view: RestoringView) => void
  #restored: Restored | null = null

  constructor(live: LiveDraft, tell: (view: RestoringView) => void) {
    this.#live = live
    this.#tell = tell
  }

  /** Makes one section, or sections and facts, read as in another document; an edit like any other. */
  restore(from: Y.Doc, sectionId: string | null): Outcome<null> {
    const { free, closed } = this.#sections(sectionId)
    if (!this.#mayWrite() || free.length === 0) return refused('not-allowed')
    this.#restored?.letGo()
    const { doc, call } = this.#live
    this.#restored = restore(doc, from, call, { sectionIds: free, withFacts: sectionId === null })
    this.#tell({ restored: 'done', leftOut: closed })
    return accepted(null)
  }

  /** Takes back what was brought back last, and nothing that was written since. */
  undo(): void {
    if (!this.#mayWrite()) return
    this.#restored?.undo()
    this.forget()
    this.#tell({ restored: 'undone', leftOut: [] })
  }

  /** It can no longer be taken back. */
  forget(): void {
    this.#restored?.letGo()
    this.#restored = null
    this.#tell({ restored: null, leftOut: [] })
  }

  #mayWrite(): boolean {
    return new DraftReading(this.#live).access().mayWrite
  }

  /** This section or all of them, by whether their text may be written now. */
  #sections(only: string | null): { free: string[]; closed: string[] } {
    const reading = new DraftReading(this.#live)
    const { sections } = reading.sections([], reading.fields())
    const asked = sections.filter(({ section }) => only === null || section.id === only)
    const ids = (isFree: boolean) =>
      asked.filter(({ whyNot }) => (whyNot === null) === isFree).map(({ section }) => section.id)
    return { free: ids(true), closed: ids(false) }
  }
}

import * as Y from 'yjs'
import { readContents, type Contents } from '../document/read-contents.ts'
import { readFinalEditor, readSectionWork } from '../document/section-work.ts'
import { finalEditorOf } from '../domain/last-edit.ts'
import type { Meanwhile } from '../domain/meanwhile.ts'
import { isSamePerson } from '../domain/person.ts'
import type { LiveDraft } from './live-draft.ts'
import { whatChanged } from './what-changed.ts'

/** What comes within this time is told together. */
const gatherMs = 1_500

interface Before {
  state: Uint8Array
  at: number
  contents: Contents
}

/**
 * What still arrives in sections this person has closed to make the last edit: from others who did not know of it, most
 * of them without a connection. It merges as everything does; who has the pen must find it, present or not.
 */
export class LateArrivals {
  readonly #live: LiveDraft
  readonly #tell: (changed: Meanwhile) => void
  #before: Before | null = null
  #received: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(live: LiveDraft, tell: (changed: Meanwhile) => void) {
    this.#live = live
    this.#tell = tell
  }

  /** Notes an update that is applied next. */
  take(update: Uint8Array): void {
    if (this.#before === null && this.#ownSections().size === 0) return
    const { doc } = this.#live
    this.#before ??= { state: Y.encodeStateAsUpdate(doc), at: Date.now(), contents: readContents(doc) }
    this.#received.push(update)
    this.#timer ??= setTimeout(() => this.#compare(), gatherMs)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** In a timer: where it fails, the words are in the text all the same. */
  #compare(): void {
    const [before, received] = [this.#before, this.#received]
    this.#timer = null
    this.#before = null
    this.#received = []
    if (before === null) return
    try {
      const { contents, ...seen } = before
      const changed = whatChanged({ seen, mine: contents, received, doc: this.#live.doc }, Date.now())
      const own = this.#ownSections()
      const sections = changed.sections.filter(({ sectionId }) => own.has(sectionId))
      if (sections.length > 0) this.#tell({ ...changed, sections, facts: [] })
    } catch {
      // Nobody is told then.
    }
  }

  /** The closed sections in which this person has the pen. */
  #ownSections(): ReadonlySet<string> {
    const { doc, call } = this.#live
    const { me } = this.#live.record()
    const named = readFinalEditor(doc)
    const ids = call.sections.map(({ id }) => id)
    const work = readSectionWork(doc, ids)
    return new Set(
      ids.filter((id) => {
        const closing = work.get(id)?.closing
        return closing && isSamePerson(me, finalEditorOf(closing, named))
      }),
    )
  }
}

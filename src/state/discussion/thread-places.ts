import type * as Y from 'yjs'
import { createAnchorReader, type Anchor, type Place } from '../../document/anchor.ts'
import { sectionOfTextName, textName } from '../../document/names.ts'
import { touchedPlaces } from '../../document/touched-places.ts'
import type { Thread } from '../../domain/discussion.ts'

/** So long after the last change of a text it is looked where the words are now; until then marks move with the text. */
const quietMs = 300

/** The words a thread is about; null where it is about something else. */
export const passageOf = (thread: Thread): (Anchor & { section: string }) | null => {
  if (thread.kind === 'suggestion') return thread.proposed
  return thread.subject.on === 'text' ? thread.subject : null
}

/** Where the words of threads are in the texts of a draft; each text is walked through once for all of them. */
export class ThreadPlaces {
  readonly #doc: Y.Doc
  readonly #onMoved: () => void
  readonly #readers = new Map<string, (anchor: Anchor) => Place | null>()
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `onMoved` is called when somebody has stopped writing for a moment. */
  constructor(doc: Y.Doc, onMoved: () => void) {
    this.#doc = doc
    this.#onMoved = onMoved
    doc.on('update', this.#onUpdate)
  }

  /** Null where they are not to be found, and for threads that are about no words. */
  placeOf(thread: Thread): Place | null {
    const passage = passageOf(thread)
    if (!passage) return null
    let reader = this.#readers.get(passage.section)
    if (!reader) {
      reader = createAnchorReader(this.#doc.getText(textName(passage.section)))
      this.#readers.set(passage.section, reader)
    }
    return reader(passage)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#doc.off('update', this.#onUpdate)
  }

  /** Inside a Yjs event: only forgets what is no longer so. */
  readonly #onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    let isMoved = false
    for (const name of touchedPlaces(transaction)) {
      const section = sectionOfTextName(name)
      if (section !== null && this.#readers.delete(section)) isMoved = true
    }
    if (!isMoved && this.#timer === null) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#onMoved()
    }, quietMs)
  }
}

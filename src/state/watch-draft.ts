import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { touchedPlaces } from '../document/touched-places.ts'
import { afterPaint } from './after-paint.ts'
import { DraftReading, partOfRoot } from './draft-reading.ts'
import { createDraftSize } from './draft-size.ts'
import type { DraftView } from './draft-view.ts'
import type { LiveDraft } from './live-draft.ts'

type Part = 'fields' | 'sections' | 'access' | 'present' | 'size'

/** Measuring a draft can wait until everything is there. */
const measureAfterMs = 3_000

export interface DraftWatch {
  view: StoreApi<DraftView>
  /** Reads what has changed now and not after the next frame: until then a tick or a choice would show what it was. */
  readNow(): void
  close(): void
}

/** Keeps a view of the draft up to date: what changes until a frame is painted is read together after it. */
export const watchDraft = (live: LiveDraft): DraftWatch => {
  const reading = new DraftReading(live)
  const view = createStore<DraftView>(() => reading.whole())
  const changed = new Set<Part>()
  let callOff: (() => void) | null = null
  const size = createDraftSize(live.doc)
  let mayMeasure = false

  const read = (): void => {
    callOff = null
    view.setState((before) => {
      const fields = changed.has('fields') ? reading.fields() : null
      const isOtherwise = changed.has('sections') || fields !== null
      return {
        ...fields,
        ...(isOtherwise && reading.sections(before.sections, fields ?? before)),
        ...((changed.has('access') || changed.has('fields')) && keepSame(before, reading.access())),
        ...(changed.has('present') && reading.present()),
        ...(mayMeasure && changed.has('size') && { nearlyFull: size.isNearlyFull(Date.now()) }),
      }
    })
    changed.clear()
  }
  const note = (part: Part): void => {
    changed.add(part)
    callOff ??= afterPaint(read)
  }

  /** Inside a Yjs event: only notes what to read. */
  const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    size.grew(update.length)
    note('size')
    for (const name of touchedPlaces(transaction)) {
      const root = partOfRoot(name)
      if (root?.part === 'section') reading.forgetCount(root.sectionId)
      if (root !== null) note(root.part === 'section' ? 'sections' : 'fields')
    }
  }
  const onPresence = () => note('present')
  const measuring = setTimeout(() => {
    mayMeasure = true
    note('size')
  }, measureAfterMs)
  const stopFacts = live.onFacts(() => {
    note('access')
    // The number of waiting changes per section.
    note('sections')
  })
  live.doc.on('update', onUpdate)
  live.awareness.on('change', onPresence)

  return {
    view,
    readNow: () => {
      callOff?.()
      if (changed.size > 0) read()
    },
    close: () => {
      callOff?.()
      clearTimeout(measuring)
      stopFacts()
      live.doc.off('update', onUpdate)
      live.awareness.off('change', onPresence)
    },
  }
}

/** Values that read the same keep their identity. They are small. */
const keepSame = <T extends Partial<DraftView>>(before: DraftView, read: T): T => {
  const kept = { ...read }
  for (const key of Object.keys(read) as (keyof T & keyof DraftView)[]) {
    if (Object.is(before[key], read[key])) continue
    if (JSON.stringify(before[key]) === JSON.stringify(read[key])) Object.assign(kept, { [key]: before[key] })
  }
  return kept
}

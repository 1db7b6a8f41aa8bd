import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { TextBinding } from './text-binding.ts'

/** Carets move with every key; others hear of it at most this often. */
const tellEveryMs = 40

export interface OwnPlaceOptions {
  text: Y.Text
  sectionId: string
  awareness: Awareness
  /** Known once the editor stands. */
  binding: () => TextBinding | null
}

/** Tells the others where one's caret is while this editor has the focus. */
export const ownPlace = ({ text, sectionId, awareness, binding }: OwnPlaceOptions): Plugin => {
  let told: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  const tell = (place: object | null): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const now = JSON.stringify(place)
    if (now === told || (place === null && told === null)) return
    told = place === null ? null : now
    awareness.setLocalStateField('place', place)
  }
  const tellCaret = (view: EditorView): void => {
    timer = null
    const bound = binding()
    if (!bound || view.isDestroyed || !view.hasFocus()) return
    const { doc, selection } = view.state
    const end = (position: number) => {
      // At a line's start the caret belongs to the line, not to the newline before it.
      const sticks = doc.resolve(position).parentOffset === 0 ? 0 : -1
      return Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(text, bound.indexAt(position), sticks),
      ) as object
    }
    tell({ sectionId, anchor: end(selection.anchor), head: end(selection.head) })
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: (view) => {
          timer ??= setTimeout(() => tellCaret(view), 0)
          return false
        },
        blur: () => {
          tell(null)
          return false
        },
      },
    },
    view: () => ({
      update: (view, before) => {
        if (!view.hasFocus() || (before.doc === view.state.doc && before.selection.eq(view.state.selection))) return
        timer ??= setTimeout(() => tellCaret(view), tellEveryMs)
      },
      destroy: () => tell(null),
    }),
  })
}

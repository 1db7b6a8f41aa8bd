import * as Y from 'yjs'
import { TextSelection, type EditorState } from 'prosemirror-state'
import { byAccepting } from '../document/origins.ts'
import { fromText, type BoundView, type TextBinding } from './text-binding.ts'

/** Undoing one's own edits of one section. */
export interface Undo {
  /** To be called before each own edit, with the selection as it still is. */
  remember(): void
  undo(): void
  redo(): void
  /** The next edit is taken back on its own, not together with the last one. */
  endGroup(): void
  /** Makes an edit of the text that is taken back on its own, together with neither what was before nor what follows. */
  alone(edit: () => void): void
  canUndo(): boolean
  canRedo(): boolean
  close(): void
}

interface Caret {
  anchor: Y.RelativePosition
  head: Y.RelativePosition
}

/** Edits less than this apart are taken back together. */
const captureMs = 500

export const openUndo = (text: Y.Text, view: BoundView, binding: TextBinding): Undo => {
  const manager = new Y.UndoManager(text, {
    trackedOrigins: new Set<unknown>([binding.origin, byAccepting]),
    captureTimeout: captureMs,
  })
  let caret: Caret | null = null

  const readCaret = ({ selection }: EditorState): Caret => ({
    anchor: Y.createRelativePositionFromTypeIndex(text, binding.indexAt(selection.anchor)),
    head: Y.createRelativePositionFromTypeIndex(text, binding.indexAt(selection.head)),
  })

  const position = (relative: Y.RelativePosition): number | null => {
    const place = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc)
    return place && place.type === text ? binding.positionAt(place.index) : null
  }

  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(manager, caret))
  manager.on('stack-item-popped', ({ stackItem }) => {
    const before = stackItem.meta.get(manager) as Caret | null
    const anchor = before && position(before.anchor)
    const head = before && position(before.head)
    if (anchor === null || head === null) return
    const { tr } = view.state
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
    view.updateState(view.state.apply(tr.setMeta(fromText, true).scrollIntoView()))
  })

  const step = (turn: () => unknown): void => {
    caret = readCaret(view.state)
    turn()
  }

  return {
    remember: () => {
      caret = readCaret(view.state)
    },
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    endGroup: () => manager.stopCapturing(),
    alone: (edit) => {
      manager.stopCapturing()
      caret = readCaret(view.state)
      edit()
      manager.stopCapturing()
    },
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    close: () => manager.destroy(),
  }
}

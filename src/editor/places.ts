import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Box } from './flag-place.ts'
import { indexOf, placeOf } from './text-positions.ts'

/** A stretch of a section's text, in UTF-16 units. */
export interface Stretch {
  from: number
  to: number
}

/** Places in the section's text for whoever speaks about them, whether or not the editor shows it with changes. */
export interface Places {
  /** What is selected, without the line ends and spaces around it. */
  selection(): Stretch
  /** Where a stretch is in the window, from the upper edge of its first line to the lower edge of its last. */
  boxOf(stretch: Stretch): Box
  /** Puts the caret there and the focus into the text, without moving the page. */
  enterAt(index: number): void
  /** Where a stretch is in what the editor shows, for drawing on it. */
  toShown(stretch: Stretch): Stretch
}

export const placesIn = (view: EditorView): Places => ({
  selection: () => selectedStretch(view),
  boxOf: ({ from, to }) => {
    const { doc } = view.state
    const [start, end] = [
      view.coordsAtPos(placeOf(doc, from).position, 1),
      view.coordsAtPos(placeOf(doc, to).position, -1),
    ]
    const [left, right] = [Math.min(start.left, end.left), Math.max(start.right, end.right)]
    return { top: start.top, bottom: end.bottom, left, right }
  },
  enterAt: (index) => {
    const { position } = placeOf(view.state.doc, index)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
    view.dom.focus({ preventScroll: true })
  },
  toShown: (stretch) => stretch,
})

const selectedStretch = ({ state: { doc, selection } }: EditorView): Stretch => {
  const [from, to] = [indexOf(doc, selection.from), indexOf(doc, selection.to)]
  const words = doc.textBetween(selection.from, selection.to, '\n', '\uFFFC')
  // Where it begins or ends between two lines the two count differently; then it stays as it is.
  if (words.length !== to - from) return { from, to }
  if (words.trim() === '') return { from, to: from }
  return { from: from + words.length - words.trimStart().length, to: from + words.trimEnd().length }
}

import { Decoration } from 'prosemirror-view'
import type { Drawing } from './drawings.ts'
import { placeOf } from './text-positions.ts'

/** Words that something was said about, in UTF-16 units of the text. */
export interface ThreadRange {
  id: string
  from: number
  to: number
}

/** Marks the words of comments; those of the one in hand more strongly. */
export const threadMarks =
  (ranges: readonly ThreadRange[], inHand: string | null): Drawing =>
  (doc) =>
    ranges.map(({ id, from, to }) =>
      Decoration.inline(placeOf(doc, from).position, placeOf(doc, to).position, {
        nodeName: 'mark',
        class: id === inHand ? 'eb-thread eb-in-hand' : 'eb-thread',
        'data-thread': id,
      }),
    )

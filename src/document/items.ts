import type * as Y from 'yjs'

/** The first of a text's items, deleted ones included: Yjs's public reading tells neither their ids nor what went. */
// oxlint-disable-next-line no-underscore-dangle -- the name is Yjs's
export const firstItemOf = (text: Y.Text): Y.Item | null => text._start

/** All of them, in the order of the text. */
export function* itemsOf(text: Y.Text): Generator<Y.Item> {
  for (let item = firstItemOf(text); item !== null; item = item.right) yield item
}

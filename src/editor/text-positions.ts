import type { Node } from 'prosemirror-model'

/** Length of the text a document stands for: every line with its newline. */
export const textLength = (doc: Node): number => doc.content.size - doc.childCount

/** The place in the text of a position in the document. Inside line i it is the position less i + 1. */
export const indexOf = (doc: Node, position: number): number => {
  const $position = doc.resolve(position)
  return position - $position.index(0) - ($position.depth > 0 ? 1 : 0)
}

export interface TextPlace {
  /** Position in the document, always inside a line. */
  position: number
  line: Node
  /** Position before the line. */
  before: number
  /** Characters from the line's start. */
  offset: number
}

/** Where a place in the text is in the document. Behind the last newline it is the end of the last line. */
export const placeOf = (doc: Node, index: number): TextPlace => {
  let before = 0
  let start = 0
  for (let at = 0; ; at += 1) {
    const line = doc.child(at)
    const length = line.content.size
    if (index <= start + length || at === doc.childCount - 1) {
      const offset = Math.max(0, Math.min(index - start, length))
      return { position: before + 1 + offset, line, before, offset }
    }
    before += line.nodeSize
    start += length + 1
  }
}

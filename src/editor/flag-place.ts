import type { EditorView } from 'prosemirror-view'

/** In the window's pixels. */
export interface Box {
  top: number
  bottom: number
  left: number
  right: number
}

const gap = 3

/**
 * Where a caret's flag hides no text: behind the end of the written line the caret is in, else behind the next one's,
 * else below the caret, moved left as far as the edge asks for. `taken` are the flags that stand already.
 */
export const flagPlace = (caret: Box, lines: readonly Box[], width: number, edge: Box, taken: readonly Box[]): Box => {
  const middle = (caret.top + caret.bottom) / 2
  const own = lines.findIndex((line) => line.top <= middle && line.bottom >= middle)
  const candidates = own < 0 ? [caret] : lines.slice(own, own + 2)
  for (const line of candidates) {
    let left = Math.max(line.right, line === candidates[0] ? caret.right : 0) + gap
    for (const flag of taken)
      if (flag.top < line.bottom && flag.bottom > line.top && flag.right > left) left = flag.right + gap
    if (left + width <= edge.right) return { top: line.top, bottom: line.bottom, left, right: left + width }
  }
  const left = Math.max(edge.left, Math.min(caret.left - 1, edge.right - width))
  return { top: caret.bottom, bottom: caret.bottom + caret.bottom - caret.top, left, right: left + width }
}

/** The written lines of the paragraph around a position, from top to bottom. */
export const linesAround = (view: EditorView, position: number): Box[] => {
  const { node } = view.domAtPos(position)
  const element = (node instanceof Element ? node : node.parentElement)?.closest('p, li, h3, h4')
  if (!element || !view.dom.contains(element)) return []
  const range = view.dom.ownerDocument.createRange()
  range.selectNodeContents(element)
  const lines: Box[] = []
  for (const { top, bottom, left, right } of range.getClientRects()) {
    const line = lines.find((known) => top < (known.top + known.bottom) / 2 && bottom > (known.top + known.bottom) / 2)
    if (line) line.right = Math.max(line.right, right)
    else lines.push({ top, bottom, left, right })
  }
  return lines
}

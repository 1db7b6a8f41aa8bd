import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { Sector } from '../../domain/sector.ts'
import type { Drawing } from '../drawings.ts'
import { placeOf } from '../text-positions.ts'
import type { ForkPiece } from './compare-fork.ts'

/** Draws into a fork's editor what was typed in it: new words underlined, struck ones at their place. */
export const decorateFork =
  (pieces: readonly ForkPiece[], sector: Sector): Drawing =>
  (doc) => {
    const decorations: Decoration[] = []
    let at = 0
    for (const piece of pieces) {
      if (piece.kind === 'gone') decorations.push(struck(doc, at, piece.text, sector))
      if (piece.kind !== 'kept' && piece.kind !== 'new') continue
      const end = at + piece.text.length
      if (piece.kind === 'new') decorations.push(...marked(doc, at, end, 'ins', `eb-new eb-${sector}`))
      else if (piece.formats) decorations.push(...marked(doc, at, end, 'span', `eb-reformed eb-${sector}`))
      at = end
    }
    return decorations
  }

/** Marks a part of the text; where a line's end is part of it, the line as well. */
export const marked = (doc: Node, from: number, to: number, nodeName: string, className: string): Decoration[] => {
  const decorations: Decoration[] = []
  let at = from
  while (at < to) {
    const { position, line, before, offset } = placeOf(doc, at)
    const length = Math.min(to - at, line.content.size - offset)
    if (length > 0) {
      decorations.push(
        Decoration.inline(position, position + length, { nodeName, class: className }, { inclusiveEnd: true }),
      )
    }
    if (length < to - at)
      decorations.push(Decoration.node(before, before + line.nodeSize, { class: 'eb-line-changed' }))
    at += Math.max(length + 1, 1)
  }
  return decorations
}

const struck = (doc: Node, at: number, text: string, sector: Sector): Decoration =>
  Decoration.widget(
    placeOf(doc, at).position,
    (view) => {
      const element = view.dom.ownerDocument.createElement('del')
      element.className = `eb-gone eb-${sector}`
      element.contentEditable = 'false'
      element.textContent = shown(text)
      return element
    },
    { side: 1, key: `${sector} ${text}`, marks: [], ignoreSelection: true },
  )

/** Ends of lines within a piece of text as a sign, so that it stays in its line. */
export const shown = (text: string): string => text.replaceAll('\n', '↵')

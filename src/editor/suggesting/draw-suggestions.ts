import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { EntryId, SuggestedOp } from '../../domain/discussion-entry.ts'
import type { Sector } from '../../domain/sector.ts'
import { createShape } from '../caret-layer.ts'
import type { Drawing } from '../drawings.ts'
import { placeOf } from '../text-positions.ts'
import { marked, shown } from './draw-fork.ts'

/** A suggestion as it is drawn into the text, at its place there. */
export interface ShownSuggestion {
  id: EntryId
  from: number
  to: number
  /** Null where the text is another by now: then only its place is marked. */
  change: readonly SuggestedOp[] | null
  sector: Sector
  /** Who suggests it. */
  label: string
}

/** Draws suggestions over a text: what is to go struck, what is to come underlined, whose it is by its shape. */
export const decorateSuggestions =
  (suggestions: readonly ShownSuggestion[]): Drawing =>
  (doc) =>
    suggestions.flatMap((suggestion) => one(doc, suggestion))

const one = (doc: Node, suggestion: ShownSuggestion): Decoration[] => {
  const { id, from, to, change, sector, label } = suggestion
  const decorations: Decoration[] = []
  let at = from
  if (change === null) decorations.push(...marked(doc, from, to, 'span', `eb-asks eb-${sector}`))
  for (const op of change ?? []) {
    if ('insert' in op) {
      decorations.push(
        widget(doc, at, `${id} ${op.insert}`, (document) => {
          const element = document.createElement('ins')
          element.className = `eb-new eb-${sector}`
          element.textContent = shown(op.insert)
          return element
        }),
      )
    } else if ('delete' in op) {
      decorations.push(...marked(doc, at, at + op.delete, 'del', `eb-gone eb-${sector}`))
      at += op.delete
    } else {
      if (op.formats) decorations.push(...marked(doc, at, at + op.retain, 'span', `eb-reformed eb-${sector}`))
      at += op.retain
    }
  }
  // The shape stands where the change ends, not where the words around it do.
  decorations.push(
    widget(doc, change === null ? to : lastOf(change, from), `${id} ${label}`, (document) => {
      const element = document.createElement('span')
      element.className = `eb-whose eb-${sector}`
      element.title = label
      element.dataset['suggestion'] = id
      element.append(createShape(document, sector))
      return element
    }),
  )
  return decorations
}

const lastOf = (change: readonly SuggestedOp[], from: number): number => {
  let [at, last] = [from, from]
  for (const op of change) {
    if ('retain' in op) at += op.retain
    else if ('delete' in op) at += op.delete
    if (!('retain' in op) || op.formats) last = at
  }
  return last
}

const widget = (doc: Node, at: number, key: string, draw: (document: Document) => HTMLElement): Decoration =>
  Decoration.widget(
    placeOf(doc, at).position,
    (view) => {
      const element = draw(view.dom.ownerDocument)
      element.contentEditable = 'false'
      return element
    },
    { side: 1, key, marks: [], ignoreSelection: true },
  )

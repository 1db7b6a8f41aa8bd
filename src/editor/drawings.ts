import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet, type Decoration } from 'prosemirror-view'

/** What is drawn over a text without being in it. */
export type Drawing = (doc: Node) => Decoration[]

const keys = {
  authors: new PluginKey<DecorationSet>('authors'),
  threads: new PluginKey<DecorationSet>('threads'),
  suggestions: new PluginKey<DecorationSet>('suggestions'),
  /** What one is typing as a suggestion oneself. */
  typed: new PluginKey<DecorationSet>('typed'),
}
export type Layer = keyof typeof keys

/** Drawings by parts of the app that know nothing of each other. Between changes they move with the text. */
export const drawings = (): Plugin<DecorationSet>[] =>
  Object.values(keys).map(
    (key) =>
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, drawn) => {
            const drawing = tr.getMeta(key) as Drawing | undefined
            return drawing ? DecorationSet.create(tr.doc, drawing(tr.doc)) : drawn.map(tr.mapping, tr.doc)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
  )

/** The transaction that shows this in place of what the layer showed before. */
export const drawingIn = ({ tr }: EditorState, layer: Layer, drawing: Drawing): Transaction =>
  tr.setMeta(keys[layer], drawing)

import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const key = new PluginKey<DecorationSet>('list-numbers')

/**
 * Numbers the numbered lines by the rule of `plainText`: by level, starting anew behind every other line. Each is a list
 * of its own, so it says with `start` which number it has.
 */
export const listNumbers = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: (_config, state) => numbered(state.doc),
      apply: (tr, set) => (tr.docChanged ? numbered(tr.doc) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Calls back for every numbered line but the first of its list, with its number, position and place among the lines. */
export const eachNumber = (doc: Node, take: (number: number, before: number, index: number) => void): void => {
  const counters = [0, 0, 0, 0]
  doc.forEach((line, before, index) => {
    if (line.attrs['kind'] !== 'numbered') {
      counters.fill(0)
      return
    }
    const level = Number(line.attrs['level'])
    const number = (counters[level] ?? 0) + 1
    counters.fill(0, level + 1)
    counters[level] = number
    if (number > 1) take(number, before, index)
  })
}

const numbered = (doc: Node): DecorationSet => {
  const decorations: Decoration[] = []
  eachNumber(doc, (number, before, index) => {
    const end = before + doc.child(index).nodeSize
    decorations.push(Decoration.node(before, end, { start: String(number) }))
  })
  return decorations.length > 0 ? DecorationSet.create(doc, decorations) : DecorationSet.empty
}

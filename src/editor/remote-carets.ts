import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import type { Mapping } from 'prosemirror-transform'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { readPresence } from '../document/presence.ts'
import type { Person } from '../domain/person.ts'
import { openCaretLayer } from './caret-layer.ts'
import type { TextBinding } from './text-binding.ts'

/** Someone else's caret in this section, as positions of the editor's document. */
export interface RemoteCaret {
  clientId: number
  person: Person
  anchor: number
  head: number
}

interface Carets {
  carets: readonly RemoteCaret[]
  washes: DecorationSet
}

/** More than this many carets in one section are not drawn: an awareness state costs its sender nothing. */
const maxCarets = 40

const key = new PluginKey<Carets>('remote-carets')

export const readCarets = (state: EditorState): readonly RemoteCaret[] => key.getState(state)?.carets ?? []

export interface RemoteCaretsOptions {
  text: Y.Text
  sectionId: string
  awareness: Awareness
  /** Where carets are drawn: over the text, never in it, so that they disturb neither typing nor spell check. */
  layer: HTMLElement
  /** Known once the editor stands. */
  binding: () => TextBinding | null
}

/**
 * Shows the others' carets and selections. Between their messages carets only move along with the text; where they are is
 * read anew from the awareness when it or the shared text changes, once per frame.
 */
export const remoteCarets = ({ text, sectionId, awareness, layer, binding }: RemoteCaretsOptions): Plugin<Carets> => {
  const root = Y.findRootTypeKey(text)

  const positionOf = (json: unknown): number | null => {
    try {
      const relative = Y.createRelativePositionFromJSON(json)
      // Looking a foreign root up would create it.
      if (relative.tname !== null && relative.tname !== root) return null
      const place = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc)
      return place && place.type === text ? (binding()?.positionAt(place.index) ?? null) : null
    } catch {
      return null
    }
  }

  const read = (before: readonly RemoteCaret[]): RemoteCaret[] => {
    const carets: RemoteCaret[] = []
    for (const [clientId, state] of awareness.getStates()) {
      if (clientId === awareness.clientID || carets.length === maxCarets) continue
      const presence = readPresence(state)
      if (!presence?.place || presence.place.sectionId !== sectionId) continue
      const known = before.find((caret) => caret.clientId === clientId)
      // What their caret stands at may not have arrived yet: until then it stays where it was.
      const head = positionOf(presence.place.head) ?? known?.head
      const anchor = positionOf(presence.place.anchor) ?? known?.anchor
      if (head === undefined || anchor === undefined) continue
      carets.push({ clientId, person: presence.person, anchor, head })
    }
    return carets
  }

  return new Plugin<Carets>({
    key,
    state: {
      init: () => ({ carets: [], washes: DecorationSet.empty }),
      apply: (tr, value) => {
        const carets = tr.getMeta(key) as readonly RemoteCaret[] | undefined
        if (carets) return { carets, washes: washesOf(tr.doc, carets) }
        if (!tr.docChanged || value.carets.length === 0) return value
        return { carets: moved(value.carets, tr.mapping), washes: value.washes.map(tr.mapping, tr.doc) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.washes },
    view: (view) => {
      const drawing = openCaretLayer(view, layer)
      let frame: number | null = null
      const refresh = (): void => {
        frame = null
        if (view.isDestroyed || binding() === null) return
        const before = readCarets(view.state)
        // While one composes nothing of the text is redrawn; the next change or the composition's end catches up.
        const carets = view.composing ? before : read(before)
        if (!sameCarets(before, carets))
          view.dispatch(view.state.tr.setMeta(key, carets).setMeta('addToHistory', false))
        drawing.draw(readCarets(view.state))
      }
      const soon = (): void => {
        frame ??= requestAnimationFrame(refresh)
      }
      awareness.on('change', soon)
      text.observe(soon)
      layer.ownerDocument.addEventListener('compositionend', soon)
      const watch = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(soon)
      watch?.observe(view.dom)
      soon()
      return {
        update: (_view: EditorView, before: EditorState) => {
          if (before.doc !== view.state.doc && readCarets(view.state).length > 0) soon()
        },
        destroy: () => {
          if (frame !== null) cancelAnimationFrame(frame)
          awareness.off('change', soon)
          text.unobserve(soon)
          layer.ownerDocument.removeEventListener('compositionend', soon)
          watch?.disconnect()
          drawing.close()
        },
      }
    },
  })
}

const moved = (carets: readonly RemoteCaret[], mapping: Mapping): RemoteCaret[] =>
  carets.map((caret) => ({ ...caret, anchor: mapping.map(caret.anchor, -1), head: mapping.map(caret.head, -1) }))

const washesOf = (doc: Node, carets: readonly RemoteCaret[]): DecorationSet => {
  const selections = carets.filter(({ anchor, head }) => anchor !== head)
  if (selections.length === 0) return DecorationSet.empty
  return DecorationSet.create(
    doc,
    selections.map(({ anchor, head, person }) =>
      Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: `eb-wash eb-${person.sector}` }),
    ),
  )
}

const sameCarets = (a: readonly RemoteCaret[], b: readonly RemoteCaret[]): boolean =>
  a.length === b.length &&
  a.every((caret, at) => {
    const other = b[at]
    return (
      caret.clientId === other?.clientId &&
      caret.head === other.head &&
      caret.anchor === other.anchor &&
      caret.person.sector === other.person.sector &&
      caret.person.name === other.person.name &&
      caret.person.organisation === other.person.organisation
    )
  })

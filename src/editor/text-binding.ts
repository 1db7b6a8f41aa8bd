import type * as Y from 'yjs'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Mapping } from 'prosemirror-transform'
import { applyDelta } from './apply-delta.ts'
import { growth, opLength, transform, transformIndex, type Delta, type Op } from './delta.ts'
import { localChange } from './local-delta.ts'
import { indexOf, placeOf, textLength } from './text-positions.ts'
import { documentOf, endsInNewline, readEvent, readText } from './text-reading.ts'

/** Set on every transaction that shows what others did (y-prosemirror's key, so that other plugins know it too). */
export const fromText = 'y-sync$'

/** What the binding needs of an EditorView; tests drive it without one. */
export interface BoundView {
  readonly state: EditorState
  readonly composing: boolean
  updateState(state: EditorState): void
}

export interface TextBinding {
  /** Origin of everything written through this binding. */
  readonly origin: object
  /** Shows a transaction and, when it changes the document, writes it to the shared text. */
  dispatch(transaction: Transaction): void
  /** Shows what others did to the composed line meanwhile. To be called when a composition has ended. */
  release(): void
  /** The place in the shared text of a position in the editor. */
  indexAt(position: number): number
  /** The position in the editor of a place in the shared text; null while changes are held back. */
  positionAt(index: number): number | null
  close(): void
}

export interface BindingOptions {
  text: Y.Text
  view: BoundView
  /** Called before the shared text is changed through this binding. */
  beforeWrite?: () => void
  /** Called when a change is held back because of a composition; `release` has to follow when it has ended. */
  onHold?: () => void
}

/** The document to create an editor's state with. */
export const readDocument = (text: Y.Text) => documentOf(readText(text))

/**
 * Keeps an editor's document and a Y.Text the same. The editor's state must have been created with `readDocument` of
 * this text just before. Opening writes nothing.
 */
export const openTextBinding = ({ text, view, beforeWrite, onHold }: BindingOptions): TextBinding => {
  const origin = { binding: text }
  /** Whether the text as the editor shows it ends in a newline; if not, the last line's is only in the editor. */
  let closed = endsInNewline(readText(text))
  /** What others did to the text and the editor does not show yet, each relative to the one before. */
  let held: Delta[] = []

  const dispatch = (transaction: Transaction): void => {
    const { state, transactions } = view.state.applyTransaction(transaction)
    const own = transactions.filter((one) => one.docChanged && !one.getMeta(fromText))
    if (own.length > 0) beforeWrite?.()
    view.updateState(state)
    if (own.length > 0) write(own)
  }

  const write = (transactions: readonly Transaction[]): void => {
    let torn = false
    text.doc?.transact(() => {
      for (const transaction of transactions) {
        const { deltas, tornPair } = localChange(transaction)
        torn ||= tornPair
        for (const delta of deltas) {
          if (!closed) {
            send([{ retain: textLength(transaction.before) - 1 }, { insert: '\n', formats: {} }])
            closed = true
          }
          const whole = delta.map(wellFormed)
          torn ||= whole.some((op, at) => op !== delta[at])
          send(whole)
        }
      }
    }, origin)
    if (torn || !isInStep()) reconcile()
  }

  /** Writes a change of what the editor shows, as it has to be made to a text that is already further. */
  const send = (delta: Delta): void => {
    let change = delta
    held = held.map((theirs) => {
      const later = transform(theirs, change, false)
      change = transform(change, theirs, true)
      return later
    })
    // Without `sanitize: false`, which in yjs 13.6 is what removes a newline at the end (YText.js, applyDelta).
    text.applyDelta(change.map(toYjs))
  }

  const receive = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === origin) return
    try {
      const delta = readEvent(event)
      if (delta.length === 0) return
      if (held.length === 0 && !(view.composing && touchesCaretLine(delta, view.state))) show(delta)
      else if (held.push(delta) === 1) onHold?.()
    } catch {
      // Nothing may escape into the Yjs event: it would end all of the document's events.
      reconcile()
    }
  }

  const show = (delta: Delta): void => {
    const tr = view.state.tr
    closed = applyDelta(tr, delta, closed)
    if (tr.docChanged) update(tr)
    if (!isInStep()) reconcile()
  }

  const update = (tr: Transaction): void => {
    const { storedMarks } = view.state
    keepCaret(tr, view.state)
    tr.setMeta(fromText, true).setMeta('addToHistory', false)
    if (storedMarks) tr.setStoredMarks(storedMarks)
    view.updateState(view.state.apply(tr))
  }

  const isInStep = (): boolean =>
    textLength(view.state.doc) - (closed ? 0 : 1) + held.reduce((sum, delta) => sum + growth(delta), 0) === text.length

  /** The net below: replaces what differs from the shared text, and only that. */
  const reconcile = (): void => {
    try {
      const content = readText(text)
      const doc = documentOf(content)
      held = []
      closed = endsInNewline(content)
      const from = view.state.doc.content.findDiffStart(doc.content)
      const end = view.state.doc.content.findDiffEnd(doc.content)
      if (from === null || !end) return
      const overlap = Math.max(0, from - Math.min(end.a, end.b))
      update(view.state.tr.replace(from, end.a + overlap, doc.slice(from, end.b + overlap)))
    } catch {
      // The next change tries again.
    }
  }

  const release = (): void => {
    const waiting = held
    held = []
    try {
      const tr = view.state.tr
      for (const delta of waiting) closed = applyDelta(tr, delta, closed)
      if (tr.docChanged) update(tr)
      if (!isInStep()) reconcile()
    } catch {
      reconcile()
    }
  }

  text.observe(receive)
  return {
    origin,
    dispatch,
    release,
    indexAt: (position) =>
      held.reduce((index, delta) => transformIndex(index, delta, 'left'), indexOf(view.state.doc, position)),
    positionAt: (index) => (held.length > 0 ? null : placeOf(view.state.doc, index).position),
    close: () => text.unobserve(receive),
  }
}

/** A caret that others write at stays where it is; a selection does not grow by what they write at its edges. */
const keepCaret = (tr: Transaction, { selection }: EditorState): void => {
  if (!(selection instanceof TextSelection)) return
  const { anchor, head, empty } = selection
  const at = (position: number, mapping: Mapping, end: boolean) => tr.doc.resolve(mapping.map(position, end ? -1 : 1))
  const $anchor = at(anchor, tr.mapping, empty || anchor > head)
  const $head = at(head, tr.mapping, empty || head > anchor)
  if ($anchor.parent.inlineContent && $head.parent.inlineContent) tr.setSelection(new TextSelection($anchor, $head))
}

const touchesCaretLine = (delta: Delta, { doc, selection }: EditorState): boolean => {
  const { $from, $to } = selection
  const start = indexOf(doc, $from.start($from.depth))
  const end = indexOf(doc, $to.end($to.depth))
  let index = 0
  for (const op of delta) {
    const reach = 'insert' in op ? 0 : opLength(op)
    const changes = !('retain' in op) || op.formats !== undefined
    if (changes && index <= end && index + reach >= start) return true
    index += reach
  }
  return false
}

const toYjs = (op: Op): object => {
  if ('delete' in op) return op
  if ('retain' in op) return { retain: op.retain, ...(op.formats && { attributes: { ...op.formats } }) }
  const insert = typeof op.insert === 'string' ? op.insert : (JSON.parse(op.insert.embed ?? '{}') as object)
  return { insert, attributes: { ...op.formats } }
}

const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Half a character cannot be sent; the same op when there is none. */
const wellFormed = (op: Op): Op => {
  if (!('insert' in op) || typeof op.insert !== 'string') return op
  const insert = op.insert.replace(loneSurrogates, '\uFFFD')
  return insert === op.insert ? op : { ...op, insert }
}

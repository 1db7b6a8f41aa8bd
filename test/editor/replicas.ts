import * as Y from 'yjs'
import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { isSafeLink, readLines, type Formats, type Line, type LineKind } from '../../src/document/lines.ts'
import { canonicalJson } from '../../src/editor/delta.ts'
import { changedLine, lineFormatsOf, textFormatsOf } from '../../src/editor/formats.ts'
import { schema } from '../../src/editor/schema.ts'
import { openTextBinding, readDocument, type BoundView, type TextBinding } from '../../src/editor/text-binding.ts'
import { placeOf, textLength } from '../../src/editor/text-positions.ts'
import { openUndo, type Undo } from '../../src/editor/undo.ts'

/** Someone with a device of their own who has one section open, without a screen. */
export interface Writer {
  name: string
  doc: Y.Doc
  text: Y.Text
  view: BoundView & { composing: boolean }
  binding: TextBinding
  undo: Undo
  /** Updates of this device that the others have not seen, in the order they were made. */
  unsent: Uint8Array[]
}

export const openWriter = (
  name: string,
  clientId: number,
  { known = [], show = showNothing }: { known?: Uint8Array[]; show?: (state: EditorState) => Writer['view'] } = {},
): Writer => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  for (const update of known) Y.applyUpdate(doc, update, 'network')
  const text = doc.getText('text/ziele')
  const unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') unsent.push(update)
  })
  const view = show(EditorState.create({ doc: readDocument(text) }))
  let undo: Undo | null = null
  const binding = openTextBinding({ text, view, beforeWrite: () => undo?.remember() })
  undo = openUndo(text, view, binding)
  return { name, doc, text, view, binding, undo, unsent }
}

const showNothing = (start: EditorState): Writer['view'] => {
  const view = {
    state: start,
    composing: false,
    updateState(state: EditorState) {
      view.state = state
    },
  }
  return view
}

/** A place that a caret can be at: `share` of the way through the text, never inside a surrogate pair. */
export const caretAt = ({ view }: Writer, share: number): number => {
  const { doc } = view.state
  const { position, line, offset } = placeOf(doc, Math.floor((share / 1000) * textLength(doc)))
  const around = line.textBetween(Math.max(0, offset - 1), Math.min(offset + 1, line.content.size), '', ' ')
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around) ? position - 1 : position
}

export const edit = (writer: Writer, change: (tr: Transaction) => unknown): void => {
  const tr = writer.view.state.tr
  change(tr)
  writer.binding.dispatch(tr)
}

export const select = (writer: Writer, anchor: number, head = anchor): void =>
  edit(writer, (tr) => tr.setSelection(TextSelection.create(tr.doc, anchor, head)))

/** Types at the caret, over the selection, one key after another. */
export const typeText = (writer: Writer, text: string): void => {
  for (const character of text) {
    edit(writer, (tr) =>
      character === '\n' ? tr.deleteSelection().split(tr.selection.from) : tr.insertText(character),
    )
  }
}

/** Types at the start of the nth line or, with `end`, at its end. */
export const typeInLine = (writer: Writer, line: number, end: boolean, text: string): void => {
  let before = 0
  for (let at = 0; at < line; at += 1) before += writer.view.state.doc.child(at).nodeSize
  select(writer, before + 1 + (end ? writer.view.state.doc.child(line).content.size : 0))
  typeText(writer, text)
}

export const setKind = (writer: Writer, from: number, to: number, kind: LineKind, level = 1): void =>
  edit(writer, (tr) =>
    tr.doc.nodesBetween(from, to, (line, before) => {
      if (line.type !== schema.nodes.line) return false
      tr.setNodeMarkup(before, undefined, changedLine(line, { kind: kind === 'paragraph' ? null : kind, level }))
      return false
    }),
  )

export const paste = (writer: Writer, from: number, to: number, lines: string[]): void =>
  edit(writer, (tr) => {
    const nodes = lines.map((line) => schema.node('line', null, line === '' ? [] : [schema.text(line)]))
    tr.replace(from, to, new Slice(Fragment.fromArray(nodes), 1, 1))
  })

/** What someone else's newer app might write past every editor of ours. */
export const writeForeign = ({ doc, text }: Writer, delta: object[]): void =>
  doc.transact(() => text.applyDelta(delta), 'newer app')

export const receive = (writer: Writer, updates: readonly Uint8Array[]): void => {
  for (const update of updates) Y.applyUpdate(writer.doc, update, 'network')
}

/** Everyone hands everything to everyone until nobody has anything new. */
export const everyoneMeets = (writers: readonly Writer[]): void => {
  for (let round = 0; round < 10; round += 1) {
    const updates = writers.map((writer) => writer.unsent.splice(0))
    if (updates.every((list) => list.length === 0)) return
    writers.forEach((writer, at) => updates.forEach((list, from) => from !== at && receive(writer, list)))
  }
  throw new Error('they never stop sending')
}

export const wholeText = ({ text }: Writer): string => text.toJSON()

/** What a Y.Text says, character by character, without formats that strayed or cannot be read. */
export const textAsSaid = ({ text }: Writer): string[] => {
  const said: string[] = []
  for (const op of text.toDelta() as { insert: unknown; attributes?: Formats }[]) {
    if (typeof op.insert !== 'string') said.push(unit(canonicalJson(op.insert), characterFormats(op.attributes)))
    else {
      for (const character of op.insert.split('')) {
        said.push(unit(character, character === '\n' ? newlineFormats(op.attributes) : characterFormats(op.attributes)))
      }
    }
  }
  return said
}

/** What the editor shows, character by character; without the last newline where the text has none. */
export const textAsShown = ({ view, text }: Writer): string[] => {
  const shown: string[] = []
  view.state.doc.forEach((line) => {
    line.forEach((node) => {
      const formats = textFormatsOf(node.marks)
      if (node.isText) shown.push(...(node.text ?? '').split('').map((character) => unit(character, formats)))
      else shown.push(unit(String(node.attrs['value']), formats))
    })
    shown.push(unit('\n', lineFormatsOf(line)))
  })
  return isClosed(text) ? shown : shown.slice(0, -1)
}

const isClosed = (text: Y.Text): boolean => {
  const last = (text.toDelta() as { insert: unknown }[]).at(-1)?.insert
  return typeof last === 'string' && last.endsWith('\n')
}

/** The editor's lines as `readLines` gives them, which passes over a last line of nothing but embedded values. */
export const linesAsShown = ({ view, text }: Writer): Line[] => {
  const lines: Line[] = []
  view.state.doc.forEach((line) => {
    const runs: Line['runs'] = []
    line.forEach((node) => {
      if (!node.isText) return
      const { bold, italic, link } = textFormatsOf(node.marks) as { bold?: true; italic?: true; link?: string }
      runs.push({
        text: node.text ?? '',
        marks: { ...(bold && { bold }), ...(italic && { italic }), ...(link && { link }) },
      })
    })
    lines.push({ kind: line.attrs['kind'] as LineKind, level: line.attrs['level'] as number, runs: joined(runs) })
  })
  return lines.length > 1 && !isClosed(text) && lines.at(-1)?.runs.length === 0 ? lines.slice(0, -1) : lines
}

export const linesAsSaid = ({ text }: Writer): Line[] => {
  const lines = readLines(text).map((line) => ({ ...line, runs: joined(line.runs) }))
  return lines.length > 0 ? lines : [{ kind: 'paragraph', level: 1, runs: [] }]
}

const joined = (runs: Line['runs']): Line['runs'] => {
  const result: Line['runs'] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && canonicalJson(last.marks) === canonicalJson(run.marks)) last.text += run.text
    else result.push({ ...run })
  }
  return result
}

const unit = (content: string, formats: Formats): string => `${content} ${canonicalJson(formats)}`

const characterFormats = (formats: Formats = {}): Formats =>
  Object.fromEntries(
    Object.entries(formats).filter(([key, value]) => {
      if (key === 'kind' || key === 'level' || value === null) return false
      if (key === 'bold' || key === 'italic') return value === true
      return key !== 'link' || isSafeLink(value)
    }),
  )

const newlineFormats = (formats: Formats = {}): Formats =>
  Object.fromEntries(
    Object.entries(formats).filter(([key, value]) => !['bold', 'italic', 'link'].includes(key) && value !== null),
  )

import { DOMParser, Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { lineFormats, plainText, type Line } from '../document/lines.ts'
import { LineSerializer, linesOf } from './copied-html.ts'
import { changedLine, lineAttrs, textMarks } from './formats.ts'
import { copiedHere, pastedLines, plainLines } from './pasted-lines.ts'
import { schema } from './schema.ts'

/** Everything that comes in by pasting or dropping is reduced to lines; what goes out is ordinary HTML and plain text. */
export const clipboard = (): Plugin =>
  new Plugin({
    props: {
      // ProseMirror's own hint would wrap what is pasted into whatever its sender names.
      transformPastedHTML: (html) => html.replaceAll('data-pm-slice=', `${copiedHere}=`),
      clipboardParser: new PastedParser(schema, []),
      clipboardTextParser: (text) => sliceOf(plainLines(text)),
      clipboardSerializer: new LineSerializer({}, {}),
      clipboardTextSerializer: ({ content }) =>
        content.childCount === 1 ? content.textBetween(0, content.size) : plainText(linesOf(content)),
      handlePaste: (view, event, slice) => {
        const lines = linesIn(slice)
        if (lines.length === 0) return (event.clipboardData?.files.length ?? 0) > 0
        const { tr } = view.state
        insertLines(tr.deleteSelection(), lines)
        view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
        return true
      },
      handleDrop: (view, event, slice, moved) => {
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const lines = linesIn(slice)
        if (!place || lines.length === 0) return true
        const { tr } = view.state
        if (moved) tr.deleteSelection()
        tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(place.pos))))
        insertLines(tr, lines)
        view.dispatch(tr.setMeta('uiEvent', 'drop'))
        view.focus()
        return true
      },
    },
  })

class PastedParser extends DOMParser {
  override parseSlice(dom: globalThis.Node): Slice {
    return sliceOf(pastedLines(dom as Element))
  }
}

/**
 * Inserts lines at the caret. The first and the last grow together with the line the caret is in, which keeps its kind
 * unless the caret is at its start (for the first) or at its end (for the last).
 */
export const insertLines = (tr: Transaction, lines: readonly Node[]): void => {
  const { $from } = tr.selection
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const line = $from.parent
  const at = $from.pos
  const before = $from.before()
  const atStart = $from.parentOffset === 0
  const atEnd = $from.parentOffset === line.content.size
  if (first === last) {
    tr.step(new ReplaceStep(at, at, new Slice(first.content, 0, 0)))
    if (atStart && atEnd) setLine(tr, before, first)
    return
  }
  const tail = schema.node('line', atEnd ? withKind(line, last) : line.attrs, last.content)
  const slice = new Slice(Fragment.fromArray([...lines.slice(0, -1), tail]), 1, 1)
  tr.step(new ReplaceStep(at, at, slice))
  if (atStart) setLine(tr, before, first)
}

const setLine = (tr: Transaction, before: number, like: Node): void => {
  const line = tr.doc.nodeAt(before)
  if (line && like.attrs['kind'] !== 'paragraph') tr.setNodeMarkup(before, undefined, withKind(line, like))
}

const withKind = (line: Node, like: Node) =>
  changedLine(line, lineFormats({ kind: lineKind(like), level: Number(like.attrs['level']) }))

const lineKind = (line: Node) => line.attrs['kind'] as Line['kind']

/** Lines of a slice; a value that cannot be copied stays behind. */
const linesIn = (slice: Slice): Node[] => {
  const lines: Node[] = []
  slice.content.forEach((line) => {
    if (line.type !== schema.nodes.line) return
    const content: Node[] = []
    line.forEach((node) => {
      if (node.isText || (node.type === schema.nodes.embed && node.attrs['value'] !== null)) content.push(node)
    })
    lines.push(schema.node('line', line.attrs, content))
  })
  return lines
}

const sliceOf = (lines: readonly Line[]): Slice => new Slice(Fragment.fromArray(lineNodes(lines)), 0, 0)

/** Lines as the editor has them. */
export const lineNodes = (lines: readonly Line[]): Node[] =>
  lines.map((line) =>
    schema.node(
      'line',
      lineAttrs(lineFormats(line)),
      line.runs.map((run) => schema.text(run.text, textMarks({ ...run.marks }))),
    ),
  )

import type { Mark, MarkType, Node } from 'prosemirror-model'
import type { Command, EditorState, Selection, TextSelection } from 'prosemirror-state'
import { isSafeLink, lineFormats, type LineKind } from '../document/lines.ts'
import { changedLine, type LineAttrs } from './formats.ts'
import { schema } from './schema.ts'

/** The selected lines' kind; the first one's where they differ. */
export const currentLine = ({ selection }: EditorState): Pick<LineAttrs, 'kind' | 'level'> =>
  selection.$from.parent.type === schema.nodes.line
    ? (selection.$from.parent.attrs as LineAttrs)
    : { kind: 'paragraph', level: 1 }

/** Whether the selection has a mark anywhere, or what is typed at the caret would have it. */
export const isMarked = (state: EditorState, type: MarkType): boolean => {
  const { from, to, empty, $from } = state.selection
  if (!empty) return state.doc.rangeHasMark(from, to, type)
  const marks: readonly Mark[] = state.storedMarks ?? $from.marks()
  return type.isInSet(marks) !== undefined
}

const isList = (line: Node): boolean => line.attrs['kind'] === 'bullet' || line.attrs['kind'] === 'numbered'

const changeLines =
  (change: (line: Node) => Pick<LineAttrs, 'kind' | 'level'> | null): Command =>
  ({ tr, doc, selection: { from, to } }, dispatch) => {
    doc.nodesBetween(from, to, (line, before) => {
      const wanted = line.type === schema.nodes.line ? change(line) : null
      if (wanted) {
        const attrs = changedLine(line, lineFormats(wanted))
        if (!line.hasMarkup(line.type, attrs)) tr.setNodeMarkup(before, undefined, attrs)
      }
      return false
    })
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Makes the selected lines this kind, or paragraphs when they all are already. */
export const toggleKind =
  (kind: LineKind): Command =>
  (state, dispatch) => {
    let all = true
    state.doc.nodesBetween(state.selection.from, state.selection.to, (line) => {
      if (line.attrs['kind'] !== kind) all = false
      return false
    })
    const wanted = all ? 'paragraph' : kind
    return changeLines((line) => ({
      kind: wanted,
      level: isList(line) && wanted !== 'heading' ? Number(line.attrs['level']) : 1,
    }))(state, dispatch)
  }

/** Moves list lines in or out. Refuses outside lists, so that Tab leaves the editor there. */
export const indent =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    let onlyLists = true
    state.doc.nodesBetween(state.selection.from, state.selection.to, (line) => {
      if (!isList(line)) onlyLists = false
      return false
    })
    if (!onlyLists) return false
    const level = (line: Node) => Math.max(1, Math.min(3, Number(line.attrs['level']) + by))
    return changeLines((line) => ({ kind: line.attrs['kind'] as LineKind, level: level(line) }))(state, dispatch)
  }

/** Enter: an empty list line moves out and becomes a paragraph; before and behind a heading a paragraph is added. */
export const splitLine: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  if (empty && isList($from.parent) && $from.parent.content.size === 0) return leaveKind(state, dispatch)
  const { tr } = state
  tr.deleteSelection()
  const { $from: $at } = tr.selection
  const line = $at.parent
  const marks = state.storedMarks ?? ($to.parentOffset > 0 ? $from.marks() : [])
  const paragraph = { type: schema.nodes.line, attrs: changedLine(line, lineFormats({ kind: 'paragraph', level: 1 })) }
  if (line.attrs['kind'] !== 'heading') tr.split($at.pos)
  else if ($at.parentOffset === line.content.size) tr.split($at.pos, 1, [paragraph])
  else if ($at.parentOffset === 0) tr.insert($at.before(), schema.node('line'))
  else tr.split($at.pos)
  tr.ensureMarks(marks.filter((mark) => mark.type.spec.inclusive !== false))
  dispatch?.(tr.scrollIntoView())
  return true
}

const toParagraph: Command = changeLines(() => ({ kind: 'paragraph', level: 1 }))

/** Backspace at the start of a list line or heading takes its kind away before anything is joined. */
export const leaveKind: Command = (state, dispatch) => {
  const { $cursor } = state.selection as Partial<TextSelection>
  if (!$cursor || $cursor.parentOffset > 0 || $cursor.parent.attrs['kind'] === 'paragraph') return false
  if (isList($cursor.parent) && Number($cursor.parent.attrs['level']) > 1) return indent(-1)(state, dispatch)
  return toParagraph(state, dispatch)
}

/** The link at the caret or the first one of the selection. */
export const linkAt = (state: EditorState): string | null => {
  const { from, to, empty, $from } = state.selection
  let href: string | null = null
  const look = (node: Node | null | undefined) => {
    const mark = node && schema.marks.link.isInSet(node.marks)
    if (mark && href === null) href = String(mark.attrs['href'])
  }
  if (empty) {
    look($from.nodeAfter)
    look($from.nodeBefore)
  } else {
    state.doc.nodesBetween(from, to, (node) => look(node))
  }
  return href
}

/**
 * Gives the selection a link; '' removes it. Without a selection the link around the caret is changed, or the address
 * itself is written. Refuses addresses that are not https, mailto or tel.
 */
export const setLink =
  (address: string): Command =>
  (state, dispatch) => {
    if (address !== '' && !isSafeLink(address)) return false
    const { tr, selection } = state
    const { from, to } = selection.empty ? linkAround(selection) : selection
    const mark = schema.marks.link.create({ href: address })
    if (address === '') tr.removeMark(from, to, schema.marks.link)
    else if (from === to) tr.insert(from, schema.text(address, mark.addToSet(selection.$from.marks())))
    else tr.addMark(from, to, mark)
    dispatch?.(tr.scrollIntoView())
    return true
  }

const linkAround = ({ $from, from }: Selection): { from: number; to: number } => {
  const mark =
    schema.marks.link.isInSet($from.nodeAfter?.marks ?? []) ?? schema.marks.link.isInSet($from.nodeBefore?.marks ?? [])
  if (!mark) return { from, to: from }
  let range = { from, to: from }
  let start: number | null = null
  const line = $from.parent
  line.forEach((node, offset) => {
    const at = $from.start() + offset
    if (!mark.isInSet(node.marks)) start = null
    else {
      start ??= at
      if (start <= from && at + node.nodeSize >= from) range = { from: start, to: at + node.nodeSize }
      else if (range.to === at && range.from === start) range.to = at + node.nodeSize
    }
  })
  return range
}

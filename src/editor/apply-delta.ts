import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { isSafeLink, type Formats } from '../document/lines.ts'
import { opLength, type Delta, type Op } from './delta.ts'
import { changedLine, merged, plainLine, textFormatsOf, textMarks, type LineAttrs } from './formats.ts'
import { schema } from './schema.ts'
import { placeOf, textLength } from './text-positions.ts'
import { splitLines } from './text-reading.ts'

/**
 * Applies a change of the shared text to the document as ordinary steps. `closed` says whether the text ended in a
 * newline before; while it does not, the document's last line has one that only it knows of. Returns whether it does now.
 */
export const applyDelta = (tr: Transaction, delta: Delta, closed: boolean): boolean => {
  if (closed && touchesEnd(delta, textLength(tr.doc))) {
    tr.insert(tr.doc.content.size, schema.node('line', { ...plainLine }))
    closed = false
  }
  let index = 0
  for (let at = 0; at < delta.length; at += 1) {
    const op = delta[at] as Op
    if ('delete' in op) deleteRange(tr, index, op.delete)
    else if ('retain' in op) {
      if (op.formats) formatRange(tr, index, op.retain, op.formats)
      index += op.retain
    } else {
      const inserts: Op[] = []
      for (let next: Op | undefined = op; next && 'insert' in next; next = delta[++at]) inserts.push(next)
      at -= 1
      insertAt(tr, index, inserts)
      index += inserts.reduce((sum, insert) => sum + opLength(insert), 0)
    }
  }
  const last = tr.doc.lastChild
  if (closed || tr.doc.childCount === 1 || !last || last.content.size > 0) return closed
  tr.delete(tr.doc.content.size - last.nodeSize, tr.doc.content.size)
  return true
}

/** Whether a change writes behind the last newline or deletes it. */
const touchesEnd = (delta: Delta, length: number): boolean => {
  let index = 0
  for (const op of delta) {
    if ('insert' in op) {
      if (index >= length) return true
    } else {
      index += opLength(op)
      if ('delete' in op && index >= length) return true
    }
  }
  return false
}

const deleteRange = (tr: Transaction, index: number, length: number): void => {
  const from = placeOf(tr.doc, index)
  const to = placeOf(tr.doc, index + length)
  if (from.before === to.before) {
    cut(tr, from.position, to.position)
  } else if (from.offset === 0) {
    // The last line keeps its own newline and with it its identity: carets in it stay, its kind stays.
    cut(tr, to.before + 1, to.position)
    cut(tr, from.before, to.before)
  } else {
    cut(tr, from.position, to.position)
    setLine(tr, from.before, to.line.attrs as LineAttrs)
  }
}

const cut = (tr: Transaction, from: number, to: number): void => {
  if (from < to) tr.step(new ReplaceStep(from, to, Slice.empty))
}

const insertAt = (tr: Transaction, index: number, inserts: Delta): void => {
  const { position, line, before, offset } = placeOf(tr.doc, index)
  const { lines, rest } = splitLines(inserts)
  if (lines.length === 0) {
    put(tr, position, new Slice(Fragment.fromArray(rest), 0, 0))
  } else if (offset === 0) {
    if (rest.length > 0) put(tr, position, new Slice(Fragment.fromArray(rest), 0, 0))
    put(tr, before, new Slice(Fragment.fromArray(lines), 0, 0))
  } else {
    const tail = schema.node('line', line.attrs, rest)
    put(tr, position, new Slice(Fragment.fromArray([...lines, tail]), 1, 1))
    setLine(tr, before, lines[0]?.attrs as LineAttrs)
  }
}

const put = (tr: Transaction, position: number, slice: Slice): void => {
  tr.step(new ReplaceStep(position, position, slice))
}

const setLine = (tr: Transaction, before: number, attrs: LineAttrs): void => {
  const line = tr.doc.nodeAt(before)
  if (!line || line.hasMarkup(line.type, attrs)) return
  tr.setNodeMarkup(before, undefined, attrs)
}

/** Formats change no positions, so the document as it was before serves as the map. */
const formatRange = (tr: Transaction, index: number, length: number, formats: Formats): void => {
  const end = index + length
  let start = 0
  tr.doc.forEach((line, before) => {
    const newline = start + line.content.size
    if (start < end && newline >= index) {
      line.forEach((node, offset) => {
        const from = Math.max(start + offset, index)
        const to = Math.min(start + offset + node.nodeSize, end)
        if (from < to) formatText(tr, node, before + 1 + from - start, before + 1 + to - start, formats)
      })
      if (newline < end) setLine(tr, before, changedLine(line, formats))
    }
    start = newline + 1
  })
}

const formatText = (tr: Transaction, node: Node, from: number, to: number, formats: Formats): void => {
  const marks = textMarks(merged(textFormatsOf(node.marks), unreadableRemoved(formats)))
  for (const mark of node.marks) if (!mark.isInSet(marks)) tr.removeMark(from, to, mark)
  for (const mark of marks) if (!mark.isInSet(node.marks)) tr.addMark(from, to, mark)
}

/** A value this app cannot read takes the place of one it could. */
const unreadableRemoved = (formats: Formats): Formats =>
  Object.fromEntries(
    Object.entries(formats).map(([key, value]) => [key, key === 'link' && !isSafeLink(value) ? null : value]),
  )

import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import type { Formats } from '../document/lines.ts'
import { push, trimmed, type Delta, type Embedded, type Op } from './delta.ts'
import { formatChange, lineFormatsOf, textFormatsOf } from './formats.ts'
import { indexOf } from './text-positions.ts'

/** What a transaction does to the text. */
export interface LocalChange {
  /** One delta per step that changes anything, each to be applied after the one before. */
  deltas: Delta[]
  /** A step began or ended inside a surrogate pair: the text got a whole character, the editor shows half of one. */
  tornPair: boolean
}

export const localChange = (transaction: Transaction): LocalChange => {
  const change: LocalChange = { deltas: [], tornPair: false }
  transaction.steps.forEach((step, at) => {
    const before = transaction.docs[at] as Node
    const after = transaction.docs[at + 1] ?? transaction.doc
    const range = changedRange(step, before, after)
    if (!range) return
    const whole = wholePairs(range, before, after)
    if (whole.from !== range.from || whole.to !== range.to) change.tornPair = true
    const delta = rangeDelta(whole, before, after)
    if (delta.length > 0) change.deltas.push(delta)
  })
  return change
}

interface Range {
  from: number
  to: number
}

const rangeDelta = ({ from, to }: Range, before: Node, after: Node): Delta => {
  const toAfter = to + after.content.size - before.content.size
  const delta: Op[] = []
  push(delta, { retain: indexOf(before, from) })
  replace(delta, unitsBetween(before, from, to), unitsBetween(after, from, toAfter))
  formatLastNewline(delta, before, to, after, toAfter)
  return trimmed(delta)
}

const wholePairs = ({ from, to }: Range, before: Node, after: Node): Range => ({
  from: splitsPair(before, from) || splitsPair(after, from) ? from - 1 : from,
  to: splitsPair(before, to) ? to + 1 : to,
})

const changedRange = (step: Step, before: Node, after: Node): Range | null => {
  if (
    step instanceof ReplaceStep ||
    step instanceof ReplaceAroundStep ||
    step instanceof AddMarkStep ||
    step instanceof RemoveMarkStep
  ) {
    return { from: step.from, to: step.to }
  }
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || !end) return null
  return { from, to: Math.max(end.a, from, from + before.content.size - after.content.size) }
}

/** One UTF-16 unit of the text, or an embedded value. */
interface Unit {
  content: string | Embedded
  formats: Formats
}

/** The last touched line may have got another newline than the one that closes it in the text: only its formats differ. */
const formatLastNewline = (delta: Op[], before: Node, to: number, after: Node, toAfter: number): void => {
  const $before = before.resolve(to)
  const $after = after.resolve(toAfter)
  if ($before.depth === 0 || $after.depth === 0) return
  const change = formatChange(lineFormatsOf($before.parent), lineFormatsOf($after.parent))
  if (!change) return
  push(delta, { retain: $before.parent.content.size - $before.parentOffset })
  push(delta, { retain: 1, formats: change })
}

/** What both have in common at the start and at the end stays and at most changes its formats. */
const replace = (delta: Op[], before: readonly Unit[], after: readonly Unit[]): void => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && sameContent(before[start], after[start])) start += 1
  if (start > 0 && isHigh(before[start - 1])) start -= 1
  let end = 0
  while (end < shorter - start && sameContent(before.at(-1 - end), after.at(-1 - end))) end += 1
  if (end > 0 && isLow(before.at(-end))) end -= 1
  if (start + end < after.length) {
    // New text must not borrow letters from the old: what someone else writes between them would tear the new word.
    while (start > 0 && !isSpace(after[start - 1]) && !isSpace(after[start])) start -= 1
    while (end > 0 && !isSpace(after.at(-end)) && !isSpace(after.at(-1 - end))) end -= 1
  }
  before.slice(0, start).forEach((unit, at) => keep(delta, unit, after[at]))
  push(delta, { delete: before.length - start - end })
  after.slice(start, after.length - end).forEach(({ content, formats }) => push(delta, { insert: content, formats }))
  before.slice(before.length - end).forEach((unit, at) => keep(delta, unit, after[after.length - end + at]))
}

const keep = (delta: Op[], before: Unit, after: Unit | undefined): void => {
  const formats = after && before.formats !== after.formats && formatChange(before.formats, after.formats)
  push(delta, { retain: 1, ...(formats && { formats }) })
}

const unitsBetween = (doc: Node, from: number, to: number): Unit[] => {
  const units: Unit[] = []
  doc.nodesBetween(from, to, (line, before) => {
    const start = before + 1
    line.forEach((node, offset) => {
      const formats = textFormatsOf(node.marks)
      const first = Math.max(from - start - offset, 0)
      const last = Math.min(to - start - offset, node.nodeSize)
      if (!node.isText) {
        if (first < last) units.push({ content: { embed: node.attrs['value'] as string | null }, formats })
        return
      }
      const text = node.text ?? ''
      for (let at = first; at < last; at += 1) {
        const content = text.charAt(at)
        // Both halves of a pair are formatted alike: a format between them would destroy the character.
        const previous = units.at(-1)
        units.push({
          content,
          formats: previous && isHigh(previous) && isLow({ content, formats }) ? previous.formats : formats,
        })
      }
    })
    const newline = start + line.content.size
    if (newline >= from && newline < to) units.push({ content: '\n', formats: lineFormatsOf(line) })
    return false
  })
  return units
}

const sameContent = (a: Unit | undefined, b: Unit | undefined): boolean => {
  if (!a || !b) return false
  if (typeof a.content === 'string' || typeof b.content === 'string') return a.content === b.content
  return a.content.embed === b.content.embed
}

const splitsPair = (doc: Node, position: number): boolean => {
  const { parentOffset, parent } = doc.resolve(position)
  if (parentOffset === 0 || parentOffset >= parent.content.size || !parent.inlineContent) return false
  const around = parent.textBetween(parentOffset - 1, parentOffset + 1, '', ' ')
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around)
}

const isSpace = (unit: Unit | undefined): boolean => typeof unit?.content === 'string' && /^\s$/.test(unit.content)

const isHigh = (unit: Unit | undefined): boolean =>
  typeof unit?.content === 'string' && /^[\uD800-\uDBFF]$/.test(unit.content)

const isLow = (unit: Unit | undefined): boolean =>
  typeof unit?.content === 'string' && /^[\uDC00-\uDFFF]$/.test(unit.content)

import type { SuggestedOp } from '../domain/discussion-entry.ts'
import type { SheetProposal, TextRange } from '../domain/discussion-sheet.ts'
import { lineKinds, type Line, type LineKind, type Marks } from '../domain/line.ts'
import type { Proposed, TextRun } from './writable.ts'

/** A line of a section as documents write it. `end` is a proposal about where it ends. */
export interface WrittenLine extends Omit<Line, 'runs'> {
  runs: readonly TextRun[]
  end?: Proposed
}

/** A thread and the characters it is about. */
export interface Placed {
  thread: number
  range: TextRange
}

/** A suggestion that applies: from `start` on, in UTF-16 units of the section's text. */
export interface PlacedChange {
  start: number
  change: readonly SuggestedOp[]
  by: SheetProposal['by']
  /** Of what is said about it; null where nothing is. */
  thread: number | null
}

interface Insertion {
  text: string
  formats: Readonly<Record<string, unknown>>
  proposed: Proposed
  thread: number | null
}

/** A section's lines with proposals in them: what would come, and what would go, each as characters of its own. */
export const proposedLines = (
  lines: readonly Line[],
  about: readonly Placed[],
  changes: readonly PlacedChange[],
): WrittenLine[] => {
  const text = lines.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  /** No position parts what is one character. */
  const whole = (position: number): number =>
    /[\uD800-\uDBFF]/.test(text[position - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[position] ?? '')
      ? position - 1
      : position
  const ranges = about.map(({ thread, range }) => ({
    thread,
    range: { from: whole(range.from), to: whole(range.to) },
  }))
  const deletions: { range: TextRange; proposed: Proposed }[] = []
  const insertions = new Map<number, Insertion[]>()
  for (const { start, change, by, thread } of changes) {
    let at = start
    for (const op of change) {
      if ('insert' in op) {
        const { insert, formats } = op
        const here = insertions.get(whole(at)) ?? []
        insertions.set(whole(at), [...here, { text: insert, formats, thread, proposed: { as: 'insertion', by } }])
      } else if ('delete' in op) {
        deletions.push({ range: { from: whole(at), to: whole(at + op.delete) }, proposed: { as: 'deletion', by } })
        at += op.delete
      } else at += op.retain
    }
  }
  const edges = new Set([
    ...insertions.keys(),
    ...[...ranges, ...deletions].flatMap(({ range }) => [range.from, range.to]),
  ])
  const cuts = [...edges].sort((a, b) => a - b)
  const threadsAt = (from: number, to: number): number[] =>
    ranges.filter(({ range }) => range.from <= from && to <= range.to).map(({ thread }) => thread)
  const deletedAt = (position: number): Proposed | undefined =>
    deletions.find(({ range }) => range.from <= position && position < range.to)?.proposed

  const written: WrittenLine[] = []
  let runs: TextRun[] = []
  const close = ({ kind, level }: Pick<Line, 'kind' | 'level'>, end: Proposed | undefined): void => {
    written.push({ kind, level, runs, ...(end && { end }) })
    runs = []
  }
  const insertAt = (position: number): void => {
    for (const { text: inserted, formats, proposed, thread } of insertions.get(position) ?? []) {
      const around = ranges
        .filter(({ range }) => range.from < position && position < range.to)
        .map((each) => each.thread)
      const threads = [...new Set(thread === null ? around : [...around, thread])]
      inserted.split('\n').forEach((piece, index) => {
        if (index > 0) close(lineOf(formats), proposed)
        if (piece !== '') runs.push({ text: piece, marks: marksOf(formats), threads, proposed })
      })
    }
  }
  let at = 0
  for (const line of lines) {
    for (const { text: said, marks } of line.runs) {
      const end = at + said.length
      const starts = [at, ...cuts.filter((cut) => at < cut && cut < end)]
      starts.forEach((start, index) => {
        insertAt(start)
        insertions.delete(start)
        const stop = starts[index + 1] ?? end
        const proposed = deletedAt(start)
        const threads = threadsAt(start, stop)
        runs.push({
          text: said.slice(start - at, stop - at),
          marks,
          ...(threads.length > 0 && { threads }),
          ...(proposed && { proposed }),
        })
      })
      at = end
    }
    insertAt(at)
    insertions.delete(at)
    close(line, deletedAt(at))
    at += 1
  }
  insertAt(at)
  if (runs.length > 0) close({ kind: 'paragraph', level: 1 }, undefined)
  return written
}

const marksOf = ({ bold, italic }: Insertion['formats']): Marks => ({
  ...(bold === true && { bold: true }),
  ...(italic === true && { italic: true }),
})

const lineOf = ({ kind, level }: Insertion['formats']): Pick<Line, 'kind' | 'level'> => ({
  kind: lineKinds.includes(kind as LineKind) ? (kind as LineKind) : 'paragraph',
  level: level === 2 || level === 3 ? level : 1,
})

import type { Line, LineKind, Marks } from '../domain/line.ts'
import { addRun, cleaned, lineText, trimEnd, withoutBold } from '../domain/line-writing.ts'

/** A row of a table is one line where its cells are short; longer ones are text, one cell after the other. */
const longestRow = 200

/** Puts what a file's reader comes across into lines. Lines without words are none. */
export class LineWriter {
  #lines: Line[] = []
  /** Lines that are not finished yet: a text box stands inside a paragraph. */
  readonly #open: Line[] = []
  /** Where lines went before a cell or a note began. */
  readonly #around: Line[][] = []
  readonly #rows: Line[][][] = []

  begin(): void {
    this.#open.push({ kind: 'paragraph', level: 1, runs: [] })
  }

  /** Says what the line just begun is. */
  is(kind: LineKind, level: number): void {
    const line = this.#open.at(-1)
    if (line) Object.assign(line, { kind, level: Math.max(1, Math.min(3, level)) })
  }

  write(text: string, marks: Marks): void {
    if (this.#open.length === 0) this.begin()
    const line = this.#open.at(-1)
    if (!line) return
    const before = line.runs.at(-1)?.text ?? ' '
    const words = cleaned(text).replace(/\s+/g, ' ')
    const piece = /\s$/.test(before) ? words.trimStart() : words
    if (piece !== '') addRun(line.runs, { text: piece, marks: line.kind === 'heading' ? withoutBold(marks) : marks })
  }

  /** A break within a line: a list's or a heading's goes on, a paragraph's begins another. */
  break(): void {
    const line = this.#open.at(-1)
    if (!line || line.kind !== 'paragraph') return this.write(' ', {})
    this.end()
    this.begin()
  }

  end(): void {
    const line = this.#open.pop()
    if (line && trimEnd(line)) this.#lines.push(line)
  }

  beginRow(): void {
    this.#rows.push([])
  }

  beginCell(): void {
    this.#around.push(this.#lines)
    this.#lines = []
  }

  endCell(): void {
    const cell = this.#lines
    this.#lines = this.#around.pop() ?? []
    this.#rows.at(-1)?.push(cell)
  }

  endRow(): void {
    this.#lines.push(...rowLines(this.#rows.pop() ?? []))
  }

  beginNote(): void {
    this.#around.push(this.#lines)
    this.#lines = []
  }

  /** What stood at the foot of the page follows the word it belongs to, in brackets. */
  endNote(): void {
    const note = this.#lines.map(lineText).join(' ')
    this.#lines = this.#around.pop() ?? []
    if (note !== '') this.write(` [${note}]`, {})
  }

  /** Everything so far, also what nobody has ended. */
  finish(): Line[] {
    while (this.#open.length > 0) this.end()
    return this.#lines
  }
}

const rowLines = (cells: readonly Line[][]): Line[] => {
  const filled = cells.filter((cell) => cell.length > 0)
  const lines = filled.flat()
  const isShort =
    filled.length > 1 &&
    lines.length === filled.length &&
    lines.every(({ kind }) => kind === 'paragraph') &&
    lines.reduce((length, line) => length + lineText(line).length, 0) <= longestRow
  if (!isShort) return lines
  const joined: Line = { kind: 'paragraph', level: 1, runs: [] }
  lines.forEach(({ runs }, index) => {
    if (index > 0) addRun(joined.runs, { text: ' · ', marks: {} })
    for (const run of runs) addRun(joined.runs, run)
  })
  return [joined]
}

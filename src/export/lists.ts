import { lineNumbers } from '../domain/line.ts'
import { writableRuns, type Proposed, type TextRun } from './writable.ts'
import type { WrittenLine } from './proposed-lines.ts'

/** Neighbouring lines of one kind and level. A numbered list starts with 1. */
export interface List {
  numbered: boolean
  /** 1–3 */
  level: number
  items: ListItem[]
}

export interface ListItem {
  runs: TextRun[]
  end?: Proposed
  /** Lists that stand under this line. */
  lists: List[]
}

interface Numbered {
  line: WrittenLine
  number: number | null
}

/** Makes real lists of list lines: deeper lines belong to the one before them. */
export const listsOf = (lines: readonly WrittenLine[]): List[] => {
  const numbers = lineNumbers(lines)
  return gather(lines.map((line, index) => ({ line, number: numbers[index] ?? null })))
}

const gather = (lines: readonly Numbered[]): List[] => {
  const lists: List[] = []
  for (let at = 0; at < lines.length;) {
    const here = lines[at]
    if (!here) break
    const { line, number } = here
    const next = lines.findIndex((other, index) => index > at && other.line.level <= line.level)
    const end = next === -1 ? lines.length : next
    const { runs, end: proposed } = line
    const deeper = gather(lines.slice(at + 1, end))
    const item = { runs: writableRuns(runs), ...(proposed && { end: proposed }), lists: deeper }
    const last = lists.at(-1)
    const goesOn = last?.level === line.level && last.numbered === (number !== null) && (number === null || number > 1)
    if (last && goesOn) last.items.push(item)
    else lists.push({ numbered: number !== null, level: line.level, items: [item] })
    at = end
  }
  return lists
}

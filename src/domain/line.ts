/** What a line of a section can be, and how its characters can be marked. */
export const lineKinds = ['paragraph', 'heading', 'bullet', 'numbered'] as const
export type LineKind = (typeof lineKinds)[number]

export interface Marks {
  bold?: true
  italic?: true
  /** Absolute address: https, mailto or tel only. */
  link?: string
}

export interface Run {
  text: string
  marks: Marks
}

export interface Line {
  kind: LineKind
  /** Depth of a list line or heading, 1–3. */
  level: number
  runs: Run[]
}

/** The number of each numbered line, by level, starting anew behind every other line; null for all others. */
export const lineNumbers = (lines: readonly Pick<Line, 'kind' | 'level'>[]): (number | null)[] => {
  const counters = [0, 0, 0, 0]
  return lines.map(({ kind, level }) => {
    if (kind !== 'numbered') {
      counters.fill(0)
      return null
    }
    counters.fill(0, level + 1)
    return (counters[level] = (counters[level] ?? 0) + 1)
  })
}

/** The plain text as it is pasted into the sponsor's form and counted: list lines with "- " or their number. */
export const plainText = (lines: readonly Line[]): string => {
  const numbers = lineNumbers(lines)
  return lines
    .map(({ kind, runs }, index) => {
      const text = runs.map((run) => run.text).join('')
      if (kind === 'bullet') return `- ${text}`
      return kind === 'numbered' ? `${numbers[index]}. ${text}` : text
    })
    .join('\n')
    .replace(/\n+$/, '')
}

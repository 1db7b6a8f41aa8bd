import type * as Y from 'yjs'

/**
 * A section's text as lines. In the shared text a line's kind and level sit as formats on its newline character; bold,
 * italic and link are formats of the characters. Formats this app does not know are carried, never shown, never removed.
 */
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

export type Formats = Readonly<Record<string, unknown>>

export const isLineKind = (value: unknown): value is LineKind => lineKinds.includes(value as LineKind)

export const readLevel = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 3 ? value : 1

export const isSafeLink = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2000 && /^(https:\/\/|mailto:|tel:)\S+$/i.test(value)

export const readLineFormat = (formats: Formats | undefined): Pick<Line, 'kind' | 'level'> => {
  const kind = isLineKind(formats?.['kind']) ? formats['kind'] : 'paragraph'
  return { kind, level: kind === 'paragraph' ? 1 : readLevel(formats?.['level']) }
}

/** Formats to put on a newline; a plain paragraph has none. `null` removes one that is there. */
export const lineFormats = ({
  kind,
  level,
}: Pick<Line, 'kind' | 'level'>): { kind: string | null; level: number | null } => ({
  kind: kind === 'paragraph' ? null : kind,
  level: kind === 'paragraph' || level === 1 ? null : level,
})

export const readMarks = (formats: Formats | undefined): Marks => ({
  ...(formats?.['bold'] === true && { bold: true }),
  ...(formats?.['italic'] === true && { italic: true }),
  ...(isSafeLink(formats?.['link']) && { link: formats['link'] }),
})

/** Reads whatever is in the text. Never throws; what is no text is passed over; a missing last newline is implied. */
export const readLines = (text: Y.Text): Line[] => {
  const lines: Line[] = []
  let runs: Run[] = []
  for (const op of text.toDelta() as { insert: unknown; attributes?: Formats }[]) {
    if (typeof op.insert !== 'string') continue
    const pieces = op.insert.split('\n')
    pieces.forEach((piece, index) => {
      if (index > 0) {
        lines.push({ ...readLineFormat(op.attributes), runs })
        runs = []
      }
      if (piece !== '') runs.push({ text: piece, marks: readMarks(op.attributes) })
    })
  }
  if (runs.length > 0) lines.push({ kind: 'paragraph', level: 1, runs })
  return lines
}

/** Appends lines as an ordinary edit, every line closed by its newline. */
export const appendLines = (text: Y.Text, lines: readonly Line[]): void => {
  const delta: { retain?: number; insert?: string; attributes?: object }[] =
    text.length > 0 ? [{ retain: text.length }] : []
  for (const line of lines) {
    for (const run of line.runs) delta.push({ insert: run.text, attributes: { ...run.marks } })
    const { kind, level } = lineFormats(line)
    delta.push({ insert: '\n', attributes: { ...(kind && { kind }), ...(level && { level }) } })
  }
  // Not with `sanitize: false`: in yjs 13.6 that is what strips the last newline (YText.js, applyDelta).
  text.applyDelta(delta)
}

/** The plain text as it is pasted into the sponsor's form and counted: list lines with "- " or their number. */
export const plainText = (lines: readonly Line[]): string => {
  const counters = [0, 0, 0, 0]
  return lines
    .map((line) => {
      const text = line.runs.map((run) => run.text).join('')
      if (line.kind !== 'numbered') counters.fill(0)
      if (line.kind === 'bullet') return `- ${text}`
      if (line.kind !== 'numbered') return text
      counters.fill(0, line.level + 1)
      counters[line.level] = (counters[line.level] ?? 0) + 1
      return `${counters[line.level]}. ${text}`
    })
    .join('\n')
    .replace(/\n+$/, '')
}

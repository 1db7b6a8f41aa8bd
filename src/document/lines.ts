import type * as Y from 'yjs'
import { lineKinds, plainText, type Line, type LineKind, type Marks, type Run } from '../domain/line.ts'

export { lineKinds, plainText, type Line, type LineKind, type Marks, type Run }

/*
 * A section's text as lines. In the shared text a line's kind and level sit as formats on its newline character; bold,
 * italic and link are formats of the characters. Formats this app does not know are carried, never shown, never removed.
 */

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

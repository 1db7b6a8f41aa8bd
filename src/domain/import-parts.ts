import type { Line } from './line.ts'
import { createHeadingReader, saysNoMore, type Headed, type HeadingMatch, type HeadingReader } from './heading-match.ts'
import { lineText } from './line-writing.ts'

/** A stretch of an imported text that goes to one place as a whole. */
export interface ImportPart {
  id: number
  /** Empty for what stands before the first heading. */
  heading: string
  /** What stands under the heading, without it. Subheadings are among the lines. */
  lines: Line[]
  /** Where it seems to belong, and by what; null where no section was recognised. */
  match: HeadingMatch | null
}

/** Longer ones in bold are emphasis, and no heading. */
const longestHeading = 160

/**
 * Cuts an imported text at its headings. What stands under a heading that means no section stays with the part before it
 * where it is a lower heading, and is a part of its own where it is none. A line that says a section's title or question word for
 * word is a heading whatever it looks like, and one all in bold where it means a section at all.
 */
export const partsOf = (lines: readonly Line[], sections: readonly Headed[]): ImportPart[] => {
  const headings = createHeadingReader(sections)
  const parts: (ImportPart & { level: number })[] = []
  const begin = (heading: string, level: number, match: HeadingMatch | null) =>
    parts.push({ id: parts.length, heading, lines: [], match, level })
  for (const line of lines) {
    const text = lineText(line).trim()
    const part = parts.at(-1)
    if (line.kind === 'heading') {
      const match = headings.match(text)
      if (match || !part || part.heading === '' || line.level <= part.level) begin(text, line.level, match)
      else part.lines.push({ ...line, level: Math.max(1, Math.min(2, line.level - part.level)) })
      continue
    }
    const match = meansSection(line, text, headings)
    if (match) {
      begin(text, 1, match)
      continue
    }
    if (!part) begin('', 0, null)
    parts.at(-1)?.lines.push(line)
  }
  return parts.map(({ id, heading, lines: own, match }) => ({ id, heading, lines: own, match }))
}

const meansSection = (line: Line, text: string, headings: HeadingReader): HeadingMatch | null => {
  if (text === '') return null
  const match = headings.matchExactly(text)
  // A number alone may be a year's or a page's.
  if (match && match.by !== 'number') return match
  const isBold = line.kind === 'paragraph' && line.runs.every(({ text: run, marks }) => marks.bold || run.trim() === '')
  return isBold && text.length <= longestHeading && !/[.!;,]$/.test(text) ? headings.match(text) : null
}

/** What a part brings into a section. Its heading comes with it where it says more than the section by itself. */
export const linesForSection = ({ heading, lines }: ImportPart, section: Headed, number: number): Line[] =>
  heading === '' || saysNoMore(heading, section, number) ? lines : [headingLine(heading), ...lines]

/** A part with all its words, for wherever it goes. */
export const wholeLines = ({ heading, lines }: ImportPart): Line[] =>
  heading === '' ? lines : [headingLine(heading), ...lines]

const headingLine = (text: string): Line => ({ kind: 'heading', level: 1, runs: [{ text, marks: {} }] })

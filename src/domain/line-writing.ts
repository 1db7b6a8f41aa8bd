import type { Line, Marks, Run } from './line.ts'

/** Hard spaces become spaces; what has no width and what cannot be seen goes. */
export const cleaned = (text: string): string =>
  text
    .replace(/[\t\r\n\u00A0\u202F]/g, ' ')
    .replace(/[\u00AD\u200B\u2060\uFEFF\p{Cc}]/gu, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')

/** Adds a run, or lets the last one grow where it is marked alike. */
export const addRun = (runs: Run[], run: Run): void => {
  const last = runs.at(-1)
  if (last && isMarkedAlike(last.marks, run.marks)) last.text += run.text
  else runs.push({ ...run })
}

const isMarkedAlike = (a: Marks, b: Marks): boolean => a.bold === b.bold && a.italic === b.italic && a.link === b.link

/** Takes the space from a line's end; false when nothing is left of it. */
export const trimEnd = (line: Line): boolean => {
  for (let last = line.runs.at(-1); last; last = line.runs.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') return true
    line.runs.pop()
  }
  return false
}

export const withoutBold = ({ italic, link }: Marks): Marks => ({ ...(italic && { italic }), ...(link && { link }) })

export const lineText = ({ runs }: Pick<Line, 'runs'>): string => runs.map(({ text }) => text).join('')

export const paragraph = (text: string): Line => ({ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] })

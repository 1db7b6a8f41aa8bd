import type { Marks } from '../domain/line.ts'

/** Characters of one look, free of what a format could not take. */
export interface TextRun {
  text: string
  marks: Marks
  /** Numbers of the threads that are about these characters, see `annotate`. */
  threads?: readonly number[]
  proposed?: Proposed
}

/** Somebody would like to have these characters, or not to. */
export interface Proposed {
  as: 'insertion' | 'deletion'
  by: { name: string; organisation: string; at: number }
}

/**
 * Text that every format takes: XML allows no control characters but tab and line break (XML 1.0, 2.2), and half of a
 * surrogate pair is no character.
 */
export const writable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g, '')

/** The same for runs, without empty ones. */
export const writableRuns = (runs: readonly TextRun[]): TextRun[] =>
  runs.flatMap((run) => {
    const clean = writable(run.text)
    return clean === '' ? [] : [{ ...run, text: clean }]
  })

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const letter = /\p{L}/u

/** Whether text runs from right to left, told by its first letter as browsers do. */
export const isRightToLeft = (text: string): boolean => {
  const first = letter.exec(text)
  return first !== null && rightToLeft.test(first[0])
}

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

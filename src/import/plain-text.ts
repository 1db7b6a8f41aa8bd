import type { Line } from '../domain/line.ts'
import { cleaned } from '../domain/line-writing.ts'

/**
 * Plain text as lines; empty ones only stood for the distance between them. "- " makes a list, and so do numbers that
 * count from 1: they are written again as they stood.
 */
export const readPlainText = (text: string): Line[] => {
  let counted = 0
  return text
    .split(/\r\n?|\n/)
    .map((line) => cleaned(line).trim())
    .filter((line) => line !== '')
    .map((line): Line => {
      const [, number, numbered] = /^(\d{1,3})[.)] +(\S.*)$/.exec(line) ?? []
      counted = number !== undefined && Number(number) === counted + 1 ? counted + 1 : 0
      if (counted > 0 && numbered) return { kind: 'numbered', level: 1, runs: [{ text: numbered, marks: {} }] }
      const bullet = /^[-•*·–] +(\S.*)$/.exec(line)?.[1]
      const kind = bullet === undefined ? 'paragraph' : 'bullet'
      return { kind, level: 1, runs: [{ text: bullet ?? line, marks: {} }] }
    })
}

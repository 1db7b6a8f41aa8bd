import type { Line, Marks, Run } from '../../document/lines.ts'

const pieces = /\*\*(?<bold>[^*]+)\*\*|_(?<italic>[^_]+)_|\[(?<words>[^\]]+)\]\((?<link>[^)]+)\)/gu

const runsOf = (written: string): Run[] => {
  const runs: Run[] = []
  let at = 0
  const add = (text: string, marks: Marks) => {
    if (text !== '') runs.push({ text, marks })
  }
  for (const found of written.matchAll(pieces)) {
    const { bold, italic, words, link } = found.groups ?? {}
    add(written.slice(at, found.index), {})
    if (bold) add(bold, { bold: true })
    if (italic) add(italic, { italic: true })
    if (words && link) add(words, { link })
    at = found.index + found[0].length
  }
  add(written.slice(at), {})
  return runs
}

const lineOf = (written: string): Line => {
  if (written.startsWith('## ')) return { kind: 'heading', level: 1, runs: runsOf(written.slice(3)) }
  if (written.startsWith('- ')) return { kind: 'bullet', level: 1, runs: runsOf(written.slice(2)) }
  const numbered = /^\d+\. /.exec(written)
  if (numbered) return { kind: 'numbered', level: 1, runs: runsOf(written.slice(numbered[0].length)) }
  return { kind: 'paragraph', level: 1, runs: runsOf(written) }
}

/** A readable way to write down a section: one string per line; `## `, `- `, `1. `, **bold**, _italic_, [words](link). */
export const writtenLines = (written: readonly string[]): Line[] => written.map(lineOf)

import type { List } from '../../src/export/lists.ts'
import type { Block, Outline } from '../../src/export/outline.ts'
import type { TextRun } from '../../src/export/writable.ts'

const textOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')

const listLines = ({ numbered, items }: List): string[] =>
  items.flatMap(({ runs, lists }, index) => [
    `${numbered ? `${index + 1}.` : '•'} ${textOf(runs)}`,
    ...lists.flatMap(listLines),
  ])

const blockLines = (block: Block): string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.runs)]
    case 'list':
      return listLines(block.list)
    case 'table':
      return [...block.head, ...block.rows.flat().map(({ text }) => text)]
    default:
      return [block.text]
  }
}

/** What a reader finds in any document of this outline, a line for each paragraph and cell, without the empty ones. */
export const linesOf = ({ blocks }: Outline): string[] => blocks.flatMap(blockLines).filter((line) => line !== '')

/** The same from what LibreOffice says: it indents lists and has bullets of its own for each level. */
export const officeLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^ {4,}(?=[•◦▪–-] |\d+\. )/, '').replace(/^[◦▪–-] /, '• '))
    .filter((line) => line !== '')

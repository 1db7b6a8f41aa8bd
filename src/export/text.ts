import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { Application } from '../domain/application.ts'
import { applicationText } from '../domain/application-text.ts'
import { agreementBlocks } from './agreement-blocks.ts'
import type { DocumentWords } from './document-words.ts'
import type { Block } from './outline.ts'

/** A text file. The byte order mark and Windows' line ends let old editors read it. */
export const writeText = (application: Application): string => asFile(applicationText(application))

/** The same with who agreed to it, and what else is at the end of documents. */
export const writeTextAndMore = (
  application: Application,
  sheet: AgreementSheet | null,
  words: DocumentWords,
  appendix: readonly Block[] = [],
): string => {
  const agreed = sheet ? agreementBlocks(sheet, words) : []
  return asFile([applicationText(application), ...[...agreed, ...appendix].map(blockText)].join('\n\n'))
}

const asFile = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`

const blockText = (block: Block): string => {
  if (block.kind === 'table') return block.rows.map((cells) => `· ${filled(cells).join(' – ')}`).join('\n')
  return 'runs' in block ? block.runs.map(({ text }) => text).join('') : ''
}

const filled = (cells: readonly { text: string }[]): string[] => cells.flatMap(({ text }) => text || [])

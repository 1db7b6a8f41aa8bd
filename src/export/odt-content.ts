import { listStyle, namespaces, textStyle } from './odt-styles.ts'
import { columnStyle, tableStylesXml } from './odt-table-styles.ts'
import type { List } from './lists.ts'
import type { Block, Cell, Outline } from './outline.ts'
import { isRightToLeft, type TextRun } from './writable.ts'
import { declaration, element, escaped } from './xml.ts'

export const contentXml = ({ blocks }: Outline): string =>
  declaration +
  element(
    'office:document-content',
    { ...namespaces, 'office:version': '1.3' },
    tableStylesXml(),
    element('office:body', {}, element('office:text', {}, ...blocks.map(blockXml))),
  )

const blockXml = (block: Block): string => {
  switch (block.kind) {
    case 'kicker':
      return paragraph('Subtitle', text(block.text))
    case 'title':
      return element('text:h', { 'text:style-name': 'Title', 'text:outline-level': 1 }, text(block.text))
    case 'note':
      return paragraph('Note', text(block.text))
    case 'open':
      return paragraph('Open', text(block.text))
    case 'heading': {
      const level = { 'text:style-name': `Heading_20_${block.level}`, 'text:outline-level': block.level }
      return element('text:h', level, runsXml(block.runs))
    }
    case 'paragraph':
      return written('Text_20_body', block.runs)
    case 'list':
      return listXml(block.list, true)
    case 'table':
      return tableXml(block)
    default:
      throw new Error(`no such block: ${JSON.stringify(block satisfies never)}`)
  }
}

const paragraph = (style: string, content: string): string => element('text:p', { 'text:style-name': style }, content)

/** A paragraph of what people wrote, in the direction they wrote it. */
const written = (style: string, runs: readonly TextRun[]): string =>
  paragraph(isRightToLeft(runs.map((run) => run.text).join('')) ? `${style}_20_RTL` : style, runsXml(runs))

const runsXml = (runs: readonly TextRun[]): string => runs.map(runXml).join('')

const runXml = ({ text: words, marks }: TextRun): string => {
  const style = textStyle(marks)
  const span = style === null ? text(words) : element('text:span', { 'text:style-name': style }, text(words))
  if (marks.link === undefined) return span
  return element(
    'text:a',
    { 'xlink:type': 'simple', 'xlink:href': marks.link, 'text:style-name': 'Internet_20_link' },
    span,
  )
}

/** ODF reads several spaces as one, like HTML; the first may stay, the rest are counted. */
const text = (words: string): string =>
  escaped(words)
    .replace(/^ +| {2,}| +$/g, (spaces) => element('text:s', { 'text:c': spaces.length }))
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')

/** A list that begins deeper stands in empty ones, which is how ODF says its level. */
const listXml = (list: List, isOutermost: boolean): string => {
  const items = list.items.map((item) =>
    element('text:list-item', {}, written('List', item.runs), ...item.lists.map((each) => listXml(each, false))),
  )
  const style = { 'text:style-name': listStyle(list.numbered) }
  let wrapped = element('text:list', style, ...items)
  if (isOutermost) {
    for (let level = list.level; level > 1; level--)
      wrapped = element('text:list', style, element('text:list-item', {}, wrapped))
  }
  return wrapped
}

const tableXml = ({ name, head, rows }: Extract<Block, { kind: 'table' }>): string => {
  const row = (style: string, cells: readonly Cell[]) =>
    element('table:table-row', { 'table:style-name': 'Row' }, ...cells.map((cell, at) => cellXml(style, cell, at)))
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': 'Table' },
    ...head.map((_, at) => element('table:table-column', { 'table:style-name': columnStyle(head.length, at) })),
    element(
      'table:table-header-rows',
      {},
      row(
        'Table_20_Heading',
        head.map((words) => ({ text: words, isOpen: false })),
      ),
    ),
    ...rows.map((cells) => row('Table_20_Contents', cells)),
  )
}

const cellXml = (style: string, { text: words, isOpen }: Cell, at: number): string => {
  const named = style === 'Table_20_Contents' && at === 0 ? 'Table_20_Label' : isOpen ? 'Open' : style
  return element(
    'table:table-cell',
    { 'table:style-name': 'Cell', 'office:value-type': 'string' },
    written(named, [{ text: words, marks: {} }]),
  )
}

import { columnShares } from './column-shares.ts'
import { element } from './xml.ts'

const widthCm = 16

export const columnStyle = (columns: number, at: number): string => `Column${columns}-${at + 1}`

const style = (name: string, family: string, properties: Readonly<Record<string, string>>): string =>
  element(
    'style:style',
    { 'style:name': name, 'style:family': family },
    element(`style:${family}-properties`, properties),
  )

const columnStyles = (columns: number): string[] =>
  columnShares(columns).map((share, at) =>
    style(columnStyle(columns, at), 'table-column', { 'style:column-width': `${(share * widthCm).toFixed(2)}cm` }),
  )

/** Tables know no named styles of their own; these stand beside the text. */
export const tableStylesXml = (): string =>
  element(
    'office:automatic-styles',
    {},
    style('Table', 'table', { 'style:width': `${widthCm}cm`, 'table:align': 'left' }),
    ...[2, 3].flatMap(columnStyles),
    style('Row', 'table-row', { 'fo:keep-together': 'always' }),
    style('Cell', 'table-cell', {
      'fo:padding-top': '0.12cm',
      'fo:padding-bottom': '0.12cm',
      'fo:padding-left': '0cm',
      'fo:padding-right': '0.3cm',
      'fo:border-bottom': '0.5pt solid #b9afa0',
    }),
  )

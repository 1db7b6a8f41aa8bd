import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun as Words,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { columnShares } from './column-shares.ts'
import type { DocumentWords } from './document-words.ts'
import { docxStyles, quiet } from './docx-styles.ts'
import type { List } from './lists.ts'
import type { Block, Cell, Outline } from './outline.ts'
import { isRightToLeft, type TextRun } from './writable.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Twentieths of a point: A4 with 2.5 cm at the sides. */
const paper = { width: 11_906, height: 16_838, side: 1_417 }
const textWidth = paper.width - 2 * paper.side

/** A Word document with styles, real lists and tables whose heads repeat. */
export const writeDocx = async (outline: Outline, words: DocumentWords): Promise<Uint8Array<ArrayBuffer>> => {
  // Each numbered list counts for itself, so each is an instance of its own.
  let lists = 0
  const nextList = () => (lists += 1)
  const document = new Document({
    title: outline.name,
    creator: 'Einvernehmen',
    styles: docxStyles,
    numbering: { config: [numbering('bullets'), numbering('numbers')] },
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { top: 1_247, bottom: 1_247, left: paper.side, right: paper.side, footer: 624 },
          },
        },
        footers: { default: footer(outline.foot, words) },
        children: outline.blocks.flatMap((block) => blockOf(block, nextList)),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const blockOf = (block: Block, nextList: () => number): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'kicker':
      return [paragraph({ style: 'Kicker' }, [plain(block.text)])]
    case 'title':
      return [paragraph({ heading: 'Heading1' }, [plain(block.text)])]
    case 'note':
      return [paragraph({ style: 'Note' }, [plain(block.text)])]
    case 'open':
      return [paragraph({ style: 'Open' }, [plain(block.text)])]
    case 'heading':
      return [paragraph({ heading: `Heading${block.level}` }, block.runs)]
    case 'paragraph':
      return [paragraph({}, block.runs)]
    case 'list':
      return listOf(block.list, nextList)
    case 'table':
      return [tableOf(block)]
    default:
      throw new Error(`no such block: ${JSON.stringify(block satisfies never)}`)
  }
}

const plain = (text: string): TextRun => ({ text, marks: {} })

const paragraph = (options: IParagraphOptions, runs: readonly TextRun[]): Paragraph =>
  new Paragraph({
    ...options,
    ...(isRightToLeft(runs.map(({ text }) => text).join('')) && { bidirectional: true }),
    children: runs.flatMap((run): (Words | ExternalHyperlink)[] =>
      run.marks.link === undefined
        ? wordsOf(run)
        : [new ExternalHyperlink({ link: run.marks.link, children: wordsOf(run, 'Hyperlink') })],
    ),
  })

const wordsOf = ({ text, marks }: TextRun, style?: string): Words[] =>
  text.split('\n').map(
    (line, index) =>
      new Words({
        text: line,
        ...(index > 0 && { break: 1 }),
        ...(style && { style }),
        ...(marks.bold && { bold: true, boldComplexScript: true }),
        ...(marks.italic && { italics: true, italicsComplexScript: true }),
        ...(isRightToLeft(line) && { rightToLeft: true }),
      }),
  )

const listOf = ({ numbered, level, items }: List, nextList: () => number): Paragraph[] => {
  const instance = nextList()
  const reference = numbered ? 'numbers' : 'bullets'
  return items.flatMap(({ runs, lists }) => [
    paragraph({ style: 'ListParagraph', numbering: { reference, level: level - 1, instance } }, runs),
    ...lists.flatMap((list) => listOf(list, nextList)),
  ])
}

const numbering = (reference: 'bullets' | 'numbers') => ({
  reference,
  levels: [0, 1, 2].map((level) => ({
    level,
    format: reference === 'numbers' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: reference === 'numbers' ? `%${level + 1}.` : (['•', '◦', '–'][level] ?? '•'),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 360 } } },
  })),
})

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9AFA0' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const tableOf = ({ head, rows }: Extract<Block, { kind: 'table' }>): Table => {
  const widths = columnShares(head.length).map((share) => Math.round(share * textWidth))
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      ...(isHead && { tableHeader: true }),
      cantSplit: true,
      children: cells.map(
        ({ text, isOpen }, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            children: [
              paragraph({ style: isHead ? 'TableHead' : isOpen ? 'OpenInTable' : 'TableText' }, [plain(text)]),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: rule, bottom: rule },
    margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 0, right: 160 },
    tableLook: { firstRow: true, firstColumn: true },
    rows: [
      row(
        head.map((text) => ({ text, isOpen: false })),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

const footer = (foot: string, words: DocumentWords): Footer => {
  const [before = '', between = '', after = ''] = words.page(1, 2).split(/[12]/)
  const number = new Words({
    children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
    color: quiet,
    size: 17,
  })
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [new Words({ text: foot, color: quiet, size: 17 }), number],
      }),
    ],
  })
}

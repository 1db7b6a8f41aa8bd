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
  type ParagraphChild,
} from 'docx'
import { columnShares } from './column-shares.ts'
import type { DiscussedOutline } from './discussed-outline.ts'
import type { DocumentWords } from './document-words.ts'
import { DocxComments } from './docx-comments.ts'
import { docxStyles, quiet } from './docx-styles.ts'
import type { List } from './lists.ts'
import type { Block, Cell, Outline } from './outline.ts'
import { isRightToLeft, type Proposed, type TextRun } from './writable.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Twentieths of a point: A4 with 2.5 cm at the sides. */
const paper = { width: 11_906, height: 16_838, side: 1_417 }
const textWidth = paper.width - 2 * paper.side

/**
 * A Word document with styles, real lists and tables whose heads repeat. What is said about it becomes comments
 * and tracked changes.
 */
export const writeDocx = async (
  outline: Outline,
  words: DocumentWords,
  discussed: DiscussedOutline | null = null,
): Promise<Uint8Array<ArrayBuffer>> => {
  const comments = discussed && new DocxComments(discussed, words)
  const writer = new DocxBody(comments)
  const document = new Document({
    title: outline.name,
    creator: 'Einvernehmen',
    styles: docxStyles,
    numbering: { config: [numbering('bullets'), numbering('numbers')] },
    ...(comments && { comments: comments.options }),
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { top: 1_247, bottom: 1_247, left: paper.side, right: paper.side, footer: 624 },
          },
        },
        footers: { default: footer(outline.foot, words) },
        children: outline.blocks.flatMap((block) => writer.block(block)),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

class DocxBody {
  readonly #comments: DocxComments | null
  /** Each numbered list counts for itself, so each is an instance of its own. */
  #lists = 0

  constructor(comments: DocxComments | null) {
    this.#comments = comments
  }

  block(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'kicker':
        return [this.#paragraph({ style: 'Kicker' }, [plain(block.text)])]
      case 'title':
        return [this.#paragraph({ heading: 'Heading1' }, [plain(block.text, this.#comments?.homeless())])]
      case 'note':
        return [this.#paragraph({ style: 'Note' }, [plain(block.text)])]
      case 'open':
        return [this.#paragraph({ style: 'Open' }, [plain(block.text)])]
      case 'heading':
        return [this.#paragraph({ heading: `Heading${block.level}` }, block.runs, block.end)]
      case 'paragraph':
        return [this.#paragraph({}, block.runs, block.end)]
      case 'list':
        return this.#list(block.list)
      case 'table':
        return [this.#table(block)]
      default:
        throw new Error(`no such block: ${JSON.stringify(block satisfies never)}`)
    }
  }

  #paragraph(options: IParagraphOptions, runs: readonly TextRun[], end?: Proposed): Paragraph {
    return new Paragraph({
      ...options,
      ...this.#comments?.end(end),
      ...(isRightToLeft(runs.map(({ text }) => text).join('')) && { bidirectional: true }),
      children: runs.flatMap((run): ParagraphChild[] => {
        const { link } = run.marks
        const written =
          link === undefined
            ? this.#words(run)
            : [new ExternalHyperlink({ link, children: this.#words(run, 'Hyperlink') })]
        return run.threads && this.#comments ? this.#comments.around(run.threads, written) : written
      }),
    })
  }

  #words({ text, marks, proposed }: TextRun, style?: string): ParagraphChild[] {
    return text.split('\n').map((line, index) => {
      const options = {
        text: line,
        ...(index > 0 && { break: 1 }),
        ...(style && { style }),
        ...(marks.bold && { bold: true, boldComplexScript: true }),
        ...(marks.italic && { italics: true, italicsComplexScript: true }),
        ...(isRightToLeft(line) && { rightToLeft: true }),
      }
      return this.#comments ? this.#comments.words(options, proposed) : new Words(options)
    })
  }

  #list({ numbered, level, items }: List): Paragraph[] {
    this.#lists += 1
    const instance = this.#lists
    const reference = numbered ? 'numbers' : 'bullets'
    return items.flatMap(({ runs, end, lists }) => [
      this.#paragraph({ style: 'ListParagraph', numbering: { reference, level: level - 1, instance } }, runs, end),
      ...lists.flatMap((list) => this.#list(list)),
    ])
  }

  #table({ head, rows }: Extract<Block, { kind: 'table' }>): Table {
    const widths = columnShares(head.length).map((share) => Math.round(share * textWidth))
    const row = (cells: readonly Cell[], isHead: boolean) =>
      new TableRow({
        ...(isHead && { tableHeader: true }),
        cantSplit: true,
        children: cells.map(({ text, isOpen, threads }, at) => {
          const style = isHead ? 'TableHead' : isOpen ? 'OpenInTable' : 'TableText'
          const children = [this.#paragraph({ style }, [plain(text, threads)])]
          return new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children })
        }),
      })
    const names = head.map((text) => ({ text, isOpen: false }))
    return new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: rule, bottom: rule },
      margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 0, right: 160 },
      tableLook: { firstRow: true, firstColumn: true },
      rows: [row(names, true), ...rows.map((cells) => row(cells, false))],
    })
  }
}

const plain = (text: string, threads: readonly number[] = []): TextRun => ({
  text,
  marks: {},
  ...(threads.length > 0 && { threads }),
})

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

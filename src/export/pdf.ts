import { columnShares } from './column-shares.ts'
import type { DocumentWords } from './document-words.ts'
import type { List } from './lists.ts'
import type { Block, Cell, Outline } from './outline.ts'
import { ink, page, PdfSheet, type Element, type Look } from './pdf-sheet.ts'
import type { Face } from './pdf-text.ts'
import { unpackWoff } from './woff.ts'
import type { TextRun } from './writable.ts'

export const pdfType = 'application/pdf'

export interface Pdf {
  bytes: Uint8Array<ArrayBuffer>
  /** Characters that no font has, each once: boxes stand for them, and the original for who copies or listens. */
  lost: string[]
}

const look = (size: number, leading: number, face: Face = 'regular', color = ink.text): Look => ({
  size,
  leading,
  face,
  color,
})

const looks = {
  kicker: look(10, 14, 'bold', ink.link),
  title: look(23, 28, 'bold'),
  note: look(9.5, 13, 'regular', ink.quiet),
  open: look(10.5, 15.5, 'italic', ink.quiet),
  paragraph: look(10.5, 15.5),
  cell: look(10, 14),
  head: look(8.5, 12, 'bold', ink.quiet),
}
const headings: Record<2 | 3 | 4 | 5, { above: number; below: number; look: Look }> = {
  2: { above: 22, below: 5, look: look(14.5, 19, 'bold') },
  3: { above: 12, below: 3, look: look(11.5, 16, 'bold') },
  4: { above: 10, below: 2, look: look(10.5, 15.5, 'bold') },
  5: { above: 10, below: 2, look: look(10.5, 15.5, 'bold-italic') },
}
const width = page.width - 2 * page.side
const listIndent = 18

/** Faces that an outline is written with. */
const facesOf = ({ blocks }: Outline): Set<Face> => {
  const all = new Set<Face>(['regular', 'bold', 'italic'])
  if (JSON.stringify(blocks).includes('"bold":true,"italic":true') || blocks.some(isDeepHeading)) all.add('bold-italic')
  return all
}

const isDeepHeading = (block: Block): boolean =>
  block.kind === 'heading' && (block.level === 5 || block.runs.some(({ marks }) => marks.italic === true))

/** A tagged PDF 1.7 with the marks of PDF/UA-1, in German, with its fonts embedded. `loadFont` brings WOFF files. */
export const writePdf = async (
  outline: Outline,
  words: DocumentWords,
  loadFont: (face: Face) => Promise<Uint8Array>,
): Promise<Pdf> => {
  const fonts = new Map(
    await Promise.all(Array.from(facesOf(outline), async (face) => [face, unpackWoff(await loadFont(face))] as const)),
  )
  const sheet = new PdfSheet(outline.name, fonts)
  outline.blocks.forEach((block, index) => writeBlock(sheet, block, outline.blocks[index + 1]))
  const bytes = await sheet.finish(outline.foot, words.page)
  return { bytes, lost: [...sheet.lost] }
}

const writeBlock = (sheet: PdfSheet, block: Block, next: Block | undefined): void => {
  switch (block.kind) {
    case 'kicker':
      writeText(sheet, 'P', [{ text: block.text, marks: {} }], looks.kicker)
      sheet.y += 4
      return
    case 'title':
      writeText(sheet, 'H1', [{ text: block.text, marks: {} }], looks.title)
      sheet.y += 4
      return
    case 'note':
    case 'open':
      writeText(sheet, 'P', [{ text: block.text, marks: {} }], looks[block.kind])
      return
    case 'heading':
      return writeHeading(sheet, block, next)
    case 'paragraph':
      writeText(sheet, 'P', block.runs, looks.paragraph)
      sheet.y += 6
      return
    case 'list':
      writeList(sheet, block.list, sheet.root, page.side + (block.list.level - 1) * listIndent)
      sheet.y += 4
      return
    case 'table':
      return writeTable(sheet, block)
    default:
      throw new Error(`no such block: ${JSON.stringify(block satisfies never)}`)
  }
}

const writeText = (sheet: PdfSheet, tag: 'P' | 'H1', runs: readonly TextRun[], style: Look): void => {
  const element = sheet.open(tag, sheet.root)
  sheet.write(element, sheet.lines(runs, style, width), style, page.side)
  element.end()
}

/** A table's head, and a row of two lines. */
const beginningOfTable = looks.head.leading + 2 * looks.cell.leading + 16

/** A heading stays with the two lines after it, or with the beginning of a table. */
const writeHeading = (sheet: PdfSheet, block: Extract<Block, { kind: 'heading' }>, next: Block | undefined): void => {
  const { above, below, look: style } = headings[block.level]
  const lines = sheet.lines(block.runs, style, width)
  const twoLines = next === undefined ? 0 : 2 * looks.paragraph.leading + (next.kind === 'heading' ? 34 : 0)
  const follows = next?.kind === 'table' ? beginningOfTable : twoLines
  sheet.y += above
  sheet.need(lines.length * style.leading + below + follows)
  if (block.level === 2) sheet.bookmark(block.runs.map(({ text }) => text).join(''))
  const element = sheet.open(`H${block.level}`, sheet.root)
  sheet.write(element, lines, style, page.side)
  element.end()
  sheet.y += below
}

const bullets = ['•', '◦', '–']

const writeList = (sheet: PdfSheet, { numbered, level, items }: List, parent: Element, x: number): void => {
  const list = sheet.open('L', parent)
  // PDF/UA asks what kind of labels a list has (ISO 14289-1, 7.6); PDFKit has no option for it.
  const { dictionary } = list as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data['A'] = { O: 'List', ListNumbering: numbered ? 'Decimal' : 'Disc' }
  const style = looks.paragraph
  items.forEach(({ runs, lists }, index) => {
    const lines = sheet.lines(runs, style, width - (x - page.side) - listIndent)
    sheet.need(style.leading * Math.min(lines.length, 2))
    const item = sheet.open('LI', list)
    const label = sheet.open('Lbl', item)
    const sign = numbered ? `${index + 1}.` : (bullets[level - 1] ?? '•')
    const [line = []] = sheet.lines([{ text: sign, marks: {} }], style, width)
    sheet.writeLine(label, line, style, x, sheet.y)
    label.end()
    const body = sheet.open('LBody', item)
    sheet.write(body, lines, style, x + listIndent)
    sheet.y += 2
    for (const each of lists) writeList(sheet, each, body, x + listIndent)
    body.end()
    item.end()
  })
  list.end()
}

const gap = 12

const writeTable = (sheet: PdfSheet, { head, rows }: Extract<Block, { kind: 'table' }>): void => {
  const shares = columnShares(head.length)
  const starts = shares.map((_, at) => page.side + width * shares.slice(0, at).reduce((sum, share) => sum + share, 0))
  const table = sheet.open('Table', sheet.root)
  const row = (part: Element, cells: readonly Cell[], isHead: boolean): void => {
    const laid = cells.map((cell, at) => {
      const style = isHead
        ? looks.head
        : cell.isOpen
          ? { ...looks.cell, face: 'italic' as const, color: ink.quiet }
          : looks.cell
      return { style, lines: sheet.lines([{ text: cell.text, marks: {} }], style, width * (shares[at] ?? 1) - gap) }
    })
    const tallest = Math.max(...laid.map(({ lines, style }) => lines.length * style.leading))
    // No head stands at the foot of a page without a row.
    sheet.need(isHead ? beginningOfTable : Math.min(tallest, page.height / 2) + 8)
    const tr = sheet.open('TR', part)
    const top = sheet.y + 4
    let below = top
    // A cell that is longer than the page goes on where a page has room; its neighbours are short.
    laid.forEach(({ style, lines }, at) => {
      const isLabel = isHead || at === 0
      const cell = sheet.open(isLabel ? 'TH' : 'TD', tr, isLabel ? { scope: isHead ? 'Column' : 'Row' } : {})
      sheet.y = top
      sheet.write(cell, lines, style, starts[at] ?? page.side)
      below = at === 0 || sheet.y > below || sheet.y < top ? sheet.y : below
      cell.end()
    })
    tr.end()
    sheet.y = below + 4
    sheet.rule(page.side, sheet.y, width)
  }
  const thead = sheet.open('THead', table)
  row(
    thead,
    head.map((text) => ({ text, isOpen: false })),
    true,
  )
  thead.end()
  const tbody = sheet.open('TBody', table)
  for (const cells of rows) row(tbody, cells, false)
  tbody.end()
  table.end()
}

import PdfDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { faces, linesOf, piecesOf, type Face, type Measure, type Piece } from './pdf-text.ts'
import type { TextRun } from './writable.ts'

/** Lengths in points. */
export const page = { width: 595.28, height: 841.89, top: 68, bottom: 76, side: 82 }
const bottom = page.height - page.bottom

export const ink = { text: '#211e1a', quiet: '#544e46', rule: '#b9afa0', link: '#0b5b66' }

export interface Look {
  size: number
  leading: number
  face: Face
  color: string
}

export type Element = PDFKit.PDFStructureElement

/** Kinds of the tagged structure that documents here are made of (ISO 32000-1, 14.8.4). */
export type Tag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link'

/** Text on A4 pages, each piece of it in a tagged structure. Everything goes from top to bottom; pages come as needed. */
export class PdfSheet {
  readonly lost = new Set<string>()
  readonly root: Element
  y = page.top
  readonly #doc: PDFKit.PDFDocument
  readonly #widths = new Map<string, number>()
  readonly #measure: Measure

  constructor(title: string, fonts: ReadonlyMap<Face, Uint8Array>) {
    this.#doc = new PdfDocument({
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      lang: 'de-DE',
      displayTitle: true,
      bufferPages: true,
      size: 'A4',
      margin: 0,
      // The first font is ours: of the standard ones none is embedded, as PDF/UA asks for.
      font: null,
      info: { Title: title, Creator: 'Einvernehmen', Producer: 'Einvernehmen (PDFKit)' },
    } as unknown as PDFKit.PDFDocumentOptions)
    for (const face of faces) this.#doc.registerFont(face, fonts.get(face) ?? fonts.get('regular'))
    this.root = this.#doc.struct('Document')
    this.#doc.addStructure(this.root)
    this.#measure = {
      width: (text, face) => this.#width(text, face),
      has: (face, codePoint) => this.#fontOf(face).hasGlyphForCodePoint(codePoint),
    }
  }

  /** An element under another one; whoever asked for it ends it. */
  open(tag: Tag, parent: Element, options: { scope?: 'Row' | 'Column' } = {}): Element {
    const element = this.#doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions)
    parent.add(element)
    return element
  }

  bookmark(title: string): void {
    this.#doc.outline.addItem(title)
  }

  /** Breaks runs into lines that fit; widths here are those of the size. */
  lines(runs: readonly TextRun[], look: Look, width: number): Piece[][] {
    const scaled = width / look.size
    return linesOf(piecesOf(runs, look.face, this.#measure, this.lost), scaled, this.#measure)
  }

  /** Whether so much height is left on this page; else a new one begins. */
  need(height: number): void {
    if (this.y + height > bottom && this.y > page.top) this.#newPage()
  }

  /** Writes lines below each other into an element. */
  write(element: Element, lines: readonly Piece[][], look: Look, x: number): void {
    lines.forEach((line, index) => {
      const rest = lines.length - index
      // Neither one line alone at a page's foot nor one alone at the next one's head.
      const isWidow = (index === 0 || rest === 2) && rest > 1
      this.need(look.leading * (isWidow ? 2 : 1))
      this.writeLine(element, line, look, x, this.y)
      this.y += look.leading
    })
  }

  /** Writes one line; `top` is where its leading begins. */
  writeLine(element: Element, line: readonly Piece[], look: Look, x: number, top: number): void {
    const baseline = top + look.leading / 2 + look.size * 0.33
    let at = x
    for (const piece of line) {
      const start = at
      at += this.#width(piece.text, piece.face) * look.size
      if (piece.link === undefined) {
        element.add(() => this.#draw(piece, look, start, baseline))
        continue
      }
      const link = this.open('Link', element)
      const { link: address } = piece
      link.add(() => this.#draw(piece, { ...look, color: ink.link }, start, baseline))
      this.#doc.link(start, top, at - start, look.leading, address, {
        structParent: link,
        Contents: new String(address),
      } as object)
      link.end()
      this.rule(start, baseline + 1.5, at - start, ink.link)
    }
  }

  /** A thin line that means nothing to who listens. */
  rule(x: number, y: number, width: number, color = ink.rule): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    this.#doc
      .lineWidth(0.5)
      .strokeColor(color)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
    this.#doc.endMarkedContent()
  }

  /** Writes the foot of every page and closes the document. */
  async finish(foot: string, pageWords: (number: number, all: number) => string): Promise<Uint8Array<ArrayBuffer>> {
    const { count } = this.#doc.bufferedPageRange()
    const look: Look = { size: 8.5, leading: 12, face: 'regular', color: ink.quiet }
    for (let index = 0; index < count; index++) {
      this.#doc.switchToPage(index)
      this.#doc.markContent('Artifact', { type: 'Pagination' })
      const number = pageWords(index + 1, count)
      const numberWidth = this.#width(number, look.face) * look.size
      const width = page.width - 2 * page.side
      const [name = []] = this.lines([{ text: foot, marks: {} }], look, width - numberWidth - 24)
      let x = page.side
      for (const piece of name) {
        this.#draw(piece, look, x, page.height - 42)
        x += this.#width(piece.text, piece.face) * look.size
      }
      this.#draw({ text: number, face: 'regular' }, look, page.width - page.side - numberWidth, page.height - 42)
      this.#doc.endMarkedContent()
    }
    this.root.end()
    const bytes = toBytes(this.#doc)
    this.#doc.end()
    return bytes
  }

  #newPage(): void {
    this.#doc.addPage()
    this.y = page.top
  }

  #draw({ text, face, lost }: Piece, { size, color }: Look, x: number, baseline: number): void {
    this.#doc.font(face).fontSize(size).fillColor(color)
    // Who copies the text or has it read aloud gets what was written, though the page shows boxes.
    if (lost !== undefined) this.#doc.markContent('Span', { actual: lost })
    this.#doc.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
    if (lost !== undefined) this.#doc.endMarkedContent()
  }

  /** In ems. */
  #width(text: string, face: Face): number {
    const key = `${face} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const width = this.#doc.font(face).fontSize(1000).widthOfString(text) / 1000
    this.#widths.set(key, width)
    return width
  }

  /** PDFKit has no word for which characters a font knows; the font that it opened does. */
  #fontOf(face: Face): { hasGlyphForCodePoint: (codePoint: number) => boolean } {
    const opened = this.#doc.font(face) as unknown as Record<
      '_font',
      { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } }
    >
    return opened['_font'].font
  }
}

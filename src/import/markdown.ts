import { lexer, type Token, type Tokens } from 'marked'
import { isSafeLink } from '../document/lines.ts'
import type { Line, Marks } from '../domain/line.ts'
import { LineWriter } from './line-writer.ts'

/** Markdown as GitHub writes it. HTML in it is reduced to its words. */
export const readMarkdown = (text: string): { lines: Line[]; images: number } => {
  const reader = new MarkdownReader()
  reader.blocks(lexer(text), 0)
  return { lines: reader.writer.finish(), images: reader.images }
}

/** Deeper nesting than anybody writes; below it only the text counts. */
const maxDepth = 50

class MarkdownReader {
  readonly writer = new LineWriter()
  images = 0

  blocks(tokens: readonly Token[], depth: number): void {
    for (const token of tokens) this.#block(token, depth)
  }

  #block(token: Token, depth: number): void {
    if (depth > maxDepth) return this.#line(() => this.writer.write(token.raw, {}))
    switch (token.type) {
      case 'heading': {
        const { depth: level } = token as Tokens.Heading
        return this.#line(() => {
          this.writer.is('heading', level)
          this.#inline(token, {}, depth)
        })
      }
      case 'list':
        return this.#list(token as Tokens.List, 1, depth)
      case 'blockquote':
        return this.blocks((token as Tokens.Blockquote).tokens, depth + 1)
      case 'table': {
        const { header, rows } = token as Tokens.Table
        return [header, ...rows].forEach((row) => this.#row(row, depth))
      }
      case 'code':
        return (token as Tokens.Code).text.split('\n').forEach((line) => this.#line(() => this.writer.write(line, {})))
      case 'html':
        return withoutTags(token.raw)
          .split('\n')
          .forEach((line) => this.#line(() => this.writer.write(line, {})))
      case 'checkbox':
      case 'space':
      case 'hr':
      case 'def':
        return
      default:
        this.#line(() => this.#inline(token, {}, depth))
    }
  }

  #line(write: () => void): void {
    this.writer.begin()
    write()
    this.writer.end()
  }

  #list({ ordered, items }: Tokens.List, level: number, depth: number): void {
    for (const { tokens } of items) {
      let isFresh = true
      for (const token of tokens) {
        if (token.type === 'list' && depth < maxDepth) this.#list(token as Tokens.List, level + 1, depth + 1)
        else if (isFresh && (token.type === 'text' || token.type === 'paragraph')) {
          this.#line(() => {
            this.writer.is(ordered ? 'numbered' : 'bullet', level)
            this.#inline(token, {}, depth)
          })
          isFresh = false
        } else this.#block(token, depth + 1)
      }
    }
  }

  #row(cells: readonly Tokens.TableCell[], depth: number): void {
    this.writer.beginRow()
    for (const { tokens } of cells) {
      this.writer.beginCell()
      this.#line(() => tokens.forEach((token) => this.#span(token, {}, depth)))
      this.writer.endCell()
    }
    this.writer.endRow()
  }

  /** What stands in a line. */
  #inline(token: Token, marks: Marks, depth: number): void {
    const inner = 'tokens' in token ? token.tokens : undefined
    if (inner && depth <= maxDepth) for (const each of inner) this.#span(each, marks, depth + 1)
    else this.writer.write(withEntities('text' in token ? String(token.text) : token.raw), marks)
  }

  #span(token: Token, marks: Marks, depth: number): void {
    switch (token.type) {
      case 'strong':
        return this.#inline(token, { ...marks, bold: true }, depth)
      case 'em':
        return this.#inline(token, { ...marks, italic: true }, depth)
      case 'link': {
        const { href } = token as Tokens.Link
        return this.#inline(token, isSafeLink(href) ? { ...marks, link: href } : marks, depth)
      }
      case 'image':
        this.images += 1
        return this.writer.write((token as Tokens.Image).text, marks)
      case 'checkbox':
        return
      case 'br':
        return this.writer.break()
      case 'html':
        return this.writer.write(withoutTags(token.raw), marks)
      default:
        this.#inline(token, marks, depth)
    }
  }
}

const withoutTags = (html: string): string =>
  withEntities(html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?[a-z][^>]*>/gi, ' '))

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const withEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|([a-z]{2,4}));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10_ffff)),
  )

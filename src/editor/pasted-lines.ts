import { isSafeLink, type Line, type Marks, type Run } from '../document/lines.ts'
import { addRun, cleaned, trimEnd, withoutBold } from '../domain/line-writing.ts'

/** What surrounds a piece of pasted text. */
interface Around {
  kind: Line['kind']
  level: number
  marks: Marks
  /** Spaces and line breaks count as they stand. */
  preserve: boolean
  depth: number
}

/** Marks HTML that this editor put on the clipboard. */
export const copiedHere = 'data-eb-copied'

/** Deeper nesting than any office writes; below it only the text counts. */
const maxDepth = 120

const dropped = new Set(
  'script style head title meta link template noscript iframe object embed svg math img picture video audio canvas input select textarea button del area map'.split(
    ' ',
  ),
)

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr html li main nav ol p pre section summary table tbody tfoot thead ul h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)

const isLine = /^(p|li|h[1-6])$/

/** Reduces what Word, LibreOffice, Google Docs or a web page put on the clipboard to the lines this app knows. */
export const pastedLines = (root: Element): Line[] => {
  // What was copied here is taken literally, double spaces included.
  const preserve = root.querySelector(`[${copiedHere}]`) !== null
  return reduce(root, { kind: 'paragraph', level: 1, marks: {}, preserve, depth: 0 })
}

/** Plain text as paragraphs; empty lines only stood for the distance between them. */
export const plainLines = (text: string): Line[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => cleaned(line))
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', level: 1, runs: [{ text: line, marks: {} }] }))

const reduce = (root: Element, around: Around): Line[] => {
  const lines: Line[] = []
  let line: Line | null = null

  const end = (closed = true): void => {
    if (line && (around.preserve || !closed || trimEnd(line))) lines.push(line)
    line = null
  }
  const write = (text: string, { kind, level, marks, preserve }: Around): void => {
    const clean = cleaned(text)
    let piece = preserve ? clean : clean.replace(/\s+/g, ' ')
    if (!preserve && piece.startsWith(' ') && (!line || /\s$/.test(line.runs.at(-1)?.text ?? ' ')))
      piece = piece.slice(1)
    if (piece === '') return
    line ??= { kind, level, runs: [] }
    addRun(line.runs, { text: piece, marks: kind === 'heading' ? withoutBold(marks) : marks })
  }
  const walk = (node: Node, outer: Around): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? ''
      if (!outer.preserve || !text.includes('\n')) return write(text, outer)
      return text.split(/\r?\n/).forEach((part, index) => {
        if (index > 0) end()
        write(part, outer)
      })
    }
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.localName
    const style = element.getAttribute('style') ?? ''
    if (dropped.has(tag) || element.hasAttribute('hidden') || isHidden(style)) return
    if (outer.depth > maxDepth) return write(element.textContent, outer)
    if (tag === 'br') {
      if (outer.kind === 'paragraph') end()
      else write(' ', outer)
      return
    }
    if (tag === 'tr') {
      end()
      lines.push(...row(element, outer))
      return
    }
    const block = blocks.has(tag)
    if (block) end()
    const inner = { ...lineOf(element, tag, style, outer), marks: marksOf(element, tag, style, outer.marks) }
    for (const child of element.childNodes) walk(child, inner)
    if (block) end()
    if (outer.preserve && isLine.test(tag) && !element.hasChildNodes()) {
      lines.push({ kind: inner.kind, level: inner.level, runs: [] })
    }
  }

  for (const child of root.childNodes) walk(child, around)
  // A space behind the last word matters when words are pasted, not when a paragraph is.
  end(false)
  return lines
}

/** A table's row is one line: whatever stands in a cell, joined. */
const row = (element: Element, around: Around): Line[] => {
  const plain: Around = { ...around, kind: 'paragraph', level: 1, depth: around.depth + 1 }
  const runs: Run[] = []
  for (const cell of element.children) {
    const lines = reduce(cell, {
      ...plain,
      marks: marksOf(cell, cell.localName, cell.getAttribute('style') ?? '', around.marks),
    })
    if (lines.length > 0 && runs.length > 0) addRun(runs, { text: ' · ', marks: {} })
    lines.forEach((line, index) => {
      if (index > 0) addRun(runs, { text: ' ', marks: {} })
      for (const run of line.runs) addRun(runs, run)
    })
  }
  return runs.length > 0 ? [{ kind: 'paragraph', level: 1, runs }] : []
}

const lineOf = (element: Element, tag: string, style: string, outer: Around): Around => {
  const inner = { ...outer, depth: outer.depth + 1, preserve: outer.preserve || tag === 'pre' }
  if (/^h[1-6]$/.test(tag)) return { ...inner, kind: 'heading', level: tag < 'h4' ? 1 : 2 }
  if (tag === 'p' && /\bMso(Title|Heading)/i.test(element.className)) return { ...inner, kind: 'heading', level: 1 }
  const wordLevel = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1]
  if (tag === 'p' && wordLevel) return { ...inner, kind: wordKind(element), level: listLevel(wordLevel) }
  if (tag !== 'li') return inner
  const list = element.parentElement
  const ownLevel =
    list?.getAttribute('data-level') ?? element.getAttribute('aria-level') ?? element.getAttribute('data-aria-level')
  const kind = list?.localName === 'ol' ? 'numbered' : 'bullet'
  return { ...inner, kind, level: listLevel(ownLevel ?? String(listsAround(element))) }
}

/** Word writes the bullet or number into a span that it tells to ignore. */
const wordKind = (paragraph: Element): 'bullet' | 'numbered' => {
  const label = [...paragraph.querySelectorAll('[style]')].find((span) => isHidden(span.getAttribute('style') ?? ''))
  return /^[\s(]*(\d+|[a-z]{1,4})[.)]/i.test(label?.textContent ?? '') ? 'numbered' : 'bullet'
}

const listLevel = (level: string): number => Math.max(1, Math.min(3, Number.parseInt(level, 10) || 1))

const listsAround = (item: Element): number => {
  let depth = 0
  for (let list = item.parentElement; list; list = list.parentElement) {
    if (list.localName === 'ul' || list.localName === 'ol') depth += 1
  }
  return depth
}

const isHidden = (style: string): boolean =>
  /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment-list|mso-special-character:\s*comment/i.test(
    style,
  )

const marksOf = (element: Element, tag: string, style: string, outer: Marks): Marks => {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1]
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1]
  const href = tag === 'a' ? element.getAttribute('href')?.trim() : undefined
  const bold = weight
    ? /^(bold|bolder|[6-9]00)$/i.test(weight)
    : outer.bold || tag === 'b' || tag === 'strong' || tag === 'th'
  const italic = slant ? /^(italic|oblique)$/i.test(slant) : outer.italic || tag === 'i' || tag === 'em'
  const link = isSafeLink(href) ? href : outer.link
  return { ...(bold && { bold }), ...(italic && { italic }), ...(link && { link }) }
}

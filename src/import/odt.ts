import { isSafeLink } from '../document/lines.ts'
import { nothingLeftOut, type Imported } from '../domain/imported.ts'
import type { Marks } from '../domain/line.ts'
import type { Archive } from './archive.ts'
import { LineWriter } from './line-writer.ts'
import { readOdtStyles } from './odt-styles.ts'
import { Refused } from './refused.ts'
import { readXml } from './xml.ts'

/** A text of LibreOffice or another office that writes OpenDocument. */
export const readOdt = (archive: Archive): Imported => {
  if (isLocked(archive)) throw new Refused('locked')
  const { lines, images, comments } = readText(archive)
  const macros = archive.names.some((name) => /^(Basic|Scripts)\/./.test(name) && !/script-l[bc]\.xml$/.test(name))
  return { lines, leftOut: { ...nothingLeftOut, images, comments, macros } }
}

const isLocked = (archive: Archive): boolean => {
  let found = false
  readXml(archive, 'META-INF/manifest.xml', {
    open: (tag) => {
      found ||= tag === 'encryption-data'
    },
    close: () => undefined,
  })
  return found
}

/** What is not the text: old wordings, tables of contents, names for machines. */
const passedOver = new Set(
  'tracked-changes table-of-content alphabetical-index-source sequence-decls variable-decls user-field-decls forms note-citation automatic-styles font-face-decls scripts title desc'.split(
    ' ',
  ),
)

const readText = (archive: Archive) => {
  const styles = readOdtStyles(archive)
  const writer = new LineWriter()
  const counted = { images: 0, comments: 0 }
  let skipping = 0
  /** How deep inside paragraphs and headings: only there is text meant to be read. */
  let inLine = 0
  const lists: string[] = []
  /** A list's first paragraph has the bullet, the others of the same item follow without. */
  const items: { isFresh: boolean }[] = []
  const marks: Marks[] = []

  const marked = (style: string | undefined, link?: string): Marks => {
    const outer = marks.at(-1) ?? {}
    if (style === undefined && link === undefined) return outer
    const { bold, italic } = styles.of(style)
    const address = isSafeLink(link) ? link : outer.link
    return {
      ...((bold || outer.bold) && { bold: true }),
      ...((italic || outer.italic) && { italic: true }),
      ...(address !== undefined && { link: address }),
    }
  }
  const write = (text: string): void => writer.write(text, marks.at(-1) ?? {})

  const beginLine = (tag: string, attributes: ReadonlyMap<string, string>): void => {
    const style = styles.of(attributes.get('style-name'))
    writer.begin()
    inLine += 1
    marks.push({})
    const item = items.at(-1)
    if (tag === 'h') writer.is('heading', Number(attributes.get('outline-level') ?? 1))
    else if (style.heading !== null) writer.is('heading', style.heading)
    else if (item?.isFresh) {
      writer.is(styles.isNumbered(lists.at(-1) ?? '', lists.length) ? 'numbered' : 'bullet', lists.length)
      item.isFresh = false
    }
  }

  const open = (tag: string, attributes: ReadonlyMap<string, string>): void => {
    if (skipping > 0 || passedOver.has(tag)) {
      skipping += 1
      return
    }
    switch (tag) {
      case 'p':
      case 'h':
        return beginLine(tag, attributes)
      case 'span':
        marks.push(marked(attributes.get('style-name')))
        return
      case 'a':
        if (inLine > 0) marks.push(marked(undefined, attributes.get('href')))
        return
      case 's':
      case 'tab':
        return write(' ')
      case 'line-break':
        return writer.break()
      case 'list':
        lists.push(attributes.get('style-name') ?? lists.at(-1) ?? '')
        return
      case 'list-item':
        items.push({ isFresh: true })
        return
      case 'list-header':
        items.push({ isFresh: false })
        return
      case 'table-row':
        return writer.beginRow()
      case 'table-cell':
        // A list does not go on inside a table that stands in it.
        items.push({ isFresh: false })
        return writer.beginCell()
      case 'note-body':
        items.push({ isFresh: false })
        return writer.beginNote()
      case 'image':
        counted.images += 1
        return
      case 'annotation':
        counted.comments += 1
        skipping += 1
        return
      default:
    }
  }

  const close = (tag: string): void => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    switch (tag) {
      case 'p':
      case 'h':
        inLine -= 1
        marks.pop()
        return writer.end()
      case 'span':
        marks.pop()
        return
      case 'a':
        if (inLine > 0) marks.pop()
        return
      case 'list':
        lists.pop()
        return
      case 'list-item':
      case 'list-header':
        items.pop()
        return
      case 'table-row':
        return writer.endRow()
      case 'table-cell':
        items.pop()
        return writer.endCell()
      case 'note-body':
        items.pop()
        return writer.endNote()
      default:
    }
  }

  const isThere = readXml(archive, 'content.xml', {
    open,
    close,
    text: (text) => (skipping === 0 && inLine > 0 ? write(text) : undefined),
  })
  if (!isThere) throw new Refused('damaged')
  return { lines: writer.finish(), ...counted }
}

import { isSafeLink } from '../document/lines.ts'
import { nothingLeftOut, type Imported } from '../domain/imported.ts'
import type { Line, Marks } from '../domain/line.ts'
import { lineText } from '../domain/line-writing.ts'
import type { Archive } from './archive.ts'
import { isOn, readNumbering, readStyles } from './docx-styles.ts'
import { LineWriter } from './line-writer.ts'
import { Refused } from './refused.ts'
import { readXml } from './xml.ts'

/** A document of Word. What was deleted while changes were tracked stays out, what was inserted comes in. */
export const readDocx = (archive: Archive): Imported => {
  const [main] = [...readRelations(archive, '_rels/.rels').values()]
    .filter(({ type }) => type.endsWith('/officeDocument'))
    .map(({ target }) => target.replace(/^\//, ''))
  if (!main || !archive.names.includes(main) || !main.startsWith('word/')) throw new Refused('unknown')
  const notes = new Map([...readNotes(archive, 'footnote'), ...readNotes(archive, 'endnote')])
  const relations = readRelations(archive, main.replace(/([^/]+)$/, '_rels/$1.rels'))
  const { lines, images, comments } = readText(archive, main, {
    link: (id) => relations.get(id)?.target ?? null,
    note: (kind, id) => notes.get(`${kind}/${id}`) ?? '',
  })
  const macros = archive.names.some((name) => /vbaProject\.bin$/i.test(name))
  return { lines, leftOut: { ...nothingLeftOut, images, comments, macros } }
}

const readRelations = (archive: Archive, name: string): Map<string, { type: string; target: string }> => {
  const relations = new Map<string, { type: string; target: string }>()
  readXml(archive, name, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return
      relations.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type') ?? '',
        target: attributes.get('Target') ?? '',
      })
    },
    close: () => undefined,
  })
  return relations
}

/** Foot- and endnotes as one line each, by kind and id. */
const readNotes = (archive: Archive, kind: 'footnote' | 'endnote'): Map<string, string> => {
  const notes = new Map<string, string>()
  const name = `word/${kind}s.xml`
  if (!archive.names.includes(name)) return notes
  readText(archive, name, {
    link: () => null,
    note: () => '',
    onNote: (id, lines) => notes.set(`${kind}/${id}`, lines.map(lineText).join(' ')),
  })
  return notes
}

interface Around {
  link: (relationId: string) => string | null
  note: (kind: string, id: string) => string
  onNote?: (id: string, lines: Line[]) => void
}

/** Old wordings of what was changed, and the second form of what newer offices draw differently. */
const passedOver = new Set(['Fallback', 'del', 'moveFrom', 'pPrChange', 'rPrChange', 'tblPrChange', 'sectPrChange'])

const readText = (archive: Archive, part: string, around: Around) => {
  const styleOf = readStyles(archive, 'word/styles.xml')
  const listKind = readNumbering(archive, 'word/numbering.xml')
  const writer = new LineWriter()
  const counted = { images: 0, comments: 0 }
  let [skipping, reading, noteId] = [0, 0, '']
  let note: LineWriter | null = null
  let properties: 'paragraph' | 'run' | null = null
  let paragraph = { style: '', numId: null as string | null, level: 0, outline: null as number | null }
  let run = { marks: {} as Marks, isHidden: false }
  const contents: boolean[] = []
  const links: (string | null)[] = []
  const fields: { instruction: string; link: string | null }[] = []

  const into = () => note ?? writer
  const write = (text: string, marks: Marks = run.marks) => {
    if (contents.at(-1) || run.isHidden) return
    const link = links.at(-1) ?? fields.findLast((field) => field.link !== null)?.link ?? null
    into().write(text, { ...marks, ...(isSafeLink(link) && { link }) })
  }

  const property = (tag: string, attributes: ReadonlyMap<string, string>): void => {
    const value = attributes.get('val') ?? ''
    if (properties === 'run') {
      if (tag === 'b') run.marks = { ...without(run.marks, 'bold'), ...(isOn(attributes) && { bold: true }) }
      else if (tag === 'i') run.marks = { ...without(run.marks, 'italic'), ...(isOn(attributes) && { italic: true }) }
      else if (tag === 'vanish') run.isHidden = isOn(attributes)
      else if (tag === 'rStyle') {
        const { bold, italic } = styleOf(value)
        run.marks = { ...run.marks, ...(bold && { bold }), ...(italic && { italic }) }
      }
    } else if (tag === 'pStyle') paragraph.style = value
    else if (tag === 'numId') paragraph.numId = value
    else if (tag === 'ilvl') paragraph.level = Number(value)
    else if (tag === 'outlineLvl') paragraph.outline = Number(value)
  }

  /** Everything that says what a line is stands before its words. */
  const decide = (): void => {
    const style = styleOf(paragraph.style)
    contents[contents.length - 1] = style.isContents
    const heading = paragraph.outline !== null && paragraph.outline < 9 ? paragraph.outline + 1 : style.heading
    if (heading !== null) return into().is('heading', heading)
    const list = paragraph.numId === null ? style.list : { numId: paragraph.numId, level: paragraph.level }
    const kind = list && listKind(list.numId, list.level)
    if (kind) into().is(kind, list.level + 1)
  }

  const open = (tag: string, attributes: ReadonlyMap<string, string>): void => {
    if (skipping > 0 || passedOver.has(tag)) {
      skipping += 1
      return
    }
    if (properties !== null) return property(tag, attributes)
    switch (tag) {
      case 'p':
        paragraph = { style: '', numId: null, level: 0, outline: null }
        contents.push(false)
        return into().begin()
      case 'pPr':
        properties = 'paragraph'
        return
      case 'r':
        run = { marks: {}, isHidden: false }
        return
      case 'rPr':
        properties = 'run'
        return
      case 't':
        reading += 1
        return
      case 'tab':
      case 'ptab':
        return write(' ', {})
      case 'noBreakHyphen':
        return write('-')
      case 'br':
      case 'cr':
        return contents.at(-1) ? undefined : into().break()
      case 'tr':
        return into().beginRow()
      case 'tc':
        return into().beginCell()
      case 'hyperlink':
        links.push(around.link(attributes.get('id') ?? ''))
        return
      case 'fldSimple':
        links.push(addressIn(attributes.get('instr') ?? ''))
        return
      case 'fldChar':
        return field(attributes.get('fldCharType') ?? '')
      case 'footnoteReference':
      case 'endnoteReference': {
        const said = around.note(tag.replace('Reference', ''), attributes.get('id') ?? '')
        return said === '' ? undefined : write(` [${said}]`, {})
      }
      case 'footnote':
      case 'endnote':
        noteId = attributes.get('id') ?? ''
        note = new LineWriter()
        return
      case 'blip':
      case 'imagedata':
      case 'chart':
        counted.images += 1
        return
      case 'commentReference':
        counted.comments += 1
        return
      default:
    }
  }

  const field = (type: string): void => {
    const last = fields.at(-1)
    if (type === 'begin') fields.push({ instruction: '', link: null })
    else if (type === 'end') fields.pop()
    else if (last) last.link = addressIn(last.instruction)
  }

  const close = (tag: string): void => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    switch (tag) {
      case 'pPr':
        properties = null
        return decide()
      case 'rPr':
        // The mark at a paragraph's end has properties too; they say nothing about its words.
        properties = properties === 'run' ? null : properties
        return
      case 't':
        reading -= 1
        return
      case 'p':
        contents.pop()
        return into().end()
      case 'tc':
        return into().endCell()
      case 'tr':
        return into().endRow()
      case 'hyperlink':
      case 'fldSimple':
        links.pop()
        return
      case 'footnote':
      case 'endnote':
        if (note) around.onNote?.(noteId, note.finish())
        note = null
        return
      default:
    }
  }

  const isThere = readXml(archive, part, {
    open,
    close,
    text: (text) => {
      if (reading > 0 && skipping === 0) write(text)
      // The instruction of a field is the only text outside that counts.
      else if (skipping === 0 && fields.length > 0) addInstruction(fields, text)
    },
  })
  if (!isThere) throw new Refused('damaged')
  return { lines: writer.finish(), ...counted }
}

const addInstruction = (fields: { instruction: string }[], text: string): void => {
  const last = fields.at(-1)
  if (last && last.instruction.length < 4_000) last.instruction += text
}

const addressIn = (instruction: string): string | null => /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? null

const without = ({ bold, italic, link }: Marks, key: 'bold' | 'italic'): Marks => ({
  ...(bold && key !== 'bold' && { bold }),
  ...(italic && key !== 'italic' && { italic }),
  ...(link && { link }),
})

import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** What a style of Word says about its paragraphs or characters, with what it takes over from others. */
export interface WordStyle {
  /** 1 for the highest; null for no heading. */
  heading: number | null
  isContents: boolean
  list: { numId: string; level: number } | null
  bold: boolean
  italic: boolean
}

interface OwnStyle {
  name: string
  basedOn: string | null
  outline: number | null
  numId: string | null
  level: number
  bold: boolean | null
  italic: boolean | null
}

/** True for <w:b/> and <w:b w:val="1"/>, false for <w:b w:val="0"/>. */
export const isOn = (attributes: ReadonlyMap<string, string>): boolean =>
  !/^(0|false|off|none)$/.test(attributes.get('val') ?? '')

export const readStyles = (archive: Archive, name: string): ((styleId: string) => WordStyle) => {
  const own = new Map<string, OwnStyle>()
  let style: OwnStyle | null = null
  readXml(archive, name, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? ''
      if (tag === 'style') {
        style = { name: '', basedOn: null, outline: null, numId: null, level: 0, bold: null, italic: null }
        own.set(attributes.get('styleId') ?? '', style)
      } else if (style === null) return
      else if (tag === 'name') style.name = value
      else if (tag === 'basedOn') style.basedOn = value
      else if (tag === 'outlineLvl') style.outline = Number(value)
      else if (tag === 'numId') style.numId = value
      else if (tag === 'ilvl') style.level = Number(value)
      else if (tag === 'b') style.bold = isOn(attributes)
      else if (tag === 'i') style.italic = isOn(attributes)
    },
    close: (tag) => {
      if (tag === 'style') style = null
    },
  })

  const known = new Map<string, WordStyle>()
  const resolve = (styleId: string): WordStyle => {
    const before = known.get(styleId)
    if (before) return before
    // Set first, so that styles which build on each other in a circle come to an end.
    known.set(styleId, plainStyle)
    const said = own.get(styleId)
    const base = said?.basedOn ? resolve(said.basedOn) : plainStyle
    const found = said ? merged(said, base) : plainStyle
    known.set(styleId, found)
    return found
  }
  return resolve
}

const plainStyle: WordStyle = { heading: null, isContents: false, list: null, bold: false, italic: false }

const merged = ({ name, outline, numId, level, bold, italic }: OwnStyle, base: WordStyle): WordStyle => ({
  heading: headingOf(name, outline, base),
  isContents: base.isContents || /^(toc( \d| heading)|(inhalts)?verzeichnis ?\d)/i.test(name),
  list: numId === null ? base.list : { numId, level },
  bold: bold ?? base.bold,
  italic: italic ?? base.italic,
})

const headingOf = (name: string, outline: number | null, base: WordStyle): number | null => {
  if (outline !== null) return outline < 9 ? outline + 1 : null
  const level = /^(?:heading|überschrift) (\d)$/i.exec(name)?.[1]
  if (level) return Number(level)
  return /^(title|titel)$/i.test(name) ? 1 : base.heading
}

/** Of each list by its number: whether a level has bullets, numbers or neither. */
export const readNumbering = (
  archive: Archive,
  name: string,
): ((numId: string, level: number) => 'bullet' | 'numbered' | null) => {
  const formats = new Map<string, string>()
  const abstractOf = new Map<string, string>()
  let [abstract, num, level] = ['', '', '']
  readXml(archive, name, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? ''
      if (tag === 'abstractNum') abstract = attributes.get('abstractNumId') ?? ''
      else if (tag === 'num') num = attributes.get('numId') ?? ''
      else if (tag === 'lvl') level = attributes.get('ilvl') ?? '0'
      else if (tag === 'abstractNumId') abstractOf.set(num, value)
      else if (tag === 'numFmt' && num === '') formats.set(`${abstract}/${level}`, value)
    },
    close: () => undefined,
  })
  return (numId, at) => {
    const abstractId = abstractOf.get(numId)
    if (abstractId === undefined) return null
    const format = formats.get(`${abstractId}/${at}`) ?? 'bullet'
    return format === 'none' ? null : format === 'bullet' ? 'bullet' : 'numbered'
  }
}

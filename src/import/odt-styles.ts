import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** What a style of an OpenDocument text says, with what it takes over from others. */
export interface TextStyle {
  heading: number | null
  bold: boolean
  italic: boolean
}

interface OwnStyle {
  name: string
  parent: string | null
  bold: boolean | null
  italic: boolean | null
}

export interface OdtStyles {
  of(name: string | undefined): TextStyle
  /** Whether a level of a list, counted from 1, has numbers. */
  isNumbered(listStyle: string, level: number): boolean
}

const plainStyle: TextStyle = { heading: null, bold: false, italic: false }

/** Styles stand in two places: the document's own, and those that each paragraph's look was made into. */
export const readOdtStyles = (archive: Archive): OdtStyles => {
  const own = new Map<string, OwnStyle>()
  const numbered = new Map<string, boolean>()
  for (const part of ['styles.xml', 'content.xml']) readStylesOf(archive, part, own, numbered)
  const known = new Map<string, TextStyle>()
  const resolve = (name: string): TextStyle => {
    const before = known.get(name)
    if (before) return before
    // Set first, so that styles which build on each other in a circle come to an end.
    known.set(name, plainStyle)
    const said = own.get(name)
    const base = said?.parent ? resolve(said.parent) : plainStyle
    // A heading that begins a paragraph of its own look is one by its parent's name; LibreOffice writes spaces as _20_.
    const heading = /^(?:title|titel)$/i.test(said?.name ?? name) ? 1 : base.heading
    const found = { heading, bold: said?.bold ?? base.bold, italic: said?.italic ?? base.italic }
    known.set(name, found)
    return found
  }
  return {
    of: (name) => (name === undefined ? plainStyle : resolve(name)),
    isNumbered: (listStyle, level) => numbered.get(`${listStyle}/${level}`) ?? false,
  }
}

const readStylesOf = (
  archive: Archive,
  part: string,
  own: Map<string, OwnStyle>,
  numbered: Map<string, boolean>,
): void => {
  let style: OwnStyle | null = null
  let list = ''
  readXml(archive, part, {
    open: (tag, attributes) => {
      const name = attributes.get('name') ?? ''
      if (tag === 'style') {
        style = { name, parent: attributes.get('parent-style-name') ?? null, bold: null, italic: null }
        own.set(name, style)
      } else if (tag === 'text-properties' && style) {
        const [weight, slant] = [attributes.get('font-weight'), attributes.get('font-style')]
        if (weight !== undefined) style.bold = /^(bold|[6-9]00)$/.test(weight)
        if (slant !== undefined) style.italic = /^(italic|oblique)$/.test(slant)
      } else if (tag === 'list-style') list = name
      else if (tag.startsWith('list-level-style-')) {
        const hasNumber = tag.endsWith('-number') && (attributes.get('num-format') ?? '') !== ''
        numbered.set(`${list}/${attributes.get('level')}`, hasNumber)
      }
    },
    close: (tag) => {
      if (tag === 'style') style = null
    },
  })
}

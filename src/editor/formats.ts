import type { Mark, Node } from 'prosemirror-model'
import { lineFormats, readLineFormat, readMarks, type Formats, type LineKind } from '../document/lines.ts'
import { canonicalJson, sameValue } from './delta.ts'
import { schema } from './schema.ts'

/** Attributes of a line in the editor. `carried` holds what its newline has beyond them, as canonical JSON. */
export interface LineAttrs {
  kind: LineKind
  level: number
  carried: string
}

export const plainLine: LineAttrs = { kind: 'paragraph', level: 1, carried: '{}' }

const textKeys = ['bold', 'italic', 'link']

/** Reads a newline's formats. Formats of characters that strayed there are passed over. */
export const lineAttrs = (formats: Formats): LineAttrs => {
  const { kind, level } = readLineFormat(formats)
  const readable = lineFormats({ kind, level })
  const knows = (key: string, value: unknown) =>
    textKeys.includes(key) || value === readable[key as keyof typeof readable]
  return { kind, level, carried: carriedJson(formats, knows) }
}

/** What a line's newline has to carry for these attributes. A plain paragraph needs nothing. */
export const lineFormatsOf = (node: Node): Formats => {
  const attrs = node.attrs as LineAttrs
  const { kind, level } = lineFormats(attrs)
  return { ...(JSON.parse(attrs.carried) as Formats), ...(kind && { kind }), ...(level && { level }) }
}

/** A line's attributes with other formats laid over them; null removes one. */
export const changedLine = (node: Node, formats: Formats): LineAttrs => lineAttrs(merged(lineFormatsOf(node), formats))

/** Reads a character's formats as marks. Line formats that strayed there are passed over. */
export const textMarks = (formats: Formats): readonly Mark[] => {
  const { bold, italic, link } = readMarks(formats)
  const carried = carriedJson(formats, (key) => textKeys.includes(key) || key === 'kind' || key === 'level')
  const { marks } = schema
  return [
    ...(link ? [marks.link.create({ href: link })] : []),
    ...(bold ? [marks.bold.create()] : []),
    ...(italic ? [marks.italic.create()] : []),
    ...(carried === '{}' ? [] : [marks.carried.create({ formats: carried })]),
  ]
}

/** Formats a character or embedded value with these marks has. */
export const textFormatsOf = (marks: readonly Mark[]): Formats => {
  const formats: Record<string, unknown> = {}
  for (const mark of marks) {
    if (mark.type === schema.marks.bold) formats['bold'] = true
    else if (mark.type === schema.marks.italic) formats['italic'] = true
    else if (mark.type === schema.marks.link) formats['link'] = mark.attrs['href']
    else Object.assign(formats, JSON.parse(String(mark.attrs['formats'])))
  }
  return formats
}

/** Formats with others laid over them; null removes one. */
export const merged = (formats: Formats, change: Formats): Formats =>
  Object.fromEntries(Object.entries({ ...formats, ...change }).filter(([, value]) => value !== null))

/** What to lay over `from` to get `to`, in sorted order; undefined when they are the same. */
export const formatChange = (from: Formats, to: Formats): Formats | undefined => {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
  const changed = keys.filter((key) => !sameValue(from[key] ?? null, to[key] ?? null))
  return changed.length > 0 ? Object.fromEntries(changed.map((key) => [key, to[key] ?? null])) : undefined
}

const carriedJson = (formats: Formats, knows: (key: string, value: unknown) => boolean): string => {
  const unknown = Object.entries(formats).filter(([key, value]) => value !== null && !knows(key, value))
  return unknown.length > 0 ? canonicalJson(Object.fromEntries(unknown)) : '{}'
}

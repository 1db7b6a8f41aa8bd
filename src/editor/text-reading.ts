import * as Y from 'yjs'
import { Fragment, type Node } from 'prosemirror-model'
import { firstItemOf } from '../document/items.ts'
import type { Formats } from '../document/lines.ts'
import { canonicalJson, push, trimmed, type Delta, type Embedded, type Op } from './delta.ts'
import { formatChange, lineAttrs, plainLine, textMarks } from './formats.ts'
import { schema } from './schema.ts'

/**
 * Reads the items of a Y.Text itself instead of asking `toDelta` and `event.delta`: those pass over what they do not
 * know although it counts in every index, and `event.delta` deletes formats while reading (yjs 13.6, YText.js), so that
 * even someone who may only read would send changes.
 */

/** The whole text as inserts, every formats object as it stands at that character. */
export const readText = (text: Y.Text): Delta => {
  const delta: Op[] = []
  const formats = new Map<string, unknown>()
  for (let item = firstItemOf(text); item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) lay(formats, item.content)
    else for (const insert of insertsOf(item)) push(delta, { insert, formats: Object.fromEntries(formats) })
  }
  return delta
}

/** What a transaction did to the text. */
export const readEvent = (event: Y.YTextEvent): Delta => {
  const delta: Op[] = []
  const formats = new Map<string, unknown>()
  const oldFormats = new Map<string, unknown>()
  let change: Formats | undefined
  for (let item = firstItemOf(event.target); item; item = item.right) {
    const added = event.adds(item)
    const deleted = item.deleted
    const wasThere = !added && (!deleted || event.deletes(item))
    if (item.content instanceof Y.ContentFormat) {
      if (wasThere) lay(oldFormats, item.content)
      if (!deleted) lay(formats, item.content)
      change = formatChange(Object.fromEntries(oldFormats), Object.fromEntries(formats))
    } else if (added) {
      if (deleted) continue
      for (const insert of insertsOf(item)) push(delta, { insert, formats: Object.fromEntries(formats) })
    } else if (deleted) {
      if (wasThere && item.countable) push(delta, { delete: item.length })
    } else if (item.countable) {
      push(delta, { retain: item.length, ...(change && { formats: change }) })
    }
  }
  return trimmed(delta)
}

/** Whether the text ends in a newline, as every text does that was written to with this app. */
export const endsInNewline = (delta: Delta): boolean => {
  const last = delta.at(-1)
  return last !== undefined && 'insert' in last && typeof last.insert === 'string' && last.insert.endsWith('\n')
}

/** The text as an editor's document; a missing last newline is implied. */
export const documentOf = (delta: Delta): Node => {
  const { lines, rest } = splitLines(delta)
  const open = rest.length > 0 || lines.length === 0
  return schema.node('doc', null, open ? [...lines, schema.node('line', { ...plainLine }, rest)] : lines)
}

/** Inserts as whole lines, and what follows the last newline. */
export const splitLines = (inserts: Delta): { lines: Node[]; rest: Node[] } => {
  const lines: Node[] = []
  let rest: Node[] = []
  for (const op of inserts) {
    if (!('insert' in op)) continue
    const marks = textMarks(op.formats)
    if (typeof op.insert !== 'string') {
      rest.push(schema.node('embed', { value: op.insert.embed }, undefined, marks))
      continue
    }
    op.insert.split('\n').forEach((piece, index) => {
      if (index > 0) {
        lines.push(schema.node('line', lineAttrs(op.formats), Fragment.fromArray(rest)))
        rest = []
      }
      if (piece !== '') rest.push(schema.text(piece, marks))
    })
  }
  return { lines, rest }
}

const lay = (formats: Map<string, unknown>, { key, value }: Y.ContentFormat): void => {
  if (value === null) formats.delete(key)
  else formats.set(key, value)
}

const insertsOf = (item: Y.Item): (string | Embedded)[] => {
  if (!item.countable) return []
  if (item.content instanceof Y.ContentString) return [item.content.str]
  if (item.content instanceof Y.ContentEmbed) return [{ embed: canonicalJson(item.content.embed) }]
  return Array.from({ length: item.length }, () => ({ embed: null }))
}

import { digest } from 'lib0/hash/sha256'
import { toHexString } from 'lib0/buffer'
import type * as Y from 'yjs'
import { entriesName, fieldsName, sectionOfTextName } from './names.ts'

/**
 * A hash over what people read: the sections' text with its formats and the fields, or a discussion's entries, 32
 * hexadecimal digits. Replicas that read the same have the same, whatever their history. Costs time in proportion to the
 * content.
 */
export const contentDigest = (doc: Y.Doc): string => {
  const parts: string[] = []
  for (const name of [...doc.share.keys()].sort()) {
    // A root that is only asked for, or emptied, reads like one that is not there.
    if (sectionOfTextName(name) !== null) {
      const runs = readRuns(doc.getText(name))
      if (runs.length > 0) parts.push(JSON.stringify([name, runs]))
    } else if (name === fieldsName || name === entriesName) {
      const fields = [...doc.getMap(name).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
      if (fields.length > 0) parts.push(JSON.stringify([name, fields.map(([key, value]) => [key, stable(value)])]))
    }
  }
  return toHexString(digest(new TextEncoder().encode(parts.join('\n')))).slice(0, 32)
}

/** Text or embedded value and its formats, by turns; neighbours of one format are one run, however Yjs cuts them. */
const readRuns = (text: Y.Text): unknown[] => {
  const runs: unknown[] = []
  let formatsBefore = ''
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    const formats = stable(Object.entries(attributes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
    const last = runs.at(-2)
    if (typeof insert === 'string' && typeof last === 'string' && formats === formatsBefore) {
      runs.splice(-2, 2, last + insert, formats)
    } else {
      runs.push(typeof insert === 'string' ? insert : [stable(insert)], formats)
    }
    formatsBefore = formats
  }
  return runs
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each)) ?? ''

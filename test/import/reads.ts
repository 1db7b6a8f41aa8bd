import type { Imported, ImportRefusal } from '../../src/domain/imported.ts'
import { lineText } from '../../src/domain/line-writing.ts'
import { readFile } from '../../src/import/read-file.ts'
import { Refused } from '../../src/import/refused.ts'

/** What a file that holds a text brings along. */
export const reads = (bytes: Uint8Array, name = 'antrag'): Imported => {
  const read = readFile(bytes, name, () => undefined)
  if (read.kind !== 'text') throw new Error('this is a whole draft')
  return read
}

/** Lines in short: "h1 Ziele", "• eins", "1 zwei", and paragraphs as they are. */
export const shown = (bytes: Uint8Array, name?: string): string[] =>
  reads(bytes, name).lines.map((line) => {
    const text = lineText(line)
    if (line.kind === 'heading') return `h${line.level} ${text}`
    if (line.kind === 'paragraph') return text
    return `${'  '.repeat(line.level - 1)}${line.kind === 'bullet' ? '•' : '1'} ${text}`
  })

export const refusalOf = (read: () => unknown): ImportRefusal | null => {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.why
    throw error
  }
}

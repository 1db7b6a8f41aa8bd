import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A table as it stands in a file: rows of cells, each without the space around it. */
export type Sheet = string[][]

/** All sheets of an XLSX workbook, or the one table of a CSV file. Throws with a reason in one line. */
export const readSheets = (bytes: Uint8Array): Sheet[] => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? readWorkbook(bytes) : [readCsv(decode(bytes))]
}

/** The largest register is a few megabytes; more means that it is something else. */
const maxPartBytes = 200_000_000

const readWorkbook = (bytes: Uint8Array): Sheet[] => {
  const parts = unzip(bytes)
  const names = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (names.length === 0) throw new Error('is no XLSX workbook: there is no sheet in it')
  const strings = readStrings(parts['xl/sharedStrings.xml'])
  return names
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readSheet(parts[name] ?? new Uint8Array(), strings))
}

const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        name.startsWith('xl/') && name.endsWith('.xml') && originalSize < maxPartBytes,
    })
  } catch (error) {
    throw new Error('is damaged, or no XLSX workbook', { cause: error })
  }
}

const parse = (
  xml: Uint8Array,
  on: { open: (name: string, attributes: Record<string, string>) => void; close: (name: string, text: string) => void },
): void => {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false })
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    on.open(name.replace(/^\w+:/, ''), attributes)
  })
  parser.on('text', (piece) => (text += piece))
  parser.on('closetag', ({ name }) => {
    on.close(name.replace(/^\w+:/, ''), text)
    text = ''
  })
  parser.write(new TextDecoder().decode(xml)).close()
}

const readStrings = (xml: Uint8Array | undefined): string[] => {
  const strings: string[] = []
  if (!xml) return strings
  let current = ''
  parse(xml, {
    open: (name) => {
      if (name === 'si') current = ''
    },
    close: (name, text) => {
      if (name === 't') current += text
      else if (name === 'si') strings.push(current.trim())
    },
  })
  return strings
}

const readSheet = (xml: Uint8Array, strings: readonly string[]): Sheet => {
  const rows: Sheet = []
  let [cell, type, inline]: [number, string, string] = [0, '', '']
  parse(xml, {
    open: (name, { r, t }) => {
      if (name === 'row') rows.push([])
      else if (name === 'c') {
        cell = r === undefined ? (rows.at(-1)?.length ?? 0) : columnOf(r)
        type = t ?? ''
        inline = ''
      }
    },
    close: (name, text) => {
      if (name === 't') inline += text
      else if (name === 'v') inline = type === 's' ? (strings[Number(text)] ?? '') : text
      else if (name === 'c') put(rows.at(-1), cell, inline.trim())
    },
  })
  return rows
}

const put = (row: string[] | undefined, column: number, text: string): void => {
  if (!row || text === '' || column > 1_000) return
  while (row.length < column) row.push('')
  row[column] = text
}

/** AB12 → 27 */
const columnOf = (reference: string): number =>
  Array.from(/^[A-Z]+/.exec(reference)?.[0] ?? 'A').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const readCsv = (text: string): Sheet => {
  const counts = [';', '\t', ','].map((mark) => [mark, text.slice(0, 100_000).split(mark).length] as const)
  const [mark] = counts.reduce((best, each) => (each[1] > best[1] ? each : best))
  const rows: Sheet = [[]]
  let [cell, isQuoted] = ['', false]
  const end = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else if (!isQuoted && letter === mark) end()
    else if (!isQuoted && letter === '\n') {
      end()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  end()
  return rows
}

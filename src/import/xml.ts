import { SaxesParser } from 'saxes'
import type { Archive } from './archive.ts'
import { Refused } from './refused.ts'

/** Names without their prefix: what an office calls w:p another may call a:p. */
export interface XmlReader {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text?(text: string): void
}

/** No office nests deeper; far below what would hurt. */
const maxDepth = 2_000

/**
 * Reads one XML part of an archive from its beginning to its end; false when there is none. A part that declares its own
 * entities is refused before one of them is looked at: no office writes such a thing.
 */
export const readXml = (archive: Archive, name: string, reader: XmlReader): boolean => {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new Refused('unsafe')
  })
  parser.on('error', () => {
    throw new Refused('damaged')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > maxDepth) throw new Refused('damaged')
    reader.open(
      withoutPrefix(tag.name),
      new Map(Object.entries(tag.attributes).map(([key, value]) => [withoutPrefix(key), value])),
    )
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    reader.close(withoutPrefix(tag.name))
  })
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  let decoder: TextDecoder | null = null
  const isThere = archive.read(name, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    parser.write(decoded(decoder, piece))
  })
  if (isThere) parser.close()
  return isThere
}

const decoded = (decoder: TextDecoder, piece: Uint8Array): string => {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw new Refused('damaged')
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

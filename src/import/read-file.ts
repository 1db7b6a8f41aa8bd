import type { CarriedDraft } from '../domain/carried-draft.ts'
import { maxImportBytes, maxImportCharacters, nothingLeftOut, type Imported } from '../domain/imported.ts'
import type { Line } from '../domain/line.ts'
import { openArchive, type Archive } from './archive.ts'
import { readDocx } from './docx.ts'
import { claimsToBeDraft, readDraftFile } from './draft-file.ts'
import { readLetters } from './letters.ts'
import { readMarkdown } from './markdown.ts'
import { readOdt } from './odt.ts'
import { readPlainText } from './plain-text.ts'
import { Refused } from './refused.ts'

/** What a file turned out to be. */
export type ReadFile = ({ kind: 'text' } & Imported) | { kind: 'draft'; draft: CarriedDraft }

/**
 * Reads a file by what is in it; the name only tells Markdown from plain text. Throws `Refused` with the reason where
 * nothing of it can come in.
 */
export const readFile = (bytes: Uint8Array, name: string, onProgress: (share: number) => void): ReadFile => {
  if (bytes.length > maxImportBytes) throw new Refused('too-large')
  const read = isArchive(bytes) ? readOffice(openArchive(bytes, onProgress)) : readText(bytes, name)
  if (read.kind === 'text') {
    if (read.lines.length === 0) throw new Refused('empty')
    if (charactersOf(read.lines) > maxImportCharacters) throw new Refused('too-much')
  }
  return read
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

const isArchive = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)

const readOffice = (archive: Archive): ReadFile => {
  if (archive.names.includes('[Content_Types].xml')) return { kind: 'text', ...readDocx(archive) }
  if (/^application\/vnd\.oasis\.opendocument\.text(-template)?$/.test(mediaType(archive))) {
    return { kind: 'text', ...readOdt(archive) }
  }
  throw new Refused('unknown')
}

const mediaType = (archive: Archive): string => {
  let said = ''
  archive.read('mimetype', (piece) => {
    said += new TextDecoder().decode(piece.subarray(0, 100)).trim()
  })
  return said
}

const readText = (bytes: Uint8Array, name: string): ReadFile => {
  // Word's format before 2007, and any of today's with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refused('old-word')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Refused('pdf')
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) throw new Refused('rtf')
  const { text, isGuessed } = readLetters(bytes)
  if (claimsToBeDraft(text)) {
    const draft = readDraftFile(text)
    if (!draft) throw new Refused('damaged')
    return { kind: 'draft', draft }
  }
  if (text.length > maxImportCharacters) throw new Refused('too-much')
  const leftOut = { ...nothingLeftOut, guessedLetters: isGuessed }
  if (!/\.(md|markdown)$/i.test(name)) return { kind: 'text', lines: readPlainText(text), leftOut }
  const { lines, images } = readMarkdown(text)
  return { kind: 'text', lines, leftOut: { ...leftOut, images } }
}

const charactersOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 1), 0)

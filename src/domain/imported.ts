import type { Line } from './line.ts'

/** What a file or a pasted text brings along, reduced to the lines a section can have. */
export interface Imported {
  lines: Line[]
  leftOut: LeftOut
}

/** What a file has that a section cannot have. */
export interface LeftOut {
  images: number
  comments: number
  /** Programs in the file. They were not looked at. */
  macros: boolean
  /** The file does not say in which letters it is written; umlauts are worth a look. */
  guessedLetters: boolean
}

export const nothingLeftOut: LeftOut = { images: 0, comments: 0, macros: false, guessedLetters: false }

/** Why nothing of a file came in. */
export const importRefusals = [
  'empty',
  'no-text',
  'unknown',
  'old-word',
  'pdf',
  'rtf',
  'locked',
  'damaged',
  'unsafe',
  'too-large',
  'too-much',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** Larger files are not read, in bytes. Pictures take most of it and stay in the file. */
export const maxImportBytes = 50_000_000

/** So many characters are more than a draft holds. */
export const maxImportCharacters = 1_000_000

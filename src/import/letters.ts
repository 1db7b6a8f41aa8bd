import { Refused } from './refused.ts'

/** A text file's words. What is no UTF-8 is read as Windows wrote it for decades; then `isGuessed`. */
export const readLetters = (bytes: Uint8Array): { text: string; isGuessed: boolean } => {
  const marked = byteOrderMark(bytes)
  const text = marked ? decode(bytes, marked) : decode(bytes, 'utf-8')
  if (text !== null) return { text: withoutBinary(text), isGuessed: false }
  if (marked) throw new Refused('no-text')
  return { text: withoutBinary(decode(bytes, 'windows-1252') ?? ''), isGuessed: true }
}

const byteOrderMark = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** No text has these characters; a picture or a program has many of them. */
const withoutBinary = (text: string): string => {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) throw new Refused('no-text')
  return text
}

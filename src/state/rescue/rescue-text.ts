import { fromBase64, toBase64 } from 'lib0/buffer'
import { maxFileBytes } from './rescue-file.ts'

/*
 * Share sheets that refuse the type `.eoi` take a text: a line for people, a mark, and the file in base64.
 */
const mark = '-----EINVERNEHMEN-----'
const lineLength = 76
const maxTextLength = 2 * maxFileBytes

export const toRescueText = (bytes: Uint8Array, sentence: string): string => {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return [sentence, mark, ...lines, mark, ''].join('\n')
}

/** The file's bytes, whether they come as such or as text that mail programs and messengers have wrapped anew. */
export const fileBytesOf = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] === 0x89 || bytes.length > maxTextLength) return bytes
  const [, inside] = new TextDecoder().decode(bytes).split(mark)
  const base64 = inside?.replace(/[\s>]+/g, '')
  if (base64 === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return bytes
  try {
    return fromBase64(base64)
  } catch {
    return bytes
  }
}

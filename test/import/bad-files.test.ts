import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { maxImportBytes, maxImportCharacters } from '../../src/domain/imported.ts'
import { docxFile, wordParagraph } from './office-files.ts'
import { reads, refusalOf } from './reads.ts'

/** Finds an entry in the list at a ZIP's end and lets the test lie about it. */
const lyingAbout = (zip: Uint8Array, name: string, lie: (view: DataView, at: number) => void): Uint8Array => {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  const wanted = strToU8(name)
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const said = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))
    if (said.length === wanted.length && said.every((byte, index) => byte === wanted[index])) lie(view, at)
  }
  return bytes
}

const document = docxFile({ body: wordParagraph('Ein Satz. '.repeat(1000)) })
const main = 'word/document.xml'

describe('a file that is not what it should be', () => {
  it.each([
    ['of nothing', new Uint8Array(), 'empty'],
    ['of white space', strToU8(' \n\t\n'), 'empty'],
    ['without a word in it', docxFile({ body: wordParagraph('') }), 'empty'],
    ['in PDF', strToU8('%PDF-1.7 …'), 'pdf'],
    ['in RTF', strToU8(String.raw`{\rtf1\ansi Text}`), 'rtf'],
    ['of an old Word, or locked', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-word'],
    ['with a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'no-text'],
    ['with any other archive', zipSync({ 'liste.csv': strToU8('a;b') }), 'unknown'],
    [
      'with a spreadsheet',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      'unknown',
    ],
    ['cut off', document.subarray(0, document.length - 40), 'damaged'],
    ['of ten million letters', strToU8('Wort '.repeat(2_000_000)), 'too-much'],
    ['larger than any', new Uint8Array(maxImportBytes + 1), 'too-large'],
  ])('%s is refused by name', (_, bytes, why) => {
    expect(refusalOf(() => reads(bytes))).toBe(why)
  })

  it('is refused where an entry unpacks to more or less than it announced, or to more than allowed', () => {
    const announcing = (size: number) => lyingAbout(document, main, (view, at) => view.setUint32(at + 24, size, true))
    expect(refusalOf(() => reads(document))).toBe(null)
    expect(refusalOf(() => reads(announcing(100)))).toBe('damaged')
    expect(refusalOf(() => reads(announcing(50_000_000)))).toBe('damaged')
    expect(refusalOf(() => reads(announcing(4_000_000_000)))).toBe('too-large')
  })

  it('a bomb is not unpacked: neither one that says so nor one that lies', () => {
    const bomb = docxFile({ body: '', others: { [main]: new Uint8Array(20_000_000) } })
    expect(bomb.length).toBeLessThan(100_000)
    const announcing = (size: number) => lyingAbout(bomb, main, (view, at) => view.setUint32(at + 24, size, true))
    expect(refusalOf(() => reads(announcing(150_000_000)))).toBe('too-large')
    expect(refusalOf(() => reads(announcing(10_000)))).toBe('damaged')
  })

  it('is refused where its list points outside the file, or at an entry with a password', () => {
    const pointing = lyingAbout(document, main, (view, at) => view.setUint32(at + 42, 0xfffffff0, true))
    expect(refusalOf(() => reads(pointing))).toBe('damaged')
    const locked = lyingAbout(document, main, (view, at) => view.setUint16(at + 8, 1, true))
    expect(refusalOf(() => reads(locked))).toBe('locked')
  })

  it('a bit anywhere in it may be wrong: it is read or refused, and nothing else happens', () => {
    for (let at = 0; at < document.length; at += 7) {
      const spoiled = document.slice()
      spoiled[at] = (spoiled[at] ?? 0) ^ 0x55
      expect(() => refusalOf(() => reads(spoiled))).not.toThrow()
    }
  })

  it('pictures of ten megabytes stay in the file and cost nothing', () => {
    const picture = new Uint8Array(10_000_000)
    const others = { 'word/media/image1.jpg': [picture, { level: 0 }] } satisfies Zippable
    const file = docxFile({ body: wordParagraph('Ein Satz.'), others })
    expect(file.length).toBeGreaterThan(10_000_000)
    expect(reads(file).lines).toHaveLength(1)
  })

  it('holds as much text as a draft does', () => {
    const body = wordParagraph('x'.repeat(maxImportCharacters))
    expect(refusalOf(() => reads(docxFile({ body })))).toBe('too-much')
  })
})

import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { odtFile } from './office-files.ts'
import { reads, refusalOf, shown } from './reads.ts'

describe('an OpenDocument text', () => {
  it('becomes headings, paragraphs, lists and tables', () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>' +
      '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="P1" style:parent-style-name="Title"/>'
    const body =
      '<text:p text:style-name="P1">Antrag</text:p><text:h text:outline-level="2">Ziele</text:h>' +
      '<text:p>Wir<text:s text:c="3"/>wollen <text:span text:style-name="T1">mehr</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Beschluss</text:p></text:note-body></text:note>.</text:p>' +
      '<text:list text:style-name="L1"><text:list-item><text:p>eins</text:p><text:list><text:list-item><text:p>darunter</text:p></text:list-item></text:list></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell><text:p>Stadt</text:p></table:table-cell><table:table-cell><text:p>Räume</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:table-of-content><text:p>Ziele 1</text:p></text:table-of-content><text:p>eins<text:line-break/>zwei</text:p>'
    expect(shown(odtFile(body, styles))).toEqual([
      'h1 Antrag',
      'h2 Ziele',
      'Wir wollen mehr [Beschluss].',
      '• eins',
      '  1 darunter',
      'Stadt · Räume',
      'eins',
      'zwei',
    ])
  })

  it('leaves out what was deleted while changes were tracked, pictures, comments and macros, and says so', () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>alt</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p>neu<office:annotation><text:p>Stimmt das?</text:p></office:annotation><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>Bild</svg:title></draw:frame></text:p>'
    const { lines, leftOut } = reads(odtFile(body, '', { 'Basic/Standard/Module1.xml': strToU8('Sub Main') }))
    expect(lines.map(({ runs }) => runs[0]?.text)).toEqual(['neu'])
    expect(leftOut).toMatchObject({ images: 1, comments: 1, macros: true })
  })

  it('is refused where it is locked by a password, or no text', () => {
    const manifest = strToU8('<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>')
    expect(refusalOf(() => reads(odtFile('<text:p>x</text:p>', '', { 'META-INF/manifest.xml': manifest })))).toBe(
      'locked',
    )
    const sheet = strToU8('application/vnd.oasis.opendocument.spreadsheet')
    expect(refusalOf(() => reads(odtFile('', '', { mimetype: sheet })))).toBe('unknown')
  })
})

describe('Markdown', () => {
  it('becomes headings, lists, tables and marks; HTML is reduced to its words', () => {
    const text = [
      '# Antrag',
      'Wir *wollen* **mehr**, siehe [hier](https://lauterbrueck.example/) und [dort](http://alt.example).',
      '',
      '- eins',
      '  1. darunter &amp; drunter',
      '- [ ] offen',
      '',
      '| Wer | Was |',
      '|-----|-----|',
      '| Stadt | Räume |',
      '',
      '> Zitat',
      '',
      '<div onclick="x()">Kasten</div>',
      '',
      '![Rathaus](rathaus.png)',
    ].join('\n')
    expect(shown(strToU8(text), 'antrag.md')).toEqual([
      'h1 Antrag',
      'Wir wollen mehr, siehe hier und dort.',
      '• eins',
      '  1 darunter & drunter',
      '• offen',
      'Wer · Was',
      'Stadt · Räume',
      'Zitat',
      'Kasten',
      'Rathaus',
    ])
    expect(reads(strToU8(text), 'antrag.md').lines[1]?.runs.map(({ marks }) => marks)).toEqual([
      {},
      { italic: true },
      {},
      { bold: true },
      {},
      { link: 'https://lauterbrueck.example/' },
      {},
    ])
    expect(reads(strToU8(text), 'antrag.md').leftOut.images).toBe(1)
  })

  it('nested without end keeps its words', () => {
    expect(shown(strToU8(`${'> '.repeat(500)}unten`), 'x.md').join(' ')).toContain('unten')
  })
})

describe('plain text', () => {
  it('keeps lines, and makes lists of hyphens and of numbers that count from one', () => {
    expect(shown(strToU8('Erste Zeile\r\n\r\n- eins\n1. a\n2) b\n2023. Ein Jahr\n7. Mai'))).toEqual([
      'Erste Zeile',
      '• eins',
      '1 a',
      '1 b',
      '2023. Ein Jahr',
      '7. Mai',
    ])
  })

  it('is read in the letters it says, else in those of Windows, which it says too', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...'Größe'.split('').flatMap((letter) => [letter.charCodeAt(0), 0])])
    expect(shown(utf16)).toEqual(['Größe'])
    expect(shown(new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('Größe')]))).toEqual(['Größe'])
    const windows = new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65])
    expect(shown(windows)).toEqual(['Größe'])
    expect(reads(windows).leftOut.guessedLetters).toBe(true)
    expect(reads(strToU8('Größe')).leftOut.guessedLetters).toBe(false)
  })
})

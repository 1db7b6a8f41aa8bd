import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxFile, wordHeading, wordParagraph, wordStyles } from './office-files.ts'
import { reads, refusalOf, shown } from './reads.ts'

const list = (level: number, numId = '1') => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
const numbering = [0, 1]
  .map(
    (id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${id === 0 ? 'bullet' : 'decimal'}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  .concat([1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`))
  .join('')

const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`

describe('a document of Word', () => {
  it('becomes headings, paragraphs and lists of any depth', () => {
    const body = [
      wordHeading('Ziele'),
      wordParagraph('Wir wollen mehr.'),
      wordParagraph('eins', list(0)),
      wordParagraph('darunter', list(1)),
      wordParagraph('erstens', list(0, '2')),
      wordHeading('Genauer', 2),
    ].join('')
    expect(shown(docxFile({ body, styles: wordStyles, numbering }))).toEqual([
      'h1 Ziele',
      'Wir wollen mehr.',
      '• eins',
      '  • darunter',
      '1 erstens',
      'h2 Genauer',
    ])
  })

  it('keeps bold, italic and links that are allowed, and the words of those that are not', () => {
    const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('fett', '<w:b/>')}${run('mager', '<w:b w:val="0"/><w:i/>')}<w:hyperlink r:id="r7">${run('hier')}</w:hyperlink><w:hyperlink r:id="r8">${run('dort')}</w:hyperlink></w:p>`
    const relations =
      '<Relationship Id="r7" Type="x/hyperlink" Target="https://lauterbrueck.example/"/>' +
      '<Relationship Id="r8" Type="x/hyperlink" Target="javascript:alert(1)"/>'
    expect(reads(docxFile({ body, relations })).lines[0]?.runs).toEqual([
      { text: 'fett', marks: { bold: true } },
      { text: 'mager', marks: { italic: true } },
      { text: 'hier', marks: { link: 'https://lauterbrueck.example/' } },
      { text: 'dort', marks: {} },
    ])
  })

  it('takes the newest wording where changes were tracked, and footnotes behind their word', () => {
    const body =
      '<w:p><w:r><w:t>Wir</w:t></w:r><w:del><w:r><w:delText> sollen</w:delText></w:r></w:del>' +
      '<w:ins><w:r><w:t xml:space="preserve"> wollen</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>alt</w:t></w:r></w:moveFrom>' +
      '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    const footnotes = `<w:footnote w:id="3">${wordParagraph('Beschluss vom Mai')}</w:footnote>`
    expect(shown(docxFile({ body, footnotes }))).toEqual(['Wir wollen [Beschluss vom Mai]'])
  })

  it('reads tables: short rows as one line, forms cell after cell, tables in tables', () => {
    const inner = table(cell(wordParagraph('innen')) + cell(wordParagraph('auch')))
    const body =
      table(cell(wordParagraph('Stadt')) + cell(wordParagraph('Räume'))) +
      table(cell(wordParagraph('Frage')) + cell(wordParagraph('Antwort'), wordParagraph('noch eine'))) +
      table(cell(inner, wordParagraph('außen')))
    expect(shown(docxFile({ body }))).toEqual([
      'Stadt · Räume',
      'Frage',
      'Antwort',
      'noch eine',
      'innen · auch',
      'außen',
    ])
  })

  it('says how many pictures and comments stay out, and that there are macros', () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
    const doubled = `<w:r><mc:AlternateContent><mc:Choice>${picture}</mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body = `<w:p>${picture}${doubled}<w:r><w:t>Text</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`
    const others = { 'word/vbaProject.bin': strToU8('Sub AutoOpen()'), 'word/media/image1.png': new Uint8Array(2e6) }
    const { lines, leftOut } = reads(docxFile({ body, others }))
    expect(leftOut).toEqual({ images: 2, comments: 1, macros: true, guessedLetters: false })
    expect(lines).toHaveLength(1)
  })

  it('leaves its table of contents out and keeps what stands in text boxes', () => {
    const styles = `${wordStyles}<w:style w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>`
    const body =
      wordParagraph('Ziele ..... 3', '<w:pStyle w:val="Verz1"/>') +
      `<w:p><w:r><w:t>Vor </w:t></w:r><w:r><w:txbxContent>${wordParagraph('Im Kasten')}</w:txbxContent></w:r><w:r><w:t>und nach.</w:t></w:r></w:p>`
    expect(shown(docxFile({ body, styles }))).toEqual(['Im Kasten', 'Vor und nach.'])
  })

  it('is refused where it declares entities of its own, and where styles go in circles it still comes to an end', () => {
    const bomb = strToU8('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>')
    expect(refusalOf(() => reads(docxFile({ body: '', others: { 'word/document.xml': bomb } })))).toBe('unsafe')
    const styles =
      '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    expect(shown(docxFile({ body: wordParagraph('Text', '<w:pStyle w:val="A"/>'), styles }))).toEqual(['Text'])
  })

  it('is refused where its XML is broken or nested without end', () => {
    const spoiled = (xml: string) => docxFile({ body: '', others: { 'word/document.xml': strToU8(xml) } })
    expect(refusalOf(() => reads(spoiled('<w:document><w:body><w:p>')))).toBe('damaged')
    expect(refusalOf(() => reads(spoiled(`${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`)))).toBe('damaged')
    expect(refusalOf(() => reads(spoiled('<x>&unheardof;</x>')))).toBe('damaged')
  })
})

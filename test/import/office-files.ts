import { strToU8, zipSync, type Zippable } from 'fflate'

/* Office files made by hand, as small as a reader takes them, for everything no office writes. */

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export interface DocxParts {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  relations?: string
  others?: Zippable
}

export const docxFile = ({ body, styles, numbering, footnotes, relations, others }: DocxParts): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${word} xmlns:r="${relation}" xmlns:a="a" xmlns:mc="mc" xmlns:v="v" xmlns:m="m"><w:body>${body}</w:body></w:document>`,
    ),
    ...(styles !== undefined && { 'word/styles.xml': strToU8(`<w:styles ${word}>${styles}</w:styles>`) }),
    ...(numbering !== undefined && {
      'word/numbering.xml': strToU8(`<w:numbering ${word}>${numbering}</w:numbering>`),
    }),
    ...(footnotes !== undefined && {
      'word/footnotes.xml': strToU8(`<w:footnotes ${word}>${footnotes}</w:footnotes>`),
    }),
    ...(relations !== undefined && {
      'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations}</Relationships>`),
    }),
    ...others,
  })

/** A paragraph of Word; `properties` stands in its w:pPr. */
export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export const wordStyles = [1, 2, 3]
  .map((level) => `<w:style w:styleId="Berschrift${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join('')

export const wordHeading = (text: string, level = 1): string =>
  wordParagraph(text, `<w:pStyle w:val="Berschrift${level}"/>`)

export const odtFile = (body: string, styles = '', others: Zippable = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:svg="v">' +
        `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...others,
  })

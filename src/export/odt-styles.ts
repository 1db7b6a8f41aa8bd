import type { Marks } from '../domain/line.ts'
import type { DocumentWords } from './document-words.ts'
import type { Outline } from './outline.ts'
import { declaration, element, escaped } from './xml.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
export const namespaces = {
  'xmlns:office': `${oasis}:office:1.0`,
  'xmlns:style': `${oasis}:style:1.0`,
  'xmlns:text': `${oasis}:text:1.0`,
  'xmlns:table': `${oasis}:table:1.0`,
  'xmlns:meta': `${oasis}:meta:1.0`,
  'xmlns:fo': `${oasis}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${oasis}:svg-compatible:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
}

/** The style of characters with these marks; null for plain ones. */
export const textStyle = ({ bold, italic }: Marks): string | null =>
  bold ? (italic ? 'BoldItalic' : 'Bold') : italic ? 'Italic' : null

export const listStyle = (isNumbered: boolean): string => (isNumbered ? 'Numbered' : 'Bullets')

type Properties = Readonly<Record<string, string>>

interface Look {
  /** The style this one is made from. */
  of?: string
  paragraph?: Properties
  text?: Properties
  outlineLevel?: number
  /** Where what follows a tab ends. */
  rightTab?: string
}

const ink = { heading: '#211e1a', quiet: '#544e46', link: '#0b5b66' }

/** What people find in their word processor's list of styles, and can change there for the whole document. */
const looks: Record<string, Look> = {
  Text_20_body: { paragraph: space('0cm', '0.21cm', '135%') },
  List: { of: 'Text_20_body', paragraph: space('0cm', '0.11cm', '130%') },
  Subtitle: { text: { 'fo:font-size': '10pt', 'fo:font-weight': 'bold', 'fo:color': ink.link } },
  Title: {
    paragraph: space('0.1cm', '0.1cm', '110%'),
    text: { 'fo:font-size': '22pt', 'fo:font-weight': 'bold', 'fo:color': ink.heading },
  },
  Note: { paragraph: space('0cm', '0.6cm', '120%'), text: { 'fo:font-size': '10pt', 'fo:color': ink.quiet } },
  Open: { text: { 'fo:font-style': 'italic', 'fo:color': ink.quiet } },
  Heading_20_2: headingLook(2, '14pt', '0.7cm'),
  Heading_20_3: headingLook(3, '12pt', '0.45cm'),
  Heading_20_4: headingLook(4, '11pt', '0.4cm'),
  Heading_20_5: {
    ...headingLook(5, '11pt', '0.4cm'),
    text: { 'fo:font-size': '11pt', 'fo:font-style': 'italic', 'fo:color': ink.heading },
  },
  Table_20_Contents: {},
  Table_20_Label: { of: 'Table_20_Contents' },
  Table_20_Heading: {
    of: 'Table_20_Contents',
    text: { 'fo:font-size': '9pt', 'fo:font-weight': 'bold', 'fo:color': ink.quiet },
  },
  Footer: { text: { 'fo:font-size': '9pt', 'fo:color': ink.quiet }, rightTab: '16cm' },
}

function space(above: string, below: string, line: string): Properties {
  return { 'fo:margin-top': above, 'fo:margin-bottom': below, 'fo:line-height': line }
}

function headingLook(level: number, size: string, above: string): Look {
  return {
    paragraph: { ...space(above, '0.15cm', '120%'), 'fo:keep-with-next': 'always' },
    text: { 'fo:font-size': size, 'fo:font-weight': 'bold', 'fo:color': ink.heading },
    outlineLevel: level,
  }
}

/** Those that may hold text from right to left. */
const written = ['Text_20_body', 'List', 'Open', 'Table_20_Contents', 'Table_20_Label', 'Table_20_Heading']

const styleXml = (name: string, { of, paragraph = {}, text = {}, outlineLevel, rightTab }: Look): string =>
  element(
    'style:style',
    {
      'style:name': name,
      'style:display-name': name.replaceAll('_20_', ' '),
      'style:family': 'paragraph',
      'style:parent-style-name': of ?? 'Standard',
      'style:default-outline-level': outlineLevel,
    },
    element('style:paragraph-properties', paragraph, ...(rightTab === undefined ? [] : [tabStop(rightTab)])),
    element('style:text-properties', bothScripts(text)),
  )

const tabStop = (position: string): string =>
  element('style:tab-stops', {}, element('style:tab-stop', { 'style:type': 'right', 'style:position': position }))

/** Word processors keep the looks of right-to-left scripts apart. */
const bothScripts = (text: Properties): Properties => ({
  ...text,
  ...Object.fromEntries(
    Object.entries(text)
      .filter(([key]) => key.startsWith('fo:font'))
      .map(([key, value]) => [key.replace('fo:', 'style:').replace(/(size|weight|style)$/, '$1-complex'), value]),
  ),
})

const textStyles = [
  ['Bold', { 'fo:font-weight': 'bold' }],
  ['Italic', { 'fo:font-style': 'italic' }],
  ['BoldItalic', { 'fo:font-weight': 'bold', 'fo:font-style': 'italic' }],
  ['Internet_20_link', { 'fo:color': ink.link, 'style:text-underline-style': 'solid' }],
] as const

const textStyleXml = ([name, properties]: (typeof textStyles)[number]): string =>
  element(
    'style:style',
    { 'style:name': name, 'style:family': 'text' },
    element('style:text-properties', bothScripts(properties)),
  )

const listStyleXml = (isNumbered: boolean): string =>
  element(
    'text:list-style',
    { 'style:name': listStyle(isNumbered) },
    ...[1, 2, 3].map((level) => {
      const place = element(
        'style:list-level-properties',
        { 'text:list-level-position-and-space-mode': 'label-alignment' },
        element('style:list-level-label-alignment', {
          'text:label-followed-by': 'listtab',
          'text:list-tab-stop-position': `${level * 0.7}cm`,
          'fo:text-indent': '-0.6cm',
          'fo:margin-left': `${level * 0.7}cm`,
        }),
      )
      return isNumbered
        ? element(
            'text:list-level-style-number',
            { 'text:level': level, 'style:num-format': '1', 'style:num-suffix': '.' },
            place,
          )
        : element('text:list-level-style-bullet', { 'text:level': level, 'text:bullet-char': '•' }, place)
    }),
  )

const defaultStyle = element(
  'style:default-style',
  { 'style:family': 'paragraph' },
  element('style:paragraph-properties', { 'style:writing-mode': 'page', 'fo:orphans': 2, 'fo:widows': 2 }),
  element('style:text-properties', {
    'style:font-name': 'Arial',
    'fo:font-size': '11pt',
    'fo:language': 'de',
    'fo:country': 'DE',
    'style:font-size-complex': '11pt',
  }),
)

export const fontsXml = element(
  'office:font-face-decls',
  {},
  element('style:font-face', {
    'style:name': 'Arial',
    'svg:font-family': 'Arial',
    'style:font-family-generic': 'swiss',
    'style:font-pitch': 'variable',
  }),
)

export const stylesXml = ({ foot }: Outline, words: DocumentWords): string => {
  const [before = '', between = '', after = ''] = words.page(1, 2).split(/[12]/)
  const number = element('text:page-number', { 'text:select-page': 'current' }, '1')
  const count = element('text:page-count', {}, '1')
  const pages = `${escaped(before)}${number}${escaped(between)}${count}${escaped(after)}`
  return (
    declaration +
    element(
      'office:document-styles',
      { ...namespaces, 'office:version': '1.3' },
      fontsXml,
      element(
        'office:styles',
        {},
        defaultStyle,
        element('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph' }),
        ...Object.entries(looks).map(([name, look]) => styleXml(name, look)),
        ...written.map((name) =>
          styleXml(`${name}_20_RTL`, {
            of: name,
            paragraph: { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'end' },
          }),
        ),
        ...textStyles.map(textStyleXml),
        listStyleXml(false),
        listStyleXml(true),
      ),
      element('office:automatic-styles', {}, pageLayout),
      element(
        'office:master-styles',
        {},
        element(
          'style:master-page',
          { 'style:name': 'Standard', 'style:page-layout-name': 'A4' },
          element(
            'style:footer',
            {},
            element('text:p', { 'text:style-name': 'Footer' }, `${escaped(foot)}<text:tab/>${pages}`),
          ),
        ),
      ),
    )
  )
}

const pageLayout = element(
  'style:page-layout',
  { 'style:name': 'A4' },
  element('style:page-layout-properties', {
    'fo:page-width': '21cm',
    'fo:page-height': '29.7cm',
    'fo:margin-top': '2.2cm',
    'fo:margin-bottom': '1.5cm',
    'fo:margin-left': '2.5cm',
    'fo:margin-right': '2.5cm',
    'style:print-orientation': 'portrait',
  }),
  element(
    'style:footer-style',
    {},
    element('style:header-footer-properties', { 'fo:min-height': '1cm', 'fo:margin-top': '0.5cm' }),
  ),
)

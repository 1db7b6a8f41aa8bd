import { strToU8, zipSync } from 'fflate'

/** A sheet as the Gemeindeverzeichnis has it: notes, a head of three rows with merged cells, all kinds of records. */
export const officialRows: readonly (readonly (string | number)[])[] = [
  ['Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 30.09.2023 (3. Quartal)'],
  ['Einwohnerzahlen vom 31.12.2022 auf Grundlage des Zensus 2011'],
  [],
  [
    'Satz-art',
    'Text-kenn-zeichen',
    'Amtlicher Regionalschlüssel (ARS)',
    '',
    '',
    '',
    '',
    'Gemeindename',
    'Fläche km2',
    'Bevölkerung',
  ],
  ['', '', 'Land', 'RB', 'Kreis', 'VB', 'Gem', '', '', 'insgesamt', 'männlich', 'weiblich', 'je km2'],
  ['10', '', '03', '', '', '', '', 'Niedersachsen', '', '', '', '', ''],
  ['40', '43', '03', '4', '56', '', '', 'Lautertal, Landkreis', '', '', '', '', ''],
  ['50', '52', '03', '4', '56', '5401', '', 'Oberlauter', '', '', '', '', ''],
  ['60', '63', '03', '4', '56', '0001', '001', 'Lauterbrück, Stadt', '88.1', 23_418, 11_500, 11_918, 266],
  ['60', '64', '03', '4', '56', '5401', '002', 'Dorf & Söhne', '12', 812, 400, 412, 67],
  ['60', '66', '03', '4', '56', '9999', '501', 'Forst, gemfr. Geb.', '50', 0, 0, 0, 0],
  ['Quelle: Statistisches Bundesamt'],
]

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const letter = (column: number): string => String.fromCharCode(65 + column)

/** The least a spreadsheet can be. Text is shared, as spreadsheets do; empty cells are not there. */
export const workbook = (...sheets: (readonly (readonly (string | number)[])[])[]): Uint8Array => {
  const strings: string[] = []
  const cell = (value: string | number, row: number, column: number): string => {
    const place = `r="${letter(column)}${row + 1}"`
    if (value === '') return ''
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="s"><v>${strings.push(`<si><t>${escaped(value)}</t></si>`) - 1}</v></c>`
  }
  const parts = sheets.map(
    (rows) =>
      `<worksheet><sheetData>${rows.map((cells, row) => `<row>${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('')}</sheetData></worksheet>`,
  )
  return zipSync({
    ...Object.fromEntries(parts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(xml)])),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.join('')}</sst>`),
  })
}

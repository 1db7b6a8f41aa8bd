import type { PlaceRegister, RegisteredPlace } from '../../src/domain/place-register.ts'
import type { Sheet } from './read-sheet.ts'

/*
 * The sheet of the Gemeindeverzeichnis (Destatis, GV-ISys, "Auszug GV"): a head of several rows, merged cells and all, then
 * a row for each Land (Satzart 10), Kreis (40), Gemeindeverband (50) and Gemeinde (60), the area code in five columns. Other
 * sheets will do where they have a name, an area code and a number of inhabitants.
 */

/** What an operator may say because the sheet does not. */
export interface Said {
  source?: string | undefined
  date?: string | undefined
}

const usualSource = 'Statistisches Bundesamt, Gemeindeverzeichnis'

/** Throws with a reason in one line. */
export const readRegister = (sheets: readonly Sheet[], said: Said): PlaceRegister => {
  const candidates = sheets.map((sheet) => ({ sheet, head: findHead(sheet) }))
  const [found] = candidates.flatMap(({ sheet, head }) => (head ? [{ sheet, head }] : []))
  if (!found) throw new Error('has no columns for name, area code (AGS or ARS) and inhabitants')
  const places = found.sheet.flatMap((row) => placeIn(row, found.head) ?? [])
  if (places.length === 0) throw new Error('has no row with a name, an area code and inhabitants')
  const date = said.date ?? findDate(sheets, found)
  if (date === null) throw new Error('does not say of which day its numbers are: add --date YYYY-MM-DD')
  return { source: said.source ?? usualSource, date, places }
}

interface Head {
  name: number
  population: number
  /** Columns that together are the area code: one, or Land, Regierungsbezirk, Kreis and Gemeinde. */
  code: readonly number[]
  recordKind: number | null
  textKind: number | null
  /** Rows that are head and not places. */
  rows: number
}

/** A head is not longer, notes above it included. */
const maxHeadRows = 20

const findHead = (sheet: Sheet): Head | null => {
  const head = sheet.slice(0, maxHeadRows).map((row) => row.map(lettersOf))
  const column = (...forms: RegExp[]): number | null => {
    for (const form of forms) {
      for (const row of head) {
        const at = row.findIndex((cell) => form.test(cell))
        if (at >= 0) return at
      }
    }
    return null
  }
  const name = column(/^gemeindename/, /^(gemeinde|name|bezeichnung)$/)
  const population = column(/^insgesamt\d*$/, /^(bevoelkerung|einwohner)/)
  const parts = [/^land$/, /^(rb|regierungsbezirk)$/, /^kreis$/, /^(gem|gemeinde)$/].map((form) => column(form))
  const whole = column(/^ags$/, /gemeindeschluessel/, /^ars$/, /regionalschluessel/)
  const code = parts.every((part) => part !== null) ? parts : whole === null ? null : [whole]
  if (name === null || population === null || code === null) return null
  const isHead = (row: readonly string[]) => row.some((cell) => /^(gemeindename|insgesamt\d*|ags|land)$/.test(cell))
  const recordKind = column(/^satzart/)
  return {
    name,
    population,
    code,
    recordKind,
    textKind: column(/^textkennzeichen/),
    rows: head.findLastIndex(isHead) + 1,
  }
}

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '')

const states =
  'Schleswig-Holstein,Hamburg,Niedersachsen,Bremen,Nordrhein-Westfalen,Hessen,Rheinland-Pfalz,Baden-Württemberg,Bayern,Saarland,Berlin,Brandenburg,Mecklenburg-Vorpommern,Sachsen,Sachsen-Anhalt,Thüringen'.split(
    ',',
  )

/** Textkennzeichen of towns: kreisfreie Stadt, Stadtkreis, Stadt, Große Kreisstadt. */
const townKinds = new Set(['61', '62', '63', '67'])

const placeIn = (row: readonly string[], head: Head): RegisteredPlace | null => {
  const cell = (at: number | null) => (at === null ? '' : (row[at] ?? ''))
  if (head.recordKind !== null && cell(head.recordKind) !== '60') return null
  const areaCode = areaCodeOf(head.code.map(cell))
  const state = states[Number(areaCode?.slice(0, 2)) - 1]
  const population = numberOf(cell(head.population))
  const official = cell(head.name)
  // Where nobody lives nobody applies.
  if (areaCode === null || state === undefined || !population || official === '') return null
  const isTown = head.textKind === null ? /,.*stadt/i.test(official) : townKinds.has(cell(head.textKind))
  const kind = isTown ? 'Stadt' : 'Gemeinde'
  return { name: official.replace(/,.*$/, '').trim().slice(0, 200), kind, state, population, areaCode }
}

/** Spreadsheets drop the zeros before a number. */
const areaCodeOf = (parts: readonly string[]): string | null => {
  if (parts.length === 4) {
    const code = parts.map((part, at) => part.padStart([2, 1, 2, 3][at] ?? 0, '0')).join('')
    return /^\d{8}$/.test(code) && parts.every((part) => part !== '') ? code : null
  }
  const [whole = ''] = parts
  const digits = whole.replace(/\s/g, '')
  if (/^\d{7,8}$/.test(digits)) return digits.padStart(8, '0')
  // The long form has four digits for the Gemeindeverband between Kreis and Gemeinde.
  const long = /^\d{11,12}$/.test(digits) ? digits.padStart(12, '0') : null
  return long && long.slice(0, 5) + long.slice(9)
}

const numberOf = (text: string): number | null => {
  const digits = text.replace(/[\s.'’]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

const months = 'januar februar märz april mai juni juli august september oktober november dezember'.split(' ')

/** The day that is named beside inhabitants, else the first one in the head, else on any other sheet. */
const findDate = (sheets: readonly Sheet[], { sheet, head }: { sheet: Sheet; head: Head }): string | null => {
  const own = sheet.slice(0, head.rows).flat()
  const others = sheets.flatMap((each) => (each === sheet ? [] : each.slice(0, 200).flat()))
  const all = [...own, ...others].filter((text) => text.length < 500)
  // A note says it of the inhabitants alone; a title names the day of the borders.
  const notes = all.filter((text) => /^\W*\d?\W*(einwohner|bevölkerung)/i.test(text))
  const about = all.filter((text) => /bevölkerung|einwohner/i.test(text))
  for (const text of [...notes, ...about, ...own]) {
    const day = dayIn(text)
    if (day !== null) return day
  }
  return null
}

const dayIn = (text: string): string | null => {
  const [, day, month, year] = /\b(\d{1,2})\.\s?(\d{1,2})\.(\d{4})\b/.exec(text) ?? []
  if (day && month && year) return isoDay(year, Number(month), day)
  const [, longDay, name, longYear] = /\b(\d{1,2})\.\s(\p{L}+)\s(\d{4})\b/u.exec(text) ?? []
  const at = months.indexOf(name?.toLowerCase() ?? '')
  return longDay && longYear && at >= 0 ? isoDay(longYear, at + 1, longDay) : null
}

const isoDay = (year: string, month: number, day: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

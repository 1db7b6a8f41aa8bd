import type { FactValue } from '../../../document/read-expression.ts'
import type { CallField } from '../../../domain/call.ts'
import type { Format } from '../../wording/format.ts'

/** A fact as it is read on the page: "23.418", "35.000 Euro", "31.12.2022". Yes and no are said by `words`. */
export const factText = (
  field: CallField,
  value: FactValue,
  format: Format,
  words: { yes: string; no: string },
): string => {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    return field.unit === undefined ? format.number(value) : `${format.number(value)} ${field.unit}`
  }
  return field.kind === 'date' ? format.shortDay(value) : value
}

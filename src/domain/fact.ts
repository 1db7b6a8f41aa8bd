import type { CallField } from './call.ts'
import { isRealDay } from './iso-day.ts'

/** What stands in one field. */
export type FactValue = string | number | boolean

/** A value as the field's kind wants it; null for anything else, whoever wrote it. */
export const readFact = (field: Pick<CallField, 'kind'>, value: unknown): FactValue | null => {
  switch (field.kind) {
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'yes-no':
      return typeof value === 'boolean' ? value : null
    default:
      return typeof value === 'string' && value.trim() !== '' ? value : null
  }
}

/** What is wrong with a value of the right type by the call's own rule; null when nothing is. */
export type FactProblem = 'below' | 'above' | 'no-choice' | 'no-day'

export const factProblem = (field: CallField, value: FactValue): FactProblem | null => {
  if (typeof value === 'number') {
    if (field.min !== undefined && value < field.min) return 'below'
    return field.max !== undefined && value > field.max ? 'above' : null
  }
  if (field.kind === 'choice' && !field.choices?.includes(String(value))) return 'no-choice'
  return field.kind === 'date' && !isRealDay(String(value)) ? 'no-day' : null
}

import type { Call, CallField, CallProblem } from './call.ts'
import { isRealDay } from './iso-day.ts'
import { tickName } from './tick.ts'

/**
 * What a call says that cannot be meant, path by path. The app works with such a call all the same; it is for whoever
 * writes one.
 */
export const findContradictions = (call: Call): CallProblem[] => [
  ...call.fields.flatMap((field, index) => inField(field, `fields.${index}`)),
  ...call.partners.fields.flatMap((field, index) => inField(field, `partners.fields.${index}`)),
  ...inPartners(call),
  ...inWindow(call),
  ...twice(
    call.declarations.map(({ id }) => id),
    'declarations',
  ),
  ...twice(
    call.attachments.map(({ id }) => id),
    'attachments',
  ),
  ...twice(
    call.checklist.map((item) => tickName({ kind: 'checklist', item })),
    'checklist',
  ),
]

const inField = ({ kind, min, max, choices, required, onViolation }: CallField, path: string): CallProblem[] => {
  const isNumber = kind === 'number' || kind === 'money'
  return [
    ...(min !== undefined && max !== undefined && min > max
      ? [{ path: `${path}.min`, reason: `min ${min} is above max ${max}: no value fits` }]
      : []),
    ...(!isNumber && (min !== undefined || max !== undefined)
      ? [{ path: `${path}.kind`, reason: `min and max mean nothing for the kind "${kind}"` }]
      : []),
    ...(kind !== 'choice' && choices !== undefined
      ? [{ path: `${path}.choices`, reason: `choices mean nothing for the kind "${kind}"` }]
      : []),
    ...twice(choices ?? [], `${path}.choices`),
    ...(!required && onViolation === 'block' && !isNumber && kind !== 'choice' && kind !== 'date'
      ? [{ path: `${path}.onViolation`, reason: 'there is no rule here that could be violated' }]
      : []),
  ]
}

const inPartners = ({ partners }: Call): CallProblem[] => {
  const sides = partners.sectors.filter(({ required }) => required).length
  if (sides <= partners.minimum) return []
  const reason = `${sides} sectors are required, which takes more than ${partners.minimum} organisations`
  return [{ path: 'partners.minimum', reason }]
}

const inWindow = ({ window }: Call): CallProblem[] =>
  window.history.flatMap(({ closes, until }, index) => {
    const path = `window.history.${index}`
    if (!isRealDay(closes) || !isRealDay(until)) return []
    if (closes === window.closes) return [{ path: `${path}.closes`, reason: 'is the deadline that holds now' }]
    if (until > closes) return [{ path: `${path}.until`, reason: 'a deadline cannot be changed after it has passed' }]
    return []
  })

const twice = (each: readonly string[], path: string): CallProblem[] =>
  each.flatMap((value, index) =>
    each.indexOf(value) < index ? [{ path: `${path}.${index}`, reason: `"${value}" stands here twice` }] : [],
  )

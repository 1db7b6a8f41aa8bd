import { Suspense, useId, useRef } from 'react'
import type { FactValue } from '../../../document/read-expression.ts'
import type { CallField } from '../../../domain/call.ts'
import { FieldFrame } from '../../elements/field-frame.tsx'
import { createPart } from '../../part.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { PartnerNames } from '../partner-names.tsx'
import { useOwnTyping } from './use-own-typing.ts'
import css from './facts-form.module.css'

const PlaceFact = createPart(() => import('../../places/place-fact.tsx').then((part) => part.PlaceFact))

interface TypedFactProps {
  field: CallField
  value: FactValue | null
  mayWrite: boolean
  write: (value: FactValue | null) => void
}

/** A fact that is typed: text, number, amount, day, person or organisation. */
export const TypedFact = ({ field, value, mayWrite, write }: TypedFactProps) => {
  const { elements } = useWording()
  const format = useFormat()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const isNumber = field.kind === 'number' || field.kind === 'money'
  const shown = value === null ? '' : typeof value === 'number' ? format.number(value) : String(value)

  const read = (text: string): { value: FactValue | null } | null => {
    const bare = text.trim()
    if (bare === '') return { value: null }
    if (isNumber) {
      const number = format.readNumber(bare)
      return number === null ? null : { value: number }
    }
    // While a year is typed the browser's calendar reports 0002, 0020, 0202.
    return field.kind === 'date' && bare < '1000' ? null : { value: bare }
  }
  const typing = useOwnTyping(shown, (text) => {
    const readable = read(text)
    if (readable) write(readable.value)
    return readable !== null
  })

  const outside = typeof value === 'number' ? <OutsideRange field={field} value={value} /> : null
  return (
    <FieldFrame
      label={field.label}
      optional={!field.required}
      error={typing.isUnreadable && isNumber ? elements.notANumber : null}
      hint={
        outside || field.hint ? (
          <>
            {outside}
            {field.hint}
          </>
        ) : undefined
      }
    >
      {(control) => (
        <span className={css.withUnit}>
          <input
            {...control}
            ref={input}
            type={field.kind === 'date' ? 'date' : 'text'}
            inputMode={isNumber ? 'decimal' : undefined}
            list={field.kind === 'organisation' ? listId : undefined}
            autoComplete="off"
            maxLength={500}
            readOnly={!mayWrite}
            value={typing.text}
            onChange={(event) => typing.change(event.target.value)}
            onBlur={typing.blur}
          />
          {field.unit !== undefined && <span className={css.unit}>{field.unit}</span>}
          {field.kind === 'organisation' && <PartnerNames id={listId} />}
          {field.fromRegister === 'name' && mayWrite && (
            <Suspense>
              <PlaceFact input={input} typed={typing.text} onName={typing.change} />
            </Suspense>
          )}
        </span>
      )}
    </FieldFrame>
  )
}

/** Says that a number leaves the call's range. It never keeps anyone from writing it. */
const OutsideRange = ({ field, value }: { field: CallField; value: number }) => {
  const { draft } = useWording()
  const format = useFormat()
  const say = (limit: number) =>
    field.unit === undefined ? format.number(limit) : `${format.number(limit)} ${field.unit}`
  const sentence =
    field.min !== undefined && value < field.min
      ? draft.belowMinimum(say(field.min))
      : field.max !== undefined && value > field.max
        ? draft.aboveMaximum(say(field.max))
        : null
  if (sentence === null) return null
  return (
    <output className={css.outside}>
      {sentence} {field.onViolation === 'warn' ? draft.outsideAllowed : draft.outsideRefused}
    </output>
  )
}

import { useState } from 'react'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { FieldFrame, type FieldWords } from './field-frame.tsx'
import css from './field.module.css'

interface NumberFieldProps extends FieldWords {
  value: number | null
  /** Only ever a number, or null for an emptied field; what is no number stays in the field and says so. */
  onChange: (value: number | null) => void
  unit?: string | undefined
  name?: string
  readOnly?: boolean
}

/** A number written the way the language writes it: 23.418. */
export const NumberField = ({ label, hint, error, optional, value, onChange, unit, ...rest }: NumberFieldProps) => {
  const { elements } = useWording()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && format.readNumber(typed) === null
  const shown = typed ?? (value === null ? '' : format.number(value))
  return (
    <FieldFrame label={label} hint={hint} optional={optional ?? false} error={wrong ? elements.notANumber : error}>
      {(control) => {
        const input = (
          <input
            {...control}
            {...rest}
            type="text"
            inputMode="decimal"
            value={shown}
            onChange={(event) => {
              setTyped(event.target.value)
              const number = format.readNumber(event.target.value)
              if (number !== null) onChange(number)
              else if (event.target.value.trim() === '') onChange(null)
            }}
            onBlur={() => {
              if (!wrong) setTyped(null)
            }}
          />
        )
        if (!unit) return input
        return (
          <div className={css.withUnit}>
            {input}
            <span className={css.unit}>{unit}</span>
          </div>
        )
      }}
    </FieldFrame>
  )
}

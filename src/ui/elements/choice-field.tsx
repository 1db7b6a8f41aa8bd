import { useWording } from '../wording/use-wording.ts'
import { FieldFrame, type FieldWords } from './field-frame.tsx'

interface ChoiceFieldProps extends FieldWords {
  choices: readonly { value: string; label: string }[]
  /** Null while nothing is chosen. */
  value: string | null
  onChange: (value: string | null) => void
  name?: string
  disabled?: boolean
}

/** One of several, from a list. */
export const ChoiceField = ({ label, hint, error, optional, choices, value, onChange, ...rest }: ChoiceFieldProps) => {
  const { elements } = useWording()
  // A value an older call knew stays visible and is not overwritten by opening the field.
  const known = value === null || choices.some((choice) => choice.value === value)
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => (
        <select
          {...control}
          {...rest}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{elements.pleaseChoose}</option>
          {!known && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

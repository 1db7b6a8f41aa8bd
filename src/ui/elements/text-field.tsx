import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, Ref } from 'react'
import { FieldFrame, type FieldWords } from './field-frame.tsx'

interface TextFieldProps extends FieldWords {
  value: string
  onChange: (value: string) => void
  /** Called with the value when the person leaves the field. */
  onDone?: (value: string) => void
  name?: string
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'url' | 'email' | 'search'>
  /** More than one line. */
  rows?: number
  maxLength?: number
  required?: boolean
  readOnly?: boolean
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Where a dialog starts. */
  firstFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** One line of text, or several when `rows` says so. */
export const TextField = ({
  label,
  hint,
  error,
  optional,
  onChange,
  onDone,
  rows,
  firstFocus,
  ...rest
}: TextFieldProps) => (
  <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
    {(control) => {
      const { ref, type = 'text', ...shared } = rest
      const start = firstFocus ? { 'data-first-focus': true } : {}
      return rows ? (
        <textarea
          {...control}
          {...shared}
          {...start}
          rows={rows}
          onChange={(event) => onChange(event.target.value)}
          onBlur={(event) => onDone?.(event.target.value)}
        />
      ) : (
        <input
          {...control}
          {...shared}
          {...start}
          ref={ref}
          type={type}
          onChange={(event) => onChange(event.target.value)}
          onBlur={(event) => onDone?.(event.target.value)}
        />
      )
    }}
  </FieldFrame>
)

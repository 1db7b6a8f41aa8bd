import { FieldFrame, type FieldWords } from './field-frame.tsx'

interface DateFieldProps extends FieldWords {
  /** ISO day, empty while there is none. */
  value: string
  onChange: (value: string) => void
  name?: string
  readOnly?: boolean
}

/** A day, in the browser's own calendar. */
export const DateField = ({ label, hint, error, optional, onChange, ...rest }: DateFieldProps) => (
  <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
    {(control) => <input {...control} {...rest} type="date" onChange={(event) => onChange(event.target.value)} />}
  </FieldFrame>
)

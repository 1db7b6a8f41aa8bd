import { useId, type ReactNode } from 'react'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import css from './field.module.css'

/** What every field says about itself. */
export interface FieldWords {
  label: string
  hint?: ReactNode
  /** What is wrong and what to do; null when nothing is. */
  error?: string | null | undefined
  /** Says "freiwillig" beside the label. */
  optional?: boolean
}

/** What the control inside has to carry, so that label, hint and error belong to it. */
export interface ControlProps {
  id: string
  className: string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldFrameProps extends FieldWords {
  children: (control: ControlProps) => ReactNode
}

/** Label above, control, error and hint beneath, bound to each other for assistive technology. */
export const FieldFrame = ({ label, hint, error, optional = false, children }: FieldFrameProps) => {
  const { elements } = useWording()
  const id = useId()
  const described = classNames(error && `${id}-error`, hint ? `${id}-hint` : null)
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {optional && <span className={css.optional}> · {elements.optional}</span>}
      </label>
      {children({
        id,
        className: css.control,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

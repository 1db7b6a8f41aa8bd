import { useId } from 'react'
import type { Sector } from '../../domain/sector.ts'
import { classNames } from './class-names.ts'
import { SectorMark } from './sector-mark.tsx'
import field from './field.module.css'
import css from './choice.module.css'

interface SectorChoiceProps {
  legend: string
  /** The call's sectors with the call's own labels. */
  choices: readonly { id: Sector; label: string }[]
  value: Sector | null
  onChange: (sector: Sector) => void
  error?: string | null | undefined
  hint?: string
}

/** Which side of the town an organisation stands on, each with its shape. */
export const SectorChoice = ({ legend, choices, value, onChange, error, hint }: SectorChoiceProps) => {
  const id = useId()
  return (
    <fieldset
      className={field.field}
      aria-describedby={classNames(error && `${id}-error`, hint && `${id}-hint`)}
      aria-invalid={error ? true : undefined}
    >
      <legend className={classNames(field.label, css.legend)}>{legend}</legend>
      <div className={css.cells}>
        {choices.map((choice) => (
          <label key={choice.id} className={css.cell}>
            <input
              type="radio"
              name={id}
              className="visually-hidden"
              checked={value === choice.id}
              onChange={() => onChange(choice.id)}
            />
            <SectorMark sector={choice.id} size={12} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={field.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  )
}

import { useId } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import css from './choice.module.css'

interface SegmentedChoiceProps<T extends string> {
  legend: string
  /** Keeps the legend for assistive technology only. */
  legendHidden?: boolean
  choices: readonly { value: T; label: string; lang?: string }[]
  value: T
  onChange: (value: T) => void
}

/** One of two to four, side by side, such as language or colours. */
export const SegmentedChoice = <T extends string>(props: SegmentedChoiceProps<T>) => {
  const name = useId()
  return (
    <fieldset className={field.field}>
      <legend className={classNames(css.quietLegend, props.legendHidden && 'visually-hidden')}>{props.legend}</legend>
      <div className={css.segments}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={css.segment} lang={choice.lang}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { useId } from 'react'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import css from './choice.module.css'

interface SegmentedChoiceProps<T extends string> {
  legend: string
  /** Keeps the legend for assistive technology only. */
  legendHidden?: boolean
  /** Says "freiwillig" beside the legend. */
  optional?: boolean
  hint?: string | undefined
  choices: readonly { value: T; label: string; lang?: string }[]
  value: T
  onChange: (value: T) => void
}

/** One of two to four, side by side, such as language or colours. */
export const SegmentedChoice = <T extends string>(props: SegmentedChoiceProps<T>) => {
  const { elements } = useWording()
  const name = useId()
  return (
    <fieldset className={field.field} aria-describedby={props.hint && `${name}-hint`}>
      <legend className={classNames(css.quietLegend, props.legendHidden && 'visually-hidden')}>
        {props.legend}
        {props.optional && <span className={field.optional}> · {elements.optional}</span>}
      </legend>
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
      {props.hint && (
        <p id={`${name}-hint`} className={field.hint}>
          {props.hint}
        </p>
      )}
    </fieldset>
  )
}

import type { CallField } from '../../../domain/call.ts'
import type { FactValue } from '../../../domain/fact.ts'
import { Button } from '../../elements/button.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useCompletenessWords } from '../completeness/words.ts'
import { factText } from './fact-text.ts'
import css from './facts-form.module.css'

interface RivalsProps {
  field: CallField
  value: FactValue | null
  rivals: readonly FactValue[]
  write: (value: FactValue) => void
}

/** What somebody else wrote into the same field at the same time: to be taken, or left. */
export const Rivals = ({ field, value, rivals, write }: RivalsProps) => {
  const words = useCompletenessWords().rival
  const { elements } = useWording()
  const format = useFormat()
  const say = (each: FactValue) => factText(field, each, format, elements)
  return (
    <fieldset aria-label={`${field.label}: ${words.also}`}>
      {rivals.map((rival) => (
        <p key={String(rival)} className={css.withUnit}>
          <span>
            {words.also} <strong>{say(rival)}</strong>
          </span>
          <Button
            kind="quiet"
            data-rival
            aria-label={words.takeOf(field.label, say(rival))}
            onClick={() => write(rival)}
          >
            {words.take}
          </Button>
        </p>
      ))}
      {value !== null && (
        <Button kind="quiet" aria-label={words.keepOf(field.label, say(value))} onClick={() => write(value)}>
          {words.keep}
        </Button>
      )}
    </fieldset>
  )
}

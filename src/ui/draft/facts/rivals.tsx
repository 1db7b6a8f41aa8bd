import type { FactValue } from '../../../domain/fact.ts'
import { Button } from '../../elements/button.tsx'
import { useCompletenessWords } from '../completeness/words.ts'
import css from './facts-form.module.css'

interface RivalsProps {
  label: string
  /** A value as it is read on the page. */
  say: (value: FactValue) => string
  value: FactValue | null
  rivals: readonly FactValue[]
  write: (value: FactValue) => void
}

/** What somebody else wrote into the same field at the same time: to be taken, or left. */
export const Rivals = ({ label, say, value, rivals, write }: RivalsProps) => {
  const words = useCompletenessWords().rival
  return (
    <fieldset aria-label={`${label}: ${words.also}`}>
      {rivals.map((rival) => (
        <p key={String(rival)} className={css.withUnit}>
          <span>
            {words.also} <strong>{say(rival)}</strong>
          </span>
          <Button kind="quiet" data-rival aria-label={words.takeOf(label, say(rival))} onClick={() => write(rival)}>
            {words.take}
          </Button>
        </p>
      ))}
      {value !== null && (
        <Button kind="quiet" aria-label={words.keepOf(label, say(value))} onClick={() => write(value)}>
          {words.keep}
        </Button>
      )}
    </fieldset>
  )
}

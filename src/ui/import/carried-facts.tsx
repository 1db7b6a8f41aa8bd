import type { CarryOver } from '../../domain/carried-draft.ts'
import { factText } from '../draft/facts/fact-text.ts'
import { CheckField } from '../elements/check-field.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import css from './import.module.css'

export type Carried = Pick<CarryOver, 'facts' | 'partners'>

interface CarriedFactsProps {
  carried: Carried
  chosen: Carried
  onChange: (chosen: Carried) => void
}

const toggled = <T,>(list: readonly T[], item: T, isIn: boolean): T[] =>
  isIn ? [...list, item] : list.filter((each) => each !== item)

/** Facts and organisations of another draft, each to be taken or left. */
export const CarriedFacts = ({ carried, chosen, onChange }: CarriedFactsProps) => {
  const words = useWordsOf(importWords)
  const { elements } = useWording()
  const format = useFormat()
  return (
    <>
      {carried.facts.length > 0 && (
        <fieldset className={css.checks}>
          <legend>{words.facts}</legend>
          {carried.facts.map((fact) => (
            <CheckField
              key={fact.field.id}
              label={`${fact.field.label}: ${factText(fact.field, fact.value, format, elements)}`}
              hint={fact.there === null ? null : words.factThere(factText(fact.field, fact.there, format, elements))}
              checked={chosen.facts.includes(fact)}
              onChange={(isIn) => onChange({ ...chosen, facts: toggled(chosen.facts, fact, isIn) })}
            />
          ))}
        </fieldset>
      )}
      {carried.partners.length > 0 && (
        <fieldset className={css.checks}>
          <legend>{words.partners}</legend>
          {carried.partners.map((partner, index) => (
            <CheckField
              key={index}
              label={partner.name}
              hint={partner.thereId === null ? null : words.partnerThere}
              checked={chosen.partners.includes(partner)}
              onChange={(isIn) => onChange({ ...chosen, partners: toggled(chosen.partners, partner, isIn) })}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

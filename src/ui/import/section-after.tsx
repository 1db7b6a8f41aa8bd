import type { PlannedSection, TakingIn } from '../../domain/import-plan.ts'
import { LimitMeter } from '../elements/limit-meter.tsx'
import { SegmentedChoice } from '../elements/segmented-choice.tsx'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import css from './import.module.css'

interface SectionAfterProps {
  planned: PlannedSection
  onHow: (how: TakingIn) => void
}

/** A section as it will be, and what happens to the text it has. */
export const SectionAfter = ({ planned, onHow }: SectionAfterProps) => {
  const words = useWordsOf(importWords)
  const { section, number, count, hadText, how } = planned
  return (
    <li className={css.after}>
      <h4>
        <span className={css.number}>{number}</span> {section.title}
      </h4>
      <LimitMeter count={count} limit={section.maxCharacters} words="beneath" />
      {hadText && (
        <SegmentedChoice
          legend={words.how(section.title)}
          legendHidden
          choices={[
            { value: 'append', label: words.append },
            { value: 'replace', label: words.replace },
          ]}
          value={how}
          onChange={onHow}
        />
      )}
      {hadText && how === 'replace' && <p className={css.meta}>{words.replaceHint}</p>}
    </li>
  )
}

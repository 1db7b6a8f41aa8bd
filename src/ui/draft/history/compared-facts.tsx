import type { Comparison } from '../../../state/versions/version-text.ts'
import { planWords } from '../../wording/plan.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraftView } from '../draft-context.ts'
import { factWords } from '../meanwhile/fact-words.ts'
import { Wording } from '../meanwhile/wording.tsx'
import { useMeanwhileWords } from '../meanwhile/words.ts'
import css from './history.module.css'

/** Fields that have another value, each with both. */
export const ComparedFacts = ({ facts }: Pick<Comparison, 'facts'>) => {
  const { draft, elements } = useWording()
  const words = useMeanwhileWords()
  const plan = useWordsOf(planWords)
  const format = useFormat()
  const call = useDraftView((view) => view.call)
  const partners = useDraftView((view) => view.partners)
  const told = facts.flatMap((fact) => {
    const said = factWords(fact.key, { call, partners, format, words, plan, elements, draft })
    return said ? [{ ...fact, ...said }] : []
  })
  if (told.length === 0) return null
  return (
    <section className={css.section}>
      <h3>{draft.facts}</h3>
      <dl className={css.facts}>
        {told.map(({ key, label, read, before, after }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <Wording before={read(before)} theirs={read(after)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

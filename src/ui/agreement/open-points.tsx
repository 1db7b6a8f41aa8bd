import { Link } from 'wouter'
import type { DraftId } from '../../domain/draft-id.ts'
import { evaluateCompleteness } from '../../domain/completeness.ts'
import type { Finding } from '../../domain/finding.ts'
import { findingFragment } from '../draft/completeness/finding-mark.ts'
import { sayFinding, useCertaintyName, useCompletenessWords } from '../draft/completeness/words.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './agreement.module.css'

/** What the call's rules still ask for; what they only warn about is left out. */
export const useOpenPoints = (): readonly Finding[] => {
  const now = useNow()
  return useDraftView((view) =>
    evaluateCompleteness(view.call, view, now)
      .checks.flatMap(({ findings }) => findings)
      .filter(({ blocks }) => blocks),
  )
}

const shown = 6

/** The same, beside what is agreed to. Each leads to its place in the draft. */
export const OpenPoints = ({ draftId }: { draftId: DraftId }) => {
  const words = useWordsOf(agreementWords)
  const completeness = useCompletenessWords()
  const certaintyName = useCertaintyName()
  const { elements } = useWording()
  const format = useFormat()
  const points = useOpenPoints()
  return (
    <section aria-labelledby="mitzeichnung-offen">
      <h2 id="mitzeichnung-offen" className={css.name}>
        {words.findings.title}
      </h2>
      <p className={css.quiet}>{points.length === 0 ? words.findings.none : words.findings.some(points.length)}</p>
      <ul className={css.points}>
        {points.slice(0, shown).map((point, index) => (
          <li key={index}>
            <Link href={`/entwurf/${draftId}${findingFragment(point.what)}`}>
              {sayFinding(point, completeness, format, elements)}
            </Link>
            <small>{certaintyName(point.certainty)}</small>
          </li>
        ))}
      </ul>
      {points.length > shown && <p className={css.quiet}>{words.findings.more(points.length - shown)}</p>}
      {points.length > 0 && (
        <p>
          <Link href={`/entwurf/${draftId}`}>{words.toDraft}</Link>
        </p>
      )}
    </section>
  )
}

import type { SignOff } from '../../domain/sign-off.ts'
import type { PackageAct } from '../../domain/submission.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { shortMark } from './short-mark.ts'
import { useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** Who said what and when, newest first, as the server vouches for it. */
export const AgreementHistory = () => {
  const words = useWordsOf(agreementWords)
  const format = useFormat()
  const now = useNow()
  const { signOffs, acts } = useAgreementView(({ record }) => record)
  const sections = useDraftView(({ call }) => call.sections)
  const lines = [...signOffs, ...acts].sort((a, b) => b.seq - a.seq)
  if (lines.length === 0) return null
  const titleOf = (sectionId: string | null) =>
    sectionId === null ? words.whole : (sections.find(({ id }) => id === sectionId)?.title ?? sectionId)
  const say = (act: SignOff | PackageAct): string => {
    const who = words.person(act.name, act.organisation)
    switch (act.kind) {
      case 'freeze':
      case 'reopen':
        return words.said[act.kind](who)
      case 'submit':
        return words.said.submit(who, act.where)
      default:
        return words.said[act.kind](who, titleOf(act.sectionId))
    }
  }
  return (
    <details className={css.details}>
      <summary>{words.history}</summary>
      <ol className={css.history}>
        {lines.map((act) => (
          <li key={act.id}>
            <p>{say(act)}</p>
            <p className={css.quiet}>
              {format.moment(act.at, now)} · {words.wording.mark(shortMark(act.fingerprint))}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

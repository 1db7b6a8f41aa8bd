import { isSameName } from '../../domain/partner.ts'
import { missingAgreements, signatoriesOf, standingOf, type Signatory, type Standing } from '../../domain/sign-off.ts'
import { waitsFor } from '../../state/agreement/kept-agreement.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { SectorMark } from '../elements/sector-mark.tsx'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { OwnDecision } from './own-decision.tsx'
import { shownOf, StandingMark } from './standing.tsx'
import { useAgreementView } from './use-agreement.ts'
import { WhoMayAgree } from './who-may-agree.tsx'
import css from './agreement.module.css'

/** Those whose agreement counts, or who may give one. */
export const useSignatories = (): readonly Signatory[] =>
  useDraftView(({ partners, members }) => signatoriesOf(partners, members))

/** What each organisation has said about the wording of now. */
export const Signatories = () => {
  const words = useWordsOf(agreementWords)
  const format = useFormat()
  const signatories = useSignatories()
  const acts = useAgreementView(({ record }) => record.signOffs)
  const fingerprint = useAgreementView(({ marks }) => marks.whole)
  const required = signatories.filter(({ isRequired }) => isRequired).length
  const agreed = required - missingAgreements(acts, signatories, fingerprint).length
  return (
    <section aria-labelledby="mitzeichnung-organisationen">
      <div className={css.group}>
        <h2 id="mitzeichnung-organisationen" className={css.name}>
          {words.organisations}
        </h2>
        <p className={css.quiet} aria-live="polite">
          {required > 0 && words.doneOf(format.number(agreed), format.number(required))}
        </p>
      </div>
      {signatories.length === 0 && <p className={css.quiet}>{words.nobody}</p>}
      <ul>
        {signatories.map((signatory) => (
          <SignatoryItem key={signatory.name} signatory={signatory} />
        ))}
      </ul>
    </section>
  )
}

const SignatoryItem = ({ signatory }: { signatory: Signatory }) => {
  const words = useWordsOf(agreementWords)
  const { name, sector, isRequired } = signatory
  const acts = useAgreementView(({ record }) => record.signOffs)
  const fingerprint = useAgreementView(({ marks }) => marks.whole)
  const isOwn = useDraftView(({ me }) => isSameName(me.organisation, name) && me.signing !== undefined)
  const isWaiting = useAgreementView(({ own }) => waitsFor(own, null))
  const standing = standingOf(acts, name, { sectionId: null, fingerprint })
  return (
    <li className={css.signatory}>
      <h3 className={css.organisation}>
        <SectorMark sector={sector} size={12} />
        <span>
          {name}
          {!isRequired && <small>{words.optional}</small>}
        </span>
      </h3>
      <StandingMark shown={isOwn && isWaiting ? 'waiting' : shownOf(standing)} />
      <div className={css.words}>
        {standing.name === 'open' ? <WhoMayAgree signatory={signatory} /> : <SaidBy standing={standing} />}
      </div>
      {isOwn && <OwnDecision organisation={name} standing={standing} />}
    </li>
  )
}

/** Minutes between two clocks say nothing. */
const offlineMs = 10 * 60_000

const SaidBy = ({ standing }: { standing: Exclude<Standing, { name: 'open' }> }) => {
  const words = useWordsOf(agreementWords)
  const format = useFormat()
  const now = useNow()
  const { name, at, saidAt, signing, reason } = standing.act
  return (
    <>
      <p>
        {words.by(name, format.moment(at, now))}
        {signing === 'deputy' && ` · ${words.deputy}`}
      </p>
      {at - saidAt > offlineMs && <p className={css.quiet}>{words.saidOffline(format.moment(saidAt, now))}</p>}
      {reason !== '' && <blockquote className={css.reason}>{reason}</blockquote>}
      {standing.name === 'lapsed' && <p className={css.quiet}>{words.lapsedHint}</p>}
      {standing.name === 'declined' && !standing.isOfThis && <p className={css.quiet}>{words.declinedBefore}</p>}
    </>
  )
}

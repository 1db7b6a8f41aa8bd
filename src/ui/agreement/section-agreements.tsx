import { isSameName } from '../../domain/partner.ts'
import { standingOf } from '../../domain/sign-off.ts'
import { waitsFor } from '../../state/agreement/kept-agreement.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { Difference } from './difference.tsx'
import { useSignatories } from './signatories.tsx'
import { shownOf, Waiting } from './standing.tsx'
import { useAgreementView } from './use-agreement.ts'
import { useSigning } from './use-signing.tsx'
import css from './agreement.module.css'

/** Agreement section by section, for those who do not wait for the whole. */
export const SectionAgreements = () => {
  const words = useWordsOf(agreementWords)
  const sections = useDraftView(({ call }) => call.sections)
  return (
    <details className={css.details}>
      <summary>{words.sections}</summary>
      <p className={css.quiet}>{words.sectionsHint}</p>
      <ul>
        {sections.map(({ id, title }) => (
          <SectionItem key={id} sectionId={id} title={title} />
        ))}
      </ul>
    </details>
  )
}

const SectionItem = ({ sectionId, title }: { sectionId: string; title: string }) => {
  const words = useWordsOf(agreementWords)
  const signatories = useSignatories()
  const me = useDraftView((view) => view.me)
  const acts = useAgreementView(({ record }) => record.signOffs)
  const fingerprint = useAgreementView(({ marks }) => marks.sections.get(sectionId) ?? '')
  const whole = useAgreementView(({ marks }) => marks.whole)
  const isWaiting = useAgreementView(({ own }) => waitsFor(own, sectionId))
  const stands = signatories.map(({ name, sector }) => {
    return { name, sector, standing: standingOf(acts, name, { sectionId, fingerprint }) }
  })
  const own = me.signing && stands.find(({ name }) => isSameName(name, me.organisation))
  // Who has agreed to the whole has agreed to each section of it.
  const isCovered = standingOf(acts, me.organisation, { sectionId: null, fingerprint: whole }).name === 'agreed'
  const { sign, asking } = useSigning(sectionId)
  const shown = own?.standing.name === 'lapsed' ? fingerprint : undefined
  return (
    <li className={css.section}>
      <h3 lang="de">{title}</h3>
      <ul className={css.states}>
        {stands
          .filter(({ standing }) => standing.name !== 'open')
          .map(({ name, sector, standing }) => (
            <li key={name}>
              <SectorName sector={sector}>{words.sectionState(name, words.states[shownOf(standing)])}</SectorName>
            </li>
          ))}
      </ul>
      {own?.standing.name === 'lapsed' && !isCovered && <Difference act={own.standing.act} />}
      {own && isWaiting && <Waiting>{words.states.waiting}</Waiting>}
      {own && !isWaiting && !isCovered && own.standing.name !== 'agreed' && (
        <Button aria-label={words.sectionAgreeOf(title)} onClick={() => sign({ kind: 'agree', reason: '' }, shown)}>
          {own.standing.name === 'lapsed' ? words.agreeStill : words.sectionAgree}
        </Button>
      )}
      {asking}
    </li>
  )
}

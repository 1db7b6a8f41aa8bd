import type { DraftId } from '../../domain/draft-id.ts'
import { freezeOf } from '../../domain/submission.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { ButtonLink } from '../elements/button.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { DraftPage } from '../export/draft-page.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { AgreementHistory } from './agreement-history.tsx'
import { FreezePart } from './freeze-part.tsx'
import { OpenPoints } from './open-points.tsx'
import { RefusedActs } from './refused-acts.tsx'
import { SectionAgreements } from './section-agreements.tsx'
import { Signatories } from './signatories.tsx'
import { AgreementContext, useAgreementView, useOpenAgreement } from './use-agreement.ts'
import { ReadWording } from './use-signing.tsx'
import { WordingHead } from './wording-head.tsx'
import css from './agreement.module.css'

/** Who agreed to the exact wording, what has changed since, and the package that is made of it. */
export const AgreementPage = ({ draftId }: { draftId: DraftId }) => (
  <DraftPage draftId={draftId} width="page">
    <OpenAgreement draftId={draftId} />
  </DraftPage>
)

const OpenAgreement = ({ draftId }: { draftId: DraftId }) => {
  const words = useWordsOf(agreementWords)
  const title = useDraftView((view) => view.title)
  const agreement = useOpenAgreement()
  return (
    <div className={css.page}>
      <div className={css.sheet}>
        <div>
          {title !== '' && <p className={css.quiet}>{title}</p>}
          <PageTitle className={css.title}>{words.title}</PageTitle>
          <p className={css.lead}>{words.intro}</p>
        </div>
        {agreement === null ? (
          <QuietWait />
        ) : (
          <AgreementContext value={agreement}>
            <ReadWording>
              <Parts draftId={draftId} />
            </ReadWording>
          </AgreementContext>
        )}
      </div>
      <aside className={css.margin}>
        <OpenPoints draftId={draftId} />
      </aside>
    </div>
  )
}

const Parts = ({ draftId }: { draftId: DraftId }) => {
  const words = useWordsOf(agreementWords)
  const isFrozen = useAgreementView(({ record }) => freezeOf(record.acts) !== null)
  return (
    <>
      <RefusedActs />
      {isFrozen && <FreezePart />}
      <WordingHead />
      <Signatories />
      <SectionAgreements />
      {!isFrozen && <FreezePart />}
      <AgreementHistory />
      <div className={css.acts}>
        <ButtonLink href={`/entwurf/${draftId}`}>{words.toDraft}</ButtonLink>
        <ButtonLink href={`/entwurf/${draftId}/export`}>{words.toExport}</ButtonLink>
      </div>
    </>
  )
}

import { useState } from 'react'
import Signature from 'lucide-react/icons/signature'
import type { Standing } from '../../domain/sign-off.ts'
import { waitsFor } from '../../state/agreement/kept-agreement.ts'
import { Button } from '../elements/button.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { Difference } from './difference.tsx'
import { ReasonDialog, type Reasoned } from './reason-dialog.tsx'
import { Waiting } from './standing.tsx'
import { useAgreementView } from './use-agreement.ts'
import { useSigning } from './use-signing.tsx'
import css from './agreement.module.css'

/** What this person can say for their own organisation. */
export const OwnDecision = ({ organisation, standing }: { organisation: string; standing: Standing }) => {
  const words = useWordsOf(agreementWords)
  const [asked, setAsked] = useState<{ what: Reasoned; shown: string | undefined } | null>(null)
  const whole = useAgreementView(({ marks }) => marks.whole)
  const { sign, isBusy, asking } = useSigning(null, () => setAsked(null))
  const isWaiting = useAgreementView(({ own }) => waitsFor(own, null))
  const keeps = useAgreementView((view) => view.keeps)
  const isAgreed = standing.name === 'agreed'
  const hasLapsed = standing.name === 'lapsed'
  // There the page shows what has changed since, up to the last letter.
  const shown = hasLapsed ? whole : undefined
  const askFor = (what: Reasoned) => setAsked({ what, shown })
  const hasDeclined = standing.name === 'declined' && standing.isOfThis
  if (isWaiting && !isBusy) {
    return <Waiting>{[words.waitingIntro, ...(keeps ? [] : [words.waitingMemory])].join(' ')}</Waiting>
  }
  return (
    <div className={css.decision} data-lapsed={hasLapsed || undefined}>
      {hasLapsed && <Difference act={standing.act} />}
      <div className={css.acts}>
        {!isAgreed && (
          <Button
            kind="primary"
            size="large"
            icon={Signature}
            busy={isBusy}
            onClick={() => sign({ kind: 'agree', reason: '' }, shown)}
          >
            {hasLapsed ? words.agreeStill : hasDeclined ? words.agreeAfterAll : words.agree(organisation)}
          </Button>
        )}
        {!isAgreed && <Button onClick={() => askFor('reserve')}>{words.reserve}</Button>}
        {!hasDeclined && (
          <Button kind={isAgreed ? 'quiet' : 'plain'} onClick={() => askFor(isAgreed ? 'withdraw' : 'decline')}>
            {isAgreed ? words.withdraw : words.decline}
          </Button>
        )}
      </div>
      {asked !== null && (
        <ReasonDialog
          what={asked.what}
          organisation={organisation}
          onClose={() => setAsked(null)}
          onSay={(reason) => sign({ kind: asked.what === 'reserve' ? 'reserve' : 'decline', reason }, asked.shown)}
        />
      )}
      {asking}
    </div>
  )
}

import { useState } from 'react'
import Signature from 'lucide-react/icons/signature'
import type { SignOffKind, Standing } from '../../domain/sign-off.ts'
import { waitsFor } from '../../state/agreement/kept-agreement.ts'
import { Button } from '../elements/button.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { Difference } from './difference.tsx'
import { ReasonDialog, type Reasoned } from './reason-dialog.tsx'
import { Waiting } from './standing.tsx'
import { useAgreement, useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** What this person can say for their own organisation. */
export const OwnDecision = ({ organisation, standing }: { organisation: string; standing: Standing }) => {
  const words = useWordsOf(agreementWords)
  const agreement = useAgreement()
  const [asked, setAsked] = useState<Reasoned | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isWaiting = useAgreementView(({ own }) => waitsFor(own, null))
  const keeps = useAgreementView((view) => view.keeps)
  const say = async (kind: SignOffKind, reason = '') => {
    setAsked(null)
    setBusy(true)
    await agreement.signOff(kind, reason, null).catch((error: unknown) => reportError(error))
    setBusy(false)
  }
  const isAgreed = standing.name === 'agreed'
  const hasLapsed = standing.name === 'lapsed'
  const hasDeclined = standing.name === 'declined' && standing.isOfThis
  if (isWaiting && !isBusy) {
    return <Waiting>{[words.waitingIntro, ...(keeps ? [] : [words.waitingMemory])].join(' ')}</Waiting>
  }
  return (
    <div className={css.decision} data-lapsed={hasLapsed || undefined}>
      {hasLapsed && <Difference act={standing.act} />}
      <div className={css.acts}>
        {!isAgreed && (
          <Button kind="primary" size="large" icon={Signature} busy={isBusy} onClick={() => void say('agree')}>
            {hasLapsed ? words.agreeStill : hasDeclined ? words.agreeAfterAll : words.agree(organisation)}
          </Button>
        )}
        {!isAgreed && <Button onClick={() => setAsked('reserve')}>{words.reserve}</Button>}
        {!hasDeclined && (
          <Button kind={isAgreed ? 'quiet' : 'plain'} onClick={() => setAsked(isAgreed ? 'withdraw' : 'decline')}>
            {isAgreed ? words.withdraw : words.decline}
          </Button>
        )}
      </div>
      {asked !== null && (
        <ReasonDialog
          what={asked}
          organisation={organisation}
          onClose={() => setAsked(null)}
          onSay={(reason) => void say(asked === 'reserve' ? 'reserve' : 'decline', reason)}
        />
      )}
    </div>
  )
}

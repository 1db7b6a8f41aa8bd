import { useState } from 'react'
import KeyRound from 'lucide-react/icons/key-round'
import { refused, type Refusal } from '../../domain/refusal.ts'
import type { Return } from '../../state/come-back.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { recoveryWords } from '../wording/recovery.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './recovery.module.css'

/** The quick way back, for who made a passkey before. */
export const PasskeySignIn = ({ onBack }: { onBack: (back: Return) => void }) => {
  const { signIn, refused: general } = useWordsOf(recoveryWords)
  const { comeBack } = useApp()
  const [problem, setProblem] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const enter = async () => {
    setProblem(null)
    setBusy(true)
    const outcome = await comeBack.withPasskey().catch(() => refused('invalid'))
    setBusy(false)
    if (outcome.ok) onBack(outcome.value)
    else setProblem(outcome.refusal)
  }
  const sentenceFor = (refusal: Refusal): string => {
    switch (refusal) {
      case 'not-allowed':
        return signIn.calledOff
      case 'invitation-unusable':
        return signIn.useless
      case 'busy':
      case 'unreachable':
        return general[refusal]
      default:
        return general.other
    }
  }
  return (
    <section className={css.way} aria-labelledby="passkey-titel">
      <h2 id="passkey-titel" className={css.subtitle}>
        {signIn.title}
      </h2>
      <p>{signIn.text}</p>
      <div>
        <Button kind="primary" size="large" icon={KeyRound} busy={isBusy} onClick={() => void enter()}>
          {signIn.go}
        </Button>
      </div>
      {problem !== null && <p role="alert">{sentenceFor(problem)}</p>}
    </section>
  )
}

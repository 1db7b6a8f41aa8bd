import { useState } from 'react'
import { canUsePasskeys, type Return } from '../../state/come-back.ts'
import { useApp } from '../app-context.tsx'
import { WhoseDevice } from '../device/whose-device.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { recoveryWords } from '../wording/recovery.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { CodeForm } from './code-form.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { WelcomeBack } from './welcome-back.tsx'
import css from './recovery.module.css'

/** Where owners come in again who have no signed-in device left. */
export const ComeBackPage = () => {
  const words = useWordsOf(recoveryWords)
  const { preferences } = useApp()
  const [back, setBack] = useState<Return | null>(null)
  const welcome = (found: Return) => {
    preferences.getState().setPerson(found.person)
    setBack(found)
  }
  return (
    <PageFrame width="column">
      {back ? (
        <WelcomeBack back={back} />
      ) : (
        <div className={css.page}>
          <PageTitle className={css.title}>{words.title}</PageTitle>
          <p className={css.lead}>{words.intro}</p>
          <WhoseDevice />
          {canUsePasskeys() && <PasskeySignIn onBack={welcome} />}
          <CodeForm onBack={welcome} title={canUsePasskeys() ? words.signIn.codeTitle : null} />
          <p className={css.quiet}>{words.otherwise}</p>
        </div>
      )}
    </PageFrame>
  )
}

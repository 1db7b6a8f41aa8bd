import { useEffect, useRef, useState } from 'react'
import type { Return } from '../../state/come-back.ts'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { recoveryWords } from '../wording/recovery.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './recovery.module.css'

/** Says that it worked, and lets the devices be signed out that may be in the wrong hands. */
export const WelcomeBack = ({ back }: { back: Return }) => {
  const recovery = useWordsOf(recoveryWords)
  const words = recovery.back
  const page = useRef<HTMLDivElement>(null)
  // What was pressed is gone; whoever listens is told where they are now.
  useEffect(() => page.current?.querySelector('h1')?.focus(), [])
  return (
    <div ref={page} className={css.page}>
      <PageTitle className={css.title}>{words.title(back.person.name)}</PageTitle>
      <p className={css.lead}>{back.way === 'code' ? `${words.text} ${words.codeUsed}` : words.text}</p>
      <OtherDevices />
      <div>
        <ButtonLink kind="primary" size="large" href={`/entwurf/${back.draftId}`}>
          {words.toDraft}
        </ButtonLink>
      </div>
    </div>
  )
}

const OtherDevices = () => {
  const words = useWordsOf(recoveryWords).back
  const { comeBack } = useApp()
  const [count, setCount] = useState(0)
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isGone = false
    // Without an answer there is nothing to decide here; the team's page lists the devices too.
    comeBack
      .countOtherSessions()
      .then((answer) => (answer.ok && !isGone ? setCount(answer.value) : undefined))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [comeBack])

  const end = async () => {
    setBusy(true)
    const answer = await comeBack.endOtherSessions().catch(() => null)
    setBusy(false)
    if (answer?.ok) setCount(0)
    setSaid(answer?.ok ? words.ended : words.notEnded)
  }
  return (
    <>
      {count > 0 && (
        <section className={css.devices}>
          <p>
            <strong>{words.others(count)}</strong> {words.othersHint}
          </p>
          <div>
            <Button busy={isBusy} onClick={() => void end()}>
              {words.endOthers}
            </Button>
          </div>
        </section>
      )}
      <output className={said === '' ? 'visually-hidden' : undefined}>{said}</output>
    </>
  )
}

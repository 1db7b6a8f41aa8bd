import { useEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { localDay } from '../team/local-day.ts'
import { lockedWords } from '../wording/locked.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { SaveAfterCrash } from './save-after-crash.tsx'
import css from './refusal-page.module.css'

interface LockedPageProps {
  draftId: DraftId
  /** The last contact, in ms since 1970. */
  since: number
  onRetry: () => void
}

/** The server is asked again this often, without a press. */
const againMs = 10_000

/** A copy without contact for long: what happened, what is safe, what to do. It opens by itself with the server's answer. */
export const LockedPage = ({ draftId, since, onRetry }: LockedPageProps) => {
  const words = useWordsOf(lockedWords)
  const { connection } = useWording()
  const format = useFormat()
  const waiting = useWaiting(draftId)
  useEffect(() => {
    const timer = setInterval(onRetry, againMs)
    window.addEventListener('online', onRetry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', onRetry)
    }
  }, [onRetry])
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        <p className={css.text}>{words.text(format.day(localDay(since)))}</p>
        <p className={css.text}>{waiting > 0 ? words.waiting(waiting, format.number(waiting)) : words.safe}</p>
        <h2 className={css.subtitle}>{connection.refusal.whatToDo}</h2>
        <ul className={css.advice}>
          {words.advice.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <div className={css.ways}>
          <Button kind="primary" size="large" onClick={onRetry}>
            {connection.refusal.tryAgain}
          </Button>
          <SaveAfterCrash />
          <ButtonLink kind="secondary" size="large" href="/">
            {connection.refusal.toShelf}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}

/** How many changes only this device has; 0 until that is known. */
const useWaiting = (draftId: DraftId): number => {
  const { removal } = useApp()
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    let isGone = false
    removal.listUnsent(draftId).then(
      ([unsent]) => (isGone ? undefined : setWaiting(unsent?.changes ?? 0)),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [removal, draftId])
  return waiting
}

import { useEffect } from 'react'
import type { Refusal } from '../../domain/refusal.ts'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { unreachable } from '../elements/unreachable.ts'
import type { Catalogue } from '../wording/catalogue.ts'
import { useWording } from '../wording/use-wording.ts'
import { SaveAfterCrash } from './save-after-crash.tsx'
import css from './refusal-page.module.css'

interface RefusalPageProps {
  refusal: Refusal | 'no-such-page'
  /** Offered where trying again can help. */
  onRetry?: () => void
}

const wordsFor = (refusal: RefusalPageProps['refusal'], words: Catalogue['connection']['refusal']) => {
  switch (refusal) {
    case 'absent':
    // Not allowed to open and not there must look the same.
    case 'not-allowed':
      return words.absent
    case 'pending':
    case 'removed':
    case 'invitation-unusable':
    case 'signed-out':
    case 'unreachable':
    case 'app-too-old':
    case 'no-such-page':
      return words[refusal]
    case 'last-owner':
    case 'team-full':
    case 'already-there':
    case 'invalid':
    case 'too-large':
    case 'draft-full':
    case 'discussion-full':
    case 'too-many-entries':
    case 'taken-id':
    case 'incomplete':
    case 'versions-full':
    case 'may-not-sign':
    case 'unknown-version':
    case 'other-wording':
    case 'overtaken':
    case 'busy':
      return words.other
    default:
      return unreachable(refusal)
  }
}

const canRetry = (refusal: RefusalPageProps['refusal']) =>
  refusal === 'unreachable' || refusal === 'busy' || refusal === 'pending'

/** Whoever leads the draft may be here on a new device, or after a long time. */
const canComeBack = (refusal: RefusalPageProps['refusal']) =>
  refusal === 'absent' || refusal === 'not-allowed' || refusal === 'signed-out'

/** Whoever is to be confirmed looks again this often, without a press. */
const confirmationMs = 5_000

/** One calm page for everything that cannot be opened: what it is, what helps, the way back. */
export const RefusalPage = ({ refusal, onRetry }: RefusalPageProps) => {
  const { connection } = useWording()
  const { refusal: words } = connection
  const { title, text, advice } = wordsFor(refusal, words)
  const retry = canRetry(refusal) ? onRetry : undefined
  useEffect(() => {
    if (refusal !== 'pending' || !retry) return undefined
    const timer = setInterval(retry, confirmationMs)
    return () => clearInterval(timer)
  }, [refusal, retry])
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{title}</PageTitle>
        <p className={css.text}>{text}</p>
        <h2 className={css.subtitle}>{words.whatToDo}</h2>
        <ul className={css.advice}>
          {advice.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <div className={css.ways}>
          {retry && (
            <Button kind="primary" size="large" onClick={retry}>
              {words.tryAgain}
            </Button>
          )}
          {refusal === 'app-too-old' && (
            <Button kind="primary" size="large" onClick={() => window.location.reload()}>
              {words.reload}
            </Button>
          )}
          <ButtonLink kind={retry || refusal === 'app-too-old' ? 'secondary' : 'primary'} size="large" href="/">
            {words.toShelf}
          </ButtonLink>
          {refusal !== 'absent' && refusal !== 'no-such-page' && <SaveAfterCrash />}
          {canComeBack(refusal) && (
            <ButtonLink size="large" href="/zugang">
              {connection.comeBack}
            </ButtonLink>
          )}
        </div>
      </div>
    </PageFrame>
  )
}

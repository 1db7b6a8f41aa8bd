import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import { refused, type Outcome, type Refusal } from '../../domain/refusal.ts'
import type { InvitationLook } from '../../state/app-state.ts'
import { useApp, useShelf } from '../app-context.tsx'
import { RefusalPage } from '../connection/refusal-page.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { useWording } from '../wording/use-wording.ts'
import { AlreadyIn } from './already-in.tsx'
import { InvitationSheet } from './invitation-sheet.tsx'
import { takeSecret } from './invitation-secret.ts'
import { NoConnection } from './no-connection.tsx'

/** What an invitation's link opens: who invites to what, and one press to join. */
export const JoinPage = ({ draftId }: { draftId: DraftId }) => {
  const { shelf } = useApp()
  const secret = useInvitationSecret(draftId)
  useEffect(() => {
    // Tells whether this device is in already; without an answer the invitation speaks for itself.
    shelf.refresh().catch(() => undefined)
  }, [shelf])
  const [attempt, setAttempt] = useState(0)
  if (secret === undefined) return null
  if (secret === null) return <NotToBeUsed draftId={draftId} refusal="invitation-unusable" />
  return (
    <Invitation
      key={`${secret} ${attempt}`}
      draftId={draftId}
      secret={secret}
      onRetry={() => setAttempt((before) => before + 1)}
    />
  )
}

interface InvitationProps {
  draftId: DraftId
  secret: string
  onRetry: () => void
}

/** Looks at the invitation once. */
const Invitation = ({ draftId, secret, onRetry }: InvitationProps) => {
  const { join: words } = useWording()
  const app = useApp()
  const [look, setLook] = useState<Outcome<InvitationLook> | null>(null)

  useEffect(() => {
    let gone = false
    app
      .lookAtInvitation(draftId, secret)
      .catch(() => refused('busy'))
      .then((outcome) => (gone ? undefined : setLook(outcome)))
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [app, draftId, secret])

  const refuse = useCallback((refusal: Refusal) => setLook(refused(refusal)), [])

  if (look === null) {
    return (
      <PageFrame width="column">
        <QuietWait>{words.loading}</QuietWait>
      </PageFrame>
    )
  }
  if (look.ok) return <InvitationSheet draftId={draftId} look={look.value} secret={secret} onRefused={refuse} />
  if (look.refusal === 'unreachable') return <NoConnection onRetry={onRetry} />
  return <NotToBeUsed draftId={draftId} refusal={look.refusal} onRetry={onRetry} />
}

/** Why there is no joining: one is in already, or the invitation is of no use (any more). */
const NotToBeUsed = ({ draftId, refusal, onRetry }: { draftId: DraftId; refusal: Refusal; onRetry?: () => void }) => {
  const isHere = useShelf((view) => view.drafts.some((entry) => entry.draftId === draftId))
  if (refusal === 'already-there' || (isHere && refusal !== 'busy')) return <AlreadyIn draftId={draftId} />
  // An unknown draft and an unusable invitation are one answer.
  return <RefusalPage refusal={refusal === 'absent' ? 'invitation-unusable' : refusal} {...(onRetry && { onRetry })} />
}

/** The secret from the address or from this window; undefined before it was looked for, null when there is none. */
const useInvitationSecret = (draftId: DraftId): string | null | undefined => {
  const [secret, setSecret] = useState<string | null>()
  useLayoutEffect(() => {
    const take = () => setSecret(takeSecret(draftId))
    take()
    // Pasting a second link over this page changes the fragment only.
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [draftId])
  return secret
}

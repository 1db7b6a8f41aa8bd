import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Refusal } from '../../domain/refusal.ts'
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

type Looking =
  { name: 'looking' } | { name: 'seen'; look: InvitationLook; secret: string } | { name: 'refused'; refusal: Refusal }

/** What an invitation's link opens: who invites to what, and one press to join. */
export const JoinPage = ({ draftId }: { draftId: DraftId }) => {
  const { join: words } = useWording()
  const app = useApp()
  const secret = useInvitationSecret(draftId)
  const isHere = useShelf((view) => view.drafts.some((entry) => entry.draftId === draftId))
  const [looking, setLooking] = useState<Looking>({ name: 'looking' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (secret === undefined) return
    if (secret === null) return setLooking({ name: 'refused', refusal: 'invitation-unusable' })
    let gone = false
    setLooking({ name: 'looking' })
    app.lookAtInvitation(draftId, secret).then(
      (outcome) => {
        if (gone) return
        setLooking(
          outcome.ok ? { name: 'seen', look: outcome.value, secret } : { name: 'refused', refusal: outcome.refusal },
        )
      },
      () => {
        if (!gone) setLooking({ name: 'refused', refusal: 'busy' })
      },
    )
    return () => {
      gone = true
    }
  }, [app, draftId, secret, attempt])

  const refuse = useCallback((refusal: Refusal) => setLooking({ name: 'refused', refusal }), [])
  const again = () => setAttempt((before) => before + 1)

  switch (looking.name) {
    case 'looking':
      return (
        <PageFrame width="column">
          <QuietWait>{words.loading}</QuietWait>
        </PageFrame>
      )
    case 'seen':
      return <InvitationSheet draftId={draftId} look={looking.look} secret={looking.secret} onRefused={refuse} />
    case 'refused':
      if (looking.refusal === 'unreachable') return <NoConnection onRetry={again} />
      if (looking.refusal === 'already-there' || (isHere && looking.refusal !== 'busy')) {
        return <AlreadyIn draftId={draftId} />
      }
      // An unknown draft and an unusable invitation are one answer.
      return (
        <RefusalPage refusal={looking.refusal === 'absent' ? 'invitation-unusable' : looking.refusal} onRetry={again} />
      )
  }
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

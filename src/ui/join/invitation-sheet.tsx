import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import Wifi from 'lucide-react/icons/wifi'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { InvitationLook } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { Button } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { longestName } from '../start/read-start.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { WhoseDevice } from '../device/whose-device.tsx'
import { InstallFirst } from '../ready/install-first.tsx'
import { forgetSecret } from './invitation-secret.ts'
import { JoinAs } from './join-as.tsx'
import css from './join-page.module.css'

interface InvitationSheetProps {
  draftId: DraftId
  look: InvitationLook
  secret: string
  /** The server turned the invitation down for good. */
  onRefused: (refusal: Refusal) => void
}

/** The invitation itself, with the one press that joins. */
export const InvitationSheet = ({ draftId, look, secret, onRefused }: InvitationSheetProps) => {
  const { join: words } = useWording()
  const format = useFormat()
  const app = useApp()
  const [, navigate] = useLocation()
  const { inviter, invited } = look.view
  const [name, setName] = useState(invited.name)
  const [nameError, setNameError] = useState<string | null>(null)
  const [joining, setJoining] = useState<'idle' | 'busy' | 'unreachable' | 'failed'>('idle')
  const [declining, setDeclining] = useState(false)

  const join = async () => {
    const chosen = name.trim()
    if (chosen === '') return setNameError(words.nameMissing)
    if (chosen.length > longestName) return setNameError(words.nameTooLong(format.number(longestName)))
    setJoining('busy')
    const outcome = await app.redeemInvitation(draftId, secret, chosen)
    // Who waits to be confirmed has joined too: the draft's own page says so, and opens by itself.
    if (outcome.ok || outcome.refusal === 'pending') {
      const { organisation, sector } = invited
      app.preferences.getState().setPerson({ name: chosen, organisation, sector })
      forgetSecret(draftId)
      return navigate(`/entwurf/${draftId}`, { replace: true })
    }
    switch (outcome.refusal) {
      case 'unreachable':
        return setJoining('unreachable')
      case 'absent':
      case 'invitation-unusable':
      case 'already-there':
        return onRefused(outcome.refusal)
      default:
        return setJoining('failed')
    }
  }

  return (
    <PageFrame width="column">
      <div className={css.column}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        <p className={css.inviter}>
          <Avatar name={inviter.name} sector={inviter.sector} />
          <span>
            <strong>{inviter.name}</strong> {words.invites(inviter.organisation)}
          </span>
        </p>
        <DraftSheet look={look} />
        <InstallFirst link={`${location.origin}/einladung/${draftId}#${secret}`} />
        <JoinAs
          invited={invited}
          name={name}
          error={nameError}
          onChange={(value) => {
            setName(value)
            setNameError(null)
          }}
        />
        <Note icon={Wifi} live>
          {joining === 'unreachable' ? words.noConnection : joining === 'failed' ? words.failed : words.needsConnection}
        </Note>
      </div>
      <div className={css.act}>
        <div className={css.column}>
          <WhoseDevice />
          <Button
            kind="primary"
            size="large"
            wide
            busy={joining === 'busy'}
            onClick={() => {
              join().catch(() => setJoining('failed'))
            }}
          >
            {joining === 'busy' ? words.joining : joining === 'unreachable' ? words.tryAgain : words.join}
          </Button>
        </div>
      </div>
      <div className={css.column}>
        <p className={css.small}>
          {words.privacy} <Link href="/hilfe#gespeichert">{words.whatIsStored}</Link>
        </p>
        <Button kind="plain" wide onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
      </div>
      {declining && (
        <DeclineDialog
          onClose={() => setDeclining(false)}
          onDecline={() => {
            forgetSecret(draftId)
            navigate('/', { replace: true })
          }}
        />
      )}
    </PageFrame>
  )
}

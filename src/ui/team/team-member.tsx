import { Suspense, useState } from 'react'
import type { Invitation } from '../../domain/draft-access.ts'
import { may } from '../../domain/role.ts'
import type { Member } from '../../domain/person.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useScreen } from '../draft/screen.ts'
import { Avatar } from '../elements/avatar.tsx'
import { Button } from '../elements/button.tsx'
import { createPart } from '../part.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { localDay } from './local-day.ts'
import { RoleOf } from './role-of.tsx'
import css from './team-members.module.css'

// For the whole team's list only.
const SigningOf = createPart(() => import('../agreement/signing-of.tsx').then((module) => module.SigningOf))

/** Someone who joined: where they are now, else since when they belong to the draft. */
export const TeamMember = ({ member, form }: { member: Member; form: 'full' | 'margin' }) => {
  const { team } = useWording()
  const format = useFormat()
  const [now] = useState(Date.now)
  // Before the server knows the draft nobody has an id it vouches for, and nobody else is a member.
  const isMe = useDraftView(({ me }) => me.memberId === null || me.memberId === member.id)
  const had = useDraftView(({ receipts }) => receipts.find(({ memberId }) => memberId === member.id)?.at)
  const whereabouts = useDraftView(({ present, call }) => {
    const windows = present.filter(
      ({ person }) => person.name === member.name && person.organisation === member.organisation,
    )
    if (windows.length === 0) return null
    const place = windows.find(({ sectionId }) => sectionId !== null)?.sectionId
    return { section: call.sections.find(({ id }) => id === place)?.title ?? null }
  })
  const words = isMe
    ? team.thisDevice
    : whereabouts !== null
      ? whereabouts.section === null
        ? team.hereNow
        : team.hereIn(whereabouts.section)
      : team.joined(format.moment(member.joinedAt, now))
  return (
    <li className={css.person}>
      <Avatar name={member.name} sector={member.sector} />
      <span className={css.who}>
        <span>{member.name}</span>
        <span className={css.words}>{words}</span>
        {!isMe && (
          <span className={css.words}>{had === undefined ? team.hasNothing : team.has(format.moment(had, now))}</span>
        )}
        {form === 'full' && (
          <Suspense fallback={null}>
            <SigningOf member={member} />
          </Suspense>
        )}
      </span>
      <RoleOf member={member} isFixed={form !== 'full'} />
    </li>
  )
}

interface InvitedPersonProps {
  invitation: Invitation
  mayWithdraw: boolean
  onSaid: (sentence: string) => void
}

/** Someone who was invited and has not joined yet. */
export const InvitedPerson = ({ invitation, mayWithdraw, onSaid }: InvitedPersonProps) => {
  const { team } = useWording()
  const format = useFormat()
  const draft = useDraft()
  const screen = useScreen()
  const isOnline = useDraftView(({ reachable }) => reachable)
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  const [isBusy, setBusy] = useState(false)

  const withdraw = async () => {
    setBusy(true)
    const outcome = await draft.withdrawInvitation(invitation.id).catch(() => null)
    setBusy(false)
    if (outcome?.ok && screen.view.getState().made?.invitation.id === invitation.id)
      screen.view.setState({ made: null })
    onSaid(outcome?.ok ? team.withdrawn(invitation.name) : team.notWithdrawn)
  }
  return (
    <li className={css.person}>
      <Avatar name={invitation.name} sector={invitation.sector} />
      <span className={css.who}>
        <span>{invitation.name}</span>
        <span className={css.words}>
          {mayWithdraw ? team.invitedUntil(format.day(localDay(invitation.expiresAt))) : team.invited}
        </span>
      </span>
      {mayWithdraw && mayInvite && isOnline && (
        <Button
          kind="plain"
          busy={isBusy}
          aria-label={team.withdrawOf(invitation.name)}
          onClick={() => void withdraw()}
        >
          {team.withdraw}
        </Button>
      )}
    </li>
  )
}

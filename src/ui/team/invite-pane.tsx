import { may } from '../../domain/role.ts'
import { useScreenView } from '../draft/screen.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { InviteForm } from './invite-form.tsx'
import { MadeInvitation } from './made-invitation.tsx'
import css from './invite.module.css'

/** The form, then what came of it until the person has joined. */
export const InvitePane = () => {
  const { team } = useWording()
  const made = useScreenView((screen) => screen.made)
  const hasJoined = useDraftView(({ members }) =>
    members.some(
      ({ name, organisation, joinedAt }) =>
        made !== null &&
        name === made.invitation.name &&
        organisation === made.invitation.organisation &&
        joinedAt >= made.invitation.createdAt,
    ),
  )
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  if (!mayInvite) return <p className={css.hint}>{team.invite.notAllowed}</p>
  return made && !hasJoined ? <MadeInvitation key={made.invitation.id} {...made} /> : <InviteForm />
}

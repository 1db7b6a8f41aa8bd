import { useScreenView } from '../draft/screen.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { InviteForm } from './invite-form.tsx'
import { MadeInvitation } from './made-invitation.tsx'

/** The form, then what came of it until the person has joined. */
export const InvitePane = () => {
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
  return made && !hasJoined ? <MadeInvitation key={made.invitation.id} {...made} /> : <InviteForm />
}

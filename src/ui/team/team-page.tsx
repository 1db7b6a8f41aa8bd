import { may } from '../../domain/role.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { InvitePane } from './invite-pane.tsx'
import { Leading, ToDecide } from './leading.tsx'
import { SectorsHint } from './sectors-hint.tsx'
import { TeamMembers } from './team-members.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './team.module.css'

/** The team as a page of its own, on phones. */
export const TeamPage = () => {
  const { team, draft } = useWording()
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  return (
    <main className={css.page} aria-labelledby="team-titel">
      <h2 id="team-titel" className={css.title}>
        {mayInvite ? team.title : draft.tabs.team}
      </h2>
      <ToDecide />
      <SectorsHint />
      <TeamMembers form="full" />
      {mayInvite && (
        <div className={css.pageInvite}>
          <InvitePane />
        </div>
      )}
      <Leading />
    </main>
  )
}

import { may } from '../../domain/role.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import { InvitePane } from './invite-pane.tsx'
import { Leading, ToDecide } from './leading.tsx'
import { SectorsHint } from './sectors-hint.tsx'
import { TeamMembers } from './team-members.tsx'
import css from './team.module.css'

/** The team in two columns: who is there, and how others come in. */
export const TeamDialog = ({ onClose }: { onClose: () => void }) => {
  const { team, draft } = useWording()
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  return (
    <Dialog
      title={mayInvite ? team.title : draft.tabs.team}
      width={mayInvite ? 'wide' : 'medium'}
      padded={false}
      onClose={onClose}
    >
      <div className={mayInvite ? css.columns : undefined}>
        <div className={css.people}>
          <ToDecide />
          <SectorsHint />
          <TeamMembers form="full" />
          <Leading />
        </div>
        {mayInvite && (
          <div className={css.invite}>
            <InvitePane />
          </div>
        )}
      </div>
    </Dialog>
  )
}

import { useScreen, useScreenView } from '../draft/screen.ts'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import { InvitePane } from './invite-pane.tsx'
import { Leading } from './leading.tsx'
import { SectorsHint } from './sectors-hint.tsx'
import { TeamMembers } from './team-members.tsx'
import css from './team.module.css'

/** The team in two columns: who is there, and how others come in. */
export const TeamDialog = () => {
  const { team } = useWording()
  const screen = useScreen()
  const isOpen = useScreenView(({ dialog }) => dialog === 'team')
  if (!isOpen) return null
  return (
    <Dialog title={team.title} width="wide" padded={false} onClose={() => screen.view.setState({ dialog: null })}>
      <div className={css.columns}>
        <div className={css.people}>
          <SectorsHint />
          <TeamMembers form="full" />
          <Leading />
        </div>
        <div className={css.invite}>
          <InvitePane />
        </div>
      </div>
    </Dialog>
  )
}

import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useScreen, useScreenView } from '../screen.ts'

// Asked for now and then, so none of them stands in the way of the first page.
const CompletenessDialog = createPart(() =>
  import('../completeness/completeness-dialog.tsx').then((module) => module.CompletenessDialog),
)
const KeysDialog = createPart(() => import('../../help/keys-dialog.tsx').then((module) => module.KeysDialog))
const LastEditDialog = createPart(() =>
  import('../../work/last-edit-dialog.tsx').then((module) => module.LastEditDialog),
)
const PlanDialog = createPart(() => import('../../plan/plan-dialog.tsx').then((module) => module.PlanDialog))
const TeamDialog = createPart(() => import('../../team/team-dialog.tsx').then((module) => module.TeamDialog))

/** The dialog that is open, if any. On a phone the team is a page of its own. */
export const Dialogs = ({ isPhone }: { isPhone: boolean }) => {
  const screen = useScreen()
  const dialog = useScreenView((view) => view.dialog)
  const close = () => screen.view.setState({ dialog: null })
  return (
    <Suspense>
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'plan' && <PlanDialog onClose={close} />}
      {dialog === 'last-edit' && <LastEditDialog onClose={close} />}
      {dialog === 'check' && <CompletenessDialog onClose={close} />}
      {dialog === 'team' && !isPhone && <TeamDialog onClose={close} />}
    </Suspense>
  )
}

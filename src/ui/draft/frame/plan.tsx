import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useScreen, useScreenView } from '../screen.ts'

const PlanDialog = createPart(() => import('../../plan/plan-dialog.tsx').then((module) => module.PlanDialog))

/** The time plan, from the menu or the deadline in the bar. */
export const Plan = () => {
  const screen = useScreen()
  const isOpen = useScreenView(({ dialog }) => dialog === 'plan')
  if (!isOpen) return null
  return (
    <Suspense>
      <PlanDialog onClose={() => screen.view.setState({ dialog: null })} />
    </Suspense>
  )
}

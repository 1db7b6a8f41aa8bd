import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useScreen, useScreenView } from '../screen.ts'

const LastEditDialog = createPart(() =>
  import('../../work/last-edit-dialog.tsx').then((module) => module.LastEditDialog),
)

/** Closing sections for the last edit, from the menu. */
export const LastEdit = () => {
  const screen = useScreen()
  const isOpen = useScreenView(({ dialog }) => dialog === 'last-edit')
  if (!isOpen) return null
  return (
    <Suspense>
      <LastEditDialog onClose={() => screen.view.setState({ dialog: null })} />
    </Suspense>
  )
}

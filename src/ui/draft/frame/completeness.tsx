import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useScreenView } from '../screen.ts'

// Asked for now and then, so it does not stand in the way of the first page.
const Panel = createPart(() => import('../completeness/completeness-panel.tsx').then((part) => part.CompletenessPanel))
const Dialog = createPart(() =>
  import('../completeness/completeness-dialog.tsx').then((part) => part.CompletenessDialog),
)

export const Completeness = () => <Suspense>{<Panel />}</Suspense>

export const CompletenessDialog = () =>
  useScreenView(({ dialog }) => dialog === 'check') && <Suspense>{<Dialog />}</Suspense>

import { Suspense } from 'react'
import { createPart } from '../../part.tsx'

// Asked for now and then, so it does not stand in the way of the first page.
const Panel = createPart(() => import('../completeness/completeness-panel.tsx').then((part) => part.CompletenessPanel))

export const Completeness = () => <Suspense>{<Panel />}</Suspense>

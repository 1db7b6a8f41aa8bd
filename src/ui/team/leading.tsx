import { lazy, Suspense } from 'react'
import { may } from '../../domain/role.ts'
import { useDraftView } from '../draft/draft-context.ts'

// Few people lead and few look here: it is fetched when the team comes on screen.
const LeadingParts = lazy(() => import('./leading-parts.tsx').then((module) => ({ default: module.LeadingParts })))

/** What only those who lead decide and see, and everyone's own devices. */
export const Leading = () => {
  const isShown = useDraftView(({ reachable, me }) => reachable && me.memberId !== null)
  const leads = useDraftView(({ me }) => may(me.role, 'lead'))
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <LeadingParts leads={leads} />
    </Suspense>
  )
}

import { lazy, Suspense } from 'react'
import { may } from '../../domain/role.ts'
import { useDraftView } from '../draft/draft-context.ts'

// Few people lead and few look here: it is fetched when the team comes on screen.
const parts = () => import('./leading-parts.tsx')
const LeadingParts = lazy(() => parts().then((module) => ({ default: module.LeadingParts })))
const Undecided = lazy(() => parts().then((module) => ({ default: module.Undecided })))

/** What waits for those who lead to decide; nothing is fetched or shown where nothing does. */
export const ToDecide = () => {
  const isShown = useDraftView(
    ({ reachable, me, pending, heldBack }) =>
      reachable && me.memberId !== null && may(me.role, 'lead') && pending.length + heldBack > 0,
  )
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <Undecided />
    </Suspense>
  )
}

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

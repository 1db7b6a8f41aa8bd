import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useDraftView } from '../draft-context.ts'
import { useScreenView } from '../screen.ts'

// Needed only after an absence, so it does not stand in the way of the first page.
const Line = createPart(() => import('../meanwhile/meanwhile-line.tsx').then((module) => module.MeanwhileLine))
const Review = createPart(() => import('../meanwhile/meanwhile-review.tsx').then((module) => module.MeanwhileReview))

export const MeanwhileLine = () => {
  const meanwhile = useDraftView((view) => view.meanwhile)
  return meanwhile && <Suspense>{<Line meanwhile={meanwhile} />}</Suspense>
}

/** Whether what others changed is being looked at. */
export const useReviewing = (): boolean => {
  const isAsked = useScreenView(({ isReviewing }) => isReviewing)
  return useDraftView(({ meanwhile }) => meanwhile !== null) && isAsked
}

export const MeanwhileReview = () => {
  const meanwhile = useDraftView((view) => view.meanwhile)
  return meanwhile && <Suspense>{<Review meanwhile={meanwhile} />}</Suspense>
}

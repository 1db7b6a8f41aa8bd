import { Suspense, useEffect, useState } from 'react'
import { createPart, Nothing } from '../../part.tsx'
import { useIsTalkAsked } from '../screen.ts'

// What is said about a text comes after the text.
const Talk = createPart(() =>
  import('../../discussion/talk.tsx').then(
    (module) => module.Talk,
    () => Nothing,
  ),
)
const Sheet = createPart(() => import('../../discussion/discussion-sheet.tsx').then((part) => part.DiscussionSheet))
const Panel = createPart(() => import('../../discussion/discussion-panel.tsx').then((part) => part.DiscussionPanel))

/** Browsers that cannot tell when they are idle. */
const idleAfterMs = 500

/** What is said about the draft, once nothing more urgent is to be done, or somebody asks for it. */
export const Discussion = () => {
  const [isIdle, setIdle] = useState(false)
  const isAsked = useIsTalkAsked()
  useEffect(() => {
    // Whoever comments by a key types on at once; in a form that is still being fetched it would go into the text.
    if (isIdle || isAsked) for (const part of [Talk, Sheet, Panel]) part.prepare().catch(() => null)
  }, [isIdle, isAsked])
  useEffect(() => {
    if (typeof requestIdleCallback === 'function') {
      const idle = requestIdleCallback(() => setIdle(true), { timeout: 5_000 })
      return () => cancelIdleCallback(idle)
    }
    const timer = setTimeout(() => setIdle(true), idleAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (isIdle || isAsked) && <Suspense>{<Talk />}</Suspense>
}

/** Where the page has no margin. */
export const DiscussionSheet = () => <Suspense>{<Sheet />}</Suspense>

/** In the margin. */
export const DiscussionPanel = () => <Suspense>{<Panel />}</Suspense>

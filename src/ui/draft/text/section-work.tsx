import { Suspense } from 'react'
import { createPart, Nothing } from '../../part.tsx'
import { useScreenView } from '../screen.ts'
import css from './section.module.css'

// What one writes into is there first; who does what follows, and nobody is kept from writing where it cannot be had.
const WorkLine = createPart<SectionWorkProps>(() =>
  import('../../work/work-line.tsx').then(
    (module) => module.WorkLine,
    () => Nothing,
  ),
)

interface SectionWorkProps {
  sectionId: string
  title: string
  closedId: string
}

/** Below a section's question. Who is writing there when it is closed is told aloud. */
export const SectionWork = (props: SectionWorkProps) => {
  const isHere = useScreenView(({ lastEdited }) => lastEdited === props.sectionId)
  return (
    <div className={css.work} aria-live={isHere ? 'polite' : 'off'}>
      <Suspense>
        <WorkLine {...props} />
      </Suspense>
    </div>
  )
}

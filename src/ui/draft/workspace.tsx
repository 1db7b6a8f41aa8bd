import { Suspense, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { OpenDraft } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { RefusalPage } from '../connection/refusal-page.tsx'
import { createPart } from '../part.tsx'
import { leadsToFinding } from './completeness/finding-mark.ts'
import { countMissing, missingFacts } from './facts/missing-facts.ts'
import { createScreen, ScreenContext, factsPlace } from './screen.ts'
import { DraftContext } from './draft-context.ts'
import { Skeleton } from './frame/skeleton.tsx'
import { Frame } from './frame/frame.tsx'
import { useWidth } from './frame/use-width.ts'
import { useOpenDraft } from './use-open-draft.ts'

const LockedPage = createPart(() => import('../connection/locked-page.tsx').then((module) => module.LockedPage))
const SoughtFinding = createPart(() =>
  import('./completeness/sought-finding.tsx').then((module) => module.SoughtFinding),
)

/** One draft, opened for as long as it is on screen. */
export const Workspace = ({ draftId }: { draftId: DraftId }) => {
  const opening = useOpenDraft(useApp(), draftId)
  if (opening.name === 'opening') return <Skeleton />
  if (opening.name === 'locked') return <LockedPage draftId={draftId} since={opening.since} onRetry={opening.again} />
  if (opening.name === 'refused') return <RefusalPage refusal={opening.refusal} onRetry={opening.again} />
  return <OpenWorkspace draft={opening.draft} />
}

/** Where one place at a time is shown, it starts where there is something to do. */
const firstPlace = (draft: OpenDraft): string => {
  const { call, facts, partners, sections } = draft.view.getState()
  if (countMissing(missingFacts(call, facts, partners)) > 0) return factsPlace
  return sections.find(({ progress }) => progress !== 'done')?.section.id ?? sections[0]?.section.id ?? factsPlace
}

export const OpenWorkspace = ({ draft }: { draft: OpenDraft }) => {
  const isPhone = useWidth() === 'phone'
  const [screen] = useState(() => createScreen(isPhone ? firstPlace(draft) : factsPlace))
  const [seeksFinding] = useState(() => leadsToFinding(location.hash))
  return (
    <DraftContext value={draft}>
      <ScreenContext value={screen}>
        <Frame />
        <Suspense>{seeksFinding && <SoughtFinding />}</Suspense>
      </ScreenContext>
    </DraftContext>
  )
}

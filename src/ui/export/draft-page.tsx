import type { ReactNode } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import { useApp } from '../app-context.tsx'
import { RefusalPage } from '../connection/refusal-page.tsx'
import { DraftContext } from '../draft/draft-context.ts'
import { DraftStatus } from '../draft/frame/draft-status.tsx'
import { useOpenDraft } from '../draft/use-open-draft.ts'
import { PageFrame } from '../elements/page-frame.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { useWide } from '../elements/use-wide.ts'
import { createPart } from '../part.tsx'
import { Printing } from './printing.tsx'

const LockedPage = createPart(() => import('../connection/locked-page.tsx').then((module) => module.LockedPage))

interface DraftPageProps {
  draftId: DraftId
  /** As of `PageFrame`. */
  width?: 'page' | 'column'
  children: ReactNode
}

/** A page about one draft beside its workspace, which stays open meanwhile: what others write arrives here too. */
export const DraftPage = ({ draftId, width = 'column', children }: DraftPageProps) => {
  const opening = useOpenDraft(useApp(), draftId)
  const wide = useWide()
  if (opening.name === 'opening') return <QuietWait />
  if (opening.name === 'locked') return <LockedPage draftId={draftId} since={opening.since} onRetry={opening.again} />
  if (opening.name === 'refused') return <RefusalPage refusal={opening.refusal} onRetry={opening.again} />
  return (
    <DraftContext value={opening.draft}>
      <Printing />
      <PageFrame width={width} status={<DraftStatus form={wide ? 'bar' : 'strip'} />}>
        {children}
      </PageFrame>
    </DraftContext>
  )
}

import { useEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { AppState, OpenDraft } from '../../state/app-state.ts'

export type Opening = { name: 'opening' } | { name: 'open'; draft: OpenDraft } | { name: 'refused'; refusal: Refusal }

/** Opens a draft for as long as the component is on screen; `again` tries a refused one once more. */
export const useOpenDraft = (app: AppState, draftId: DraftId): Opening & { again(): void } => {
  const [attempt, setAttempt] = useState(0)
  const [opening, setOpening] = useState<Opening>({ name: 'opening' })
  useEffect(() => {
    let isGone = false
    let draft: OpenDraft | null = null
    setOpening({ name: 'opening' })
    app.openDraft(draftId).then(
      (outcome) => {
        if (!outcome.ok) {
          if (!isGone) setOpening({ name: 'refused', refusal: outcome.refusal })
          return
        }
        draft = outcome.value
        if (isGone) close(draft)
        else setOpening({ name: 'open', draft })
      },
      (error: unknown) => {
        // Only our own mistakes end here; the entrance reports them.
        if (!isGone) setOpening({ name: 'opening' })
        reportError(error)
      },
    )
    return () => {
      isGone = true
      if (draft) close(draft)
    }
  }, [app, draftId, attempt])
  return { ...opening, again: () => setAttempt((before) => before + 1) }
}

const close = (draft: OpenDraft): void => {
  // Nothing on screen is left to tell; what could not be written is in the status the draft had.
  draft.close().catch((error: unknown) => reportError(error))
}

import { useEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { AppState, OpenDraft } from '../../state/app-state.ts'

export type Opening =
  { name: 'opening' } | { name: 'open'; draft: OpenDraft } | { name: 'refused'; refusal: Refusal; again: () => void }

/** Opens a draft for as long as the component is on screen. */
export const useOpenDraft = (app: AppState, draftId: DraftId): Opening => {
  const [attempt, setAttempt] = useState(0)
  const [result, setResult] = useState<{ attempt: number; opening: Opening } | null>(() => {
    const draft = app.openedAhead(draftId)
    return draft && { attempt: 0, opening: { name: 'open', draft } }
  })
  useEffect(() => {
    let isGone = false
    let draft: OpenDraft | null = null
    const open = async () => {
      // React's strict mode mounts, unmounts and mounts again at once; the draft is opened only for who stays.
      await Promise.resolve()
      if (isGone) return
      const outcome = await app.openDraft(draftId)
      if (outcome.ok && isGone) return outcome.value.close()
      if (isGone) return
      if (outcome.ok) draft = outcome.value
      const again = () => setAttempt((before) => before + 1)
      setResult({
        attempt,
        opening: outcome.ok
          ? { name: 'open', draft: outcome.value }
          : { name: 'refused', refusal: outcome.refusal, again },
      })
    }
    // Only our own mistakes end in the catch; the entrance reports them.
    open().catch((error: unknown) => reportError(error))
    return () => {
      isGone = true
      draft?.close().catch((error: unknown) => reportError(error))
    }
  }, [app, draftId, attempt])
  // Whoever waits for a confirmation keeps that page in view while it is asked for again.
  const isPending = result?.opening.name === 'refused' && result.opening.refusal === 'pending'
  return result && (result.attempt === attempt || isPending) ? result.opening : { name: 'opening' }
}

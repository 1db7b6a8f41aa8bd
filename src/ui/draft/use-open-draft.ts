import { useEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { AppState, OpenDraft } from '../../state/app-state.ts'
import type { LockedCopy } from '../../state/lease.ts'

export type Opening =
  | { name: 'opening' }
  | { name: 'open'; draft: OpenDraft }
  | { name: 'refused'; refusal: Refusal; again: () => void }
  /** Until the server answers; `since` the last time it did, in ms since 1970. */
  | { name: 'locked'; since: number; again: () => void }

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
      setResult({ attempt, opening: outcome.ok ? { name: 'open', draft: outcome.value } : refusedAs(outcome, again) })
    }
    // Only our own mistakes end in the catch; the entrance reports them.
    open().catch((error: unknown) => reportError(error))
    return () => {
      isGone = true
      draft?.close().catch((error: unknown) => reportError(error))
    }
  }, [app, draftId, attempt])
  return result && (result.attempt === attempt || isWaitedWith(result.opening)) ? result.opening : { name: 'opening' }
}

const refusedAs = (outcome: { ok: false; refusal: Refusal } | LockedCopy, again: () => void): Opening =>
  outcome.refusal === 'locked'
    ? { name: 'locked', since: outcome.since, again }
    : { name: 'refused', refusal: outcome.refusal, again }

/** Whoever waits for a confirmation, or for the server, keeps that page in view while it is asked for again. */
const isWaitedWith = (opening: Opening): boolean =>
  opening.name === 'locked' || (opening.name === 'refused' && opening.refusal === 'pending')

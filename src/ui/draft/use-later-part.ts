import { useEffect } from 'react'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useFailedPart } from '../use-failed-part.ts'
import { useDraft } from './draft-context.ts'

/**
 * Opens a part of the draft that comes after its text, and hands it over unless the component is gone by then; what
 * `take` returns ends that. Both functions must stay the same from one drawing to the next. `isWaitedFor`: see
 * `useFailedPart`.
 */
export const useLaterPart = <T>(
  open: (draft: OpenDraft) => Promise<T>,
  take: (part: T) => (() => void) | void,
  isWaitedFor = true,
): void => {
  const draft = useDraft()
  const fail = useFailedPart(isWaitedFor)
  useEffect(() => {
    let isGone = false
    let end: (() => void) | void
    const begin = async () => {
      const part = await open(draft)
      if (!isGone) end = take(part)
    }
    begin().catch(fail)
    return () => {
      isGone = true
      end?.()
    }
  }, [draft, open, take, fail])
}

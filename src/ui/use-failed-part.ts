import { useCallback, useState } from 'react'
import { MissingPart } from '../state/missing-part.ts'

/**
 * What to do when opening a part of the draft fails. Missing files lead to the crash screen, which offers to load them
 * again, as soon as somebody waits for the part; anything else is our own mistake and reported.
 */
export const useFailedPart = (isWaitedFor: boolean): ((error: unknown) => void) => {
  const [missing, setMissing] = useState<MissingPart | null>(null)
  if (missing && isWaitedFor) throw missing
  return useCallback((error) => {
    if (error instanceof MissingPart) setMissing(error)
    else reportError(error)
  }, [])
}

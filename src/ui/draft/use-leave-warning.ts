import { useEffect } from 'react'
import { useDraftView } from './draft-context.ts'

/** Lets the browser ask before closing, only while closing would lose text: not kept here and not all at the server. */
export const useLeaveWarning = (): void => {
  const isInDanger = useDraftView(
    ({ status }) => (status.name === 'device-failure' || status.name === 'memory-only') && !status.serverHasAll,
  )
  useEffect(() => {
    if (!isInDanger) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isInDanger])
}

import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { AgreementView, DraftAgreement } from '../../state/agreement/draft-agreement.ts'
import { useDraft } from '../draft/draft-context.ts'
import { useFailedPart } from '../use-failed-part.ts'

/** The draft's agreement, kept up to date for as long as the component is there; null until it is open. */
export const useOpenAgreement = (): DraftAgreement | null => {
  const draft = useDraft()
  const fail = useFailedPart(true)
  const [agreement, setAgreement] = useState<DraftAgreement | null>(null)
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const open = async () => {
      const found = await draft.agreement()
      if (isGone) return
      stop = found.watch()
      setAgreement(found)
      await found.refresh()
    }
    open().catch(fail)
    return () => {
      isGone = true
      stop?.()
    }
  }, [draft, fail])
  return agreement
}

export const AgreementContext = createContext<DraftAgreement | null>(null)

/** The agreement that is open around this component. */
export const useAgreement = (): DraftAgreement => {
  const agreement = useContext(AgreementContext)
  if (agreement === null) throw new Error('no agreement is open around this component')
  return agreement
}

/** A part of it; select stored objects or primitives. */
export const useAgreementView = <T>(select: (view: AgreementView) => T): T => useStore(useAgreement().view, select)

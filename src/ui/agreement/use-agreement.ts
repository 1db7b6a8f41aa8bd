import { createContext, useCallback, useContext, useState } from 'react'
import { useStore } from 'zustand/react'
import type { AgreementView, DraftAgreement } from '../../state/agreement/draft-agreement.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useLaterPart } from '../draft/use-later-part.ts'

/** The draft's agreement, kept up to date for as long as the component is there; null until it is open. */
export const useOpenAgreement = (): DraftAgreement | null => {
  const [agreement, setAgreement] = useState<DraftAgreement | null>(null)
  const show = useCallback((opened: DraftAgreement) => {
    const stop = opened.watch()
    setAgreement(opened)
    opened.refresh().catch((error: unknown) => reportError(error))
    return stop
  }, [])
  useLaterPart(openAgreement, show)
  return agreement
}

const openAgreement = (draft: OpenDraft) => draft.agreement()

export const AgreementContext = createContext<DraftAgreement | null>(null)

/** The agreement that is open around this component. */
export const useAgreement = (): DraftAgreement => {
  const agreement = useContext(AgreementContext)
  if (agreement === null) throw new Error('no agreement is open around this component')
  return agreement
}

/** A part of it; select stored objects or primitives. */
export const useAgreementView = <T>(select: (view: AgreementView) => T): T => useStore(useAgreement().view, select)

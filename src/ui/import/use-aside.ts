import { useEffect, useState } from 'react'
import type { ImportPart } from '../../domain/import-parts.ts'
import type { Aside } from '../../state/aside.ts'
import { useDraft } from '../draft/draft-context.ts'
import { useFailedPart } from '../use-failed-part.ts'

/** What earlier imports left without a place, as it was when this came on screen; null until it is read. */
export const useAside = (): { aside: Aside; rest: readonly ImportPart[] } | null => {
  const draft = useDraft()
  const fail = useFailedPart(true)
  const [kept, setKept] = useState<{ aside: Aside; rest: readonly ImportPart[] } | null>(null)
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const aside = await draft.aside()
      const rest = await aside.list()
      if (!isGone) setKept({ aside, rest })
    }
    open().catch(fail)
    return () => {
      isGone = true
    }
  }, [draft, fail])
  return kept
}

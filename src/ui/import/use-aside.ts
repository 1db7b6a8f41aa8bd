import { useState } from 'react'
import type { ImportPart } from '../../domain/import-parts.ts'
import type { Aside } from '../../state/aside.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useLaterPart } from '../draft/use-later-part.ts'

interface Kept {
  aside: Aside
  rest: readonly ImportPart[]
}

/** What earlier imports left without a place, as it was when this came on screen; null until it is read. */
export const useAside = (): Kept | null => {
  const [kept, setKept] = useState<Kept | null>(null)
  useLaterPart(openAside, setKept)
  return kept
}

const openAside = async (draft: OpenDraft): Promise<Kept> => {
  const aside = await draft.aside()
  return { aside, rest: await aside.list() }
}

import { Suspense, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { createPart } from '../part.tsx'
import type { DocumentSource } from './make-document.ts'

const PrintDocument = createPart(() => import('./print-document.tsx').then((module) => module.PrintDocument))

/** When the page has become quiet. */
const prepareAfterMs = 4_000

export const preparePrinting = (): Promise<unknown> => PrintDocument.prepare()

const present = (draft: OpenDraft): DocumentSource => ({
  application: draft.application(),
  sheet: null,
  discussion: null,
  madeAt: Date.now(),
})

/** The frozen package, at hand before anybody prints; null while nothing is frozen or it cannot be had. */
const useFrozen = () => {
  const draft = useDraft()
  const frozenAt = useDraftView(({ frozen }) => frozen?.at ?? null)
  const source = useRef<DocumentSource | null>(null)
  useEffect(() => {
    source.current = null
    if (frozenAt === null) return undefined
    let isGone = false
    const read = async () => {
      const { readSource } = await import('./document-source.ts')
      const found = await readSource(draft)
      if (found.ok && !isGone) source.current = found.value
    }
    read().catch(() => null)
    return () => {
      isGone = true
    }
  }, [draft, frozenAt])
  return source
}

/** However printing is asked for, paper shows the document and not the screen. Not beside another sheet made for paper. */
export const Printing = () => {
  const draft = useDraft()
  const [source, setSource] = useState<DocumentSource | null>(null)
  const frozen = useFrozen()
  useEffect(() => {
    const preparing = setTimeout(() => void preparePrinting().catch(() => null), prepareAfterMs)
    const begin = () => {
      if (document.querySelector('body > [data-print]') === null)
        flushSync(() => setSource(frozen.current ?? present(draft)))
    }
    const end = () => setSource(null)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      clearTimeout(preparing)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [draft, frozen])
  return (
    source && (
      <Suspense>
        <PrintDocument source={source} />
      </Suspense>
    )
  )
}

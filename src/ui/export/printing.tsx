import { Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { createPart } from '../part.tsx'
import type { DocumentSource } from './make-document.ts'

const PrintDocument = createPart(() => import('./print-document.tsx').then((module) => module.PrintDocument))
const NotPrinted = createPart(() => import('./not-printed.tsx').then((module) => module.NotPrinted))

/** When the page has become quiet. */
const prepareAfterMs = 4_000

export const preparePrinting = (): Promise<unknown> => Promise.all([PrintDocument.prepare(), NotPrinted.prepare()])

/** Packages at hand for paper, which cannot wait for one; each with when it was frozen. */
const packages = new WeakMap<OpenDraft, { at: number; source: DocumentSource }>()

const frozenAtOf = (draft: OpenDraft): number | null => draft.view.getState().frozen?.at ?? null

/** Has what paper shows at hand. False where a package is frozen and neither here nor to be had. */
export const readForPaper = async (draft: OpenDraft): Promise<boolean> => {
  const at = frozenAtOf(draft)
  if (at === null) return true
  const { readSource } = await import('./document-source.ts')
  const found = await readSource(draft)
  if (found.ok) packages.set(draft, { at, source: found.value })
  return found.ok
}

/** What paper shows now; null where that would be a package that is not here. */
const sourceOf = (draft: OpenDraft): DocumentSource | null => {
  const at = frozenAtOf(draft)
  if (at === null) return { application: draft.application(), sheet: null, discussion: null, madeAt: Date.now() }
  const found = packages.get(draft)
  return found?.at === at ? found.source : null
}

/** The frozen package is at hand before anybody prints, and asked for again once the server is there. */
const useFrozen = () => {
  const draft = useDraft()
  const frozenAt = useDraftView(({ frozen }) => frozen?.at ?? null)
  useEffect(() => {
    if (frozenAt === null) return undefined
    const read = () => void readForPaper(draft).catch(() => null)
    NotPrinted.prepare().catch(() => null)
    read()
    return draft.view.subscribe((is, was) => is.reachable !== was.reachable && read())
  }, [draft, frozenAt])
}

/** However printing is asked for, paper shows the document and not the screen. Not beside another sheet made for paper. */
export const Printing = () => {
  const draft = useDraft()
  const [source, setSource] = useState<DocumentSource | null>(null)
  /** It is said on screen for as long as nobody has read it. */
  const [refused, refuse] = useState<'on-paper' | 'on-screen' | null>(null)
  useFrozen()
  useEffect(() => {
    const preparing = setTimeout(() => void preparePrinting().catch(() => null), prepareAfterMs)
    const begin = () => {
      if (document.querySelector('body > [data-print]') !== null) return
      const found = sourceOf(draft)
      flushSync(() => {
        setSource(found)
        refuse(found ? null : 'on-paper')
      })
    }
    const end = () => {
      setSource(null)
      refuse((before) => before && 'on-screen')
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      clearTimeout(preparing)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [draft])
  return (
    <Suspense>
      {source && <PrintDocument source={source} />}
      {refused && <NotPrinted isOnPaper={refused === 'on-paper'} onClose={() => refuse(null)} />}
    </Suspense>
  )
}

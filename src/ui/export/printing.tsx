import { Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Application } from '../../domain/application.ts'
import { useDraft } from '../draft/draft-context.ts'
import { createPart } from '../part.tsx'

const PrintDocument = createPart(() => import('./print-document.tsx').then((module) => module.PrintDocument))

/** When the page has become quiet. */
const prepareAfterMs = 4_000

export const preparePrinting = (): Promise<unknown> => PrintDocument.prepare()

/** However printing is asked for, paper shows the document and not the screen. Not beside another sheet made for paper. */
export const Printing = () => {
  const draft = useDraft()
  const [application, setApplication] = useState<Application | null>(null)
  useEffect(() => {
    const preparing = setTimeout(() => void preparePrinting().catch(() => null), prepareAfterMs)
    const begin = () => {
      if (document.querySelector('body > [data-print]') === null) flushSync(() => setApplication(draft.application()))
    }
    const end = () => setApplication(null)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      clearTimeout(preparing)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [draft])
  return (
    application && (
      <Suspense>
        <PrintDocument application={application} />
      </Suspense>
    )
  )
}

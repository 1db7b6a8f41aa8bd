import { useState } from 'react'
import { useLocation } from 'wouter'
import { useApp } from '../app-context.tsx'

export interface ExampleOpening {
  open: () => void
  busy: boolean
  failed: boolean
}

/** Opens the example draft: the one that is here already, else a new one. */
export const useExample = (): ExampleOpening => {
  const app = useApp()
  const [, navigate] = useLocation()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')

  const open = async () => {
    const { example, examplePerson, exampleTitle } = await import('../example/lauterbrueck.ts')
    const here = app.shelf.view
      .getState()
      .drafts.find((entry) => entry.call?.id === example.callId && entry.title === exampleTitle)
    if (here) return navigate(`/entwurf/${here.draftId}`)
    const outcome = await app.shelf.startExample(example, examplePerson)
    if (outcome.ok) navigate(`/entwurf/${outcome.value}`)
    else setState('failed')
  }

  return {
    busy: state === 'busy',
    failed: state === 'failed',
    open: () => {
      if (state === 'busy') return
      setState('busy')
      open().catch(() => setState('failed'))
    },
  }
}

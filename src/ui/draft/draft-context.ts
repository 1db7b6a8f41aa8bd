import { createContext, useContext, useRef } from 'react'
import { useStore } from 'zustand'
import type { OpenDraft } from '../../state/app-state.ts'
import type { DraftView } from '../../state/draft-view.ts'
import { sameValue } from './same-value.ts'

export const DraftContext = createContext<OpenDraft | null>(null)

/** The draft that is open on this screen. */
export const useDraft = (): OpenDraft => {
  const draft = useContext(DraftContext)
  if (draft === null) throw new Error('no draft is open around this component')
  return draft
}

/** A part of the open draft; draws again only when that part says something else. */
export const useDraftView = <T>(select: (view: DraftView) => T): T => {
  const { view } = useDraft()
  const last = useRef<{ value: T } | null>(null)
  return useStore(view, (whole) => {
    const value = select(whole)
    if (last.current !== null && sameValue(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  })
}

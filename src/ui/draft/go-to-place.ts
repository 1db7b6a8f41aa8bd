import { useCallback } from 'react'
import { factsPlace, useScreen } from './screen.ts'
import { useDraft } from './draft-context.ts'

/** The element of a place on the page. */
export const placeElementId = (place: string): string => (place === factsPlace ? 'eckdaten' : `abschnitt-${place}`)

/** All places of the open draft in the order of the page. */
export const usePlaces = (): (() => readonly string[]) => {
  const { view } = useDraft()
  return useCallback(() => [factsPlace, ...view.getState().sections.map(({ section }) => section.id)], [view])
}

/** Brings a place into view and, unless told otherwise, the caret or focus into it. */
export const useGoToPlace = (): ((place: string, options?: { focus: boolean }) => void) => {
  const screen = useScreen()
  return useCallback(
    (place, { focus } = { focus: true }) => {
      screen.view.setState((before) => ({
        place,
        tab: 'text',
        dialog: null,
        factsShown: place === factsPlace || before.factsShown,
      }))
      // The place may only now become visible: the phone shows one at a time, the facts may be folded.
      requestAnimationFrame(() => {
        const element = document.getElementById(placeElementId(place))
        element?.scrollIntoView({ block: 'start' })
        screen.view.setState({ place })
        if (!focus) return
        const editor = screen.editorOf(place)
        if (editor) editor.focus('end')
        else element?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true })
      })
    },
    [screen],
  )
}

import { useEffect } from 'react'
import { useScreen } from './screen.ts'
import { useGoToPlace, usePlaces } from './go-to-place.ts'

/**
 * F6 goes to the next place of the page, Shift+F6 to the one before: the usual key for "next part of the window", free
 * on every keyboard layout and in the text, where Alt+arrows already move lines or paragraphs on some systems.
 */
export const useSectionKeys = (): void => {
  const screen = useScreen()
  const places = usePlaces()
  const goTo = useGoToPlace()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      if (screen.view.getState().dialog !== null || screen.view.getState().linkRequest !== null) return
      const all = places()
      const here = all.indexOf(screen.view.getState().place)
      const next = all[(here + (event.shiftKey ? -1 : 1) + all.length) % all.length]
      if (next === undefined) return
      event.preventDefault()
      goTo(next)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [screen, goTo, places])
}

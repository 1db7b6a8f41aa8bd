import { useEffect, type RefObject } from 'react'

/**
 * Tells the style sheet how much of the page the soft keyboard hides: `--keyboard` from below, `--scrolled-off` from
 * above. Browsers that shrink the page themselves (Chrome with interactive-widget=resizes-content) report 0 for both;
 * Safari on iOS shrinks and moves only the visual viewport.
 */
export const useKeyboardInset = (element: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return undefined
    const measure = () => {
      const pinched = viewport.scale > 1.01
      const below = pinched ? 0 : Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      element.current?.style.setProperty('--keyboard', `${Math.round(below)}px`)
      element.current?.style.setProperty('--scrolled-off', `${pinched ? 0 : Math.round(viewport.offsetTop)}px`)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    }
  }, [element])
}

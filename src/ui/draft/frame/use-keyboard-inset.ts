import { useEffect, type RefObject } from 'react'

/**
 * Tells the style sheet how much of the page the soft keyboard hides: `--keyboard` from below, `--scrolled-off` from
 * above. Browsers that shrink the page themselves (Chrome with interactive-widget=resizes-content) report 0 for both;
 * Safari on iOS shrinks and moves only the visual viewport.
 */
export const useKeyboardInset = (element: RefObject<HTMLElement | null>, isOn: boolean): void => {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport || !isOn) return undefined
    const last = { '--keyboard': 0, '--scrolled-off': 0 }
    // Setting one of them styles the whole page anew, so only a change is worth it.
    const tell = (name: keyof typeof last, pixels: number) => {
      if (last[name] === pixels) return
      last[name] = pixels
      element.current?.style.setProperty(name, `${pixels}px`)
    }
    const measure = () => {
      const isPinched = viewport.scale > 1.01
      const below = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      tell('--keyboard', isPinched ? 0 : Math.round(below))
      tell('--scrolled-off', isPinched ? 0 : Math.round(viewport.offsetTop))
    }
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    }
  }, [element, isOn])
}

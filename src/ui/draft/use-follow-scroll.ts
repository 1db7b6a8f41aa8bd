import { useEffect } from 'react'
import { useScreen } from './screen.ts'
import { placeElementId, usePlaces } from './go-to-place.ts'

/** What counts as "being read": the last place that begins above this share of the window. */
const readingLine = 0.35

/**
 * Keeps `place` of the screen on what is being read. The section with the caret stays in hand as long as any of it is on
 * screen; a jump stays where it jumped to until the person scrolls, because short last sections never reach the line.
 */
export const useFollowScroll = (isOn: boolean): void => {
  const screen = useScreen()
  const places = usePlaces()
  useEffect(() => {
    if (!isOn) return undefined
    let frame = 0
    let movedByHand = false
    const follow = () => {
      frame = 0
      const { editing, place } = screen.view.getState()
      if (editing !== null && isOnScreen(editing)) return
      // At its very top the page is read from its beginning, however much of it is in sight.
      const line = window.scrollY < 8 ? 0 : window.innerHeight * readingLine
      const read = places().findLast((each) => (top(each) ?? Number.POSITIVE_INFINITY) <= line)
      const next = read ?? places()[0]
      if (next !== undefined && next !== place) screen.view.setState({ place: next })
    }
    const noteHand = () => {
      movedByHand = true
    }
    const noteJump = () => {
      movedByHand = false
    }
    const scrolled = () => {
      if (movedByHand && frame === 0) frame = requestAnimationFrame(follow)
    }
    const focused = ({ target }: FocusEvent) => {
      const place = places().find((each) => document.getElementById(placeElementId(each))?.contains(target as Node))
      if (place !== undefined) screen.view.setState({ place })
    }
    const byHand = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    for (const type of byHand) window.addEventListener(type, noteHand, { passive: true })
    window.addEventListener('click', noteJump, { capture: true })
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('focusin', focused)
    return () => {
      cancelAnimationFrame(frame)
      for (const type of byHand) window.removeEventListener(type, noteHand)
      window.removeEventListener('click', noteJump, { capture: true })
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('focusin', focused)
    }
  }, [screen, isOn, places])
}

const top = (place: string): number | null =>
  document.getElementById(placeElementId(place))?.getBoundingClientRect().top ?? null

const isOnScreen = (place: string): boolean => {
  const box = document.getElementById(placeElementId(place))?.getBoundingClientRect()
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight
}

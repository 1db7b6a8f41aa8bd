import { useEffect, useLayoutEffect } from 'react'
import type { CallSection } from '../../../domain/call.ts'
import { useScreen, useScreenView } from '../screen.ts'

/**
 * The sections that are on the page already, in order. The first one and the one the person is at can be written in at
 * once; the others follow one by one, each in a task of its own, so that nobody waits for nine editors to type into one.
 */
export const useDrawnSections = (sections: readonly CallSection[]): readonly CallSection[] => {
  const { draw } = useScreen()
  const place = useScreenView((screen) => screen.place)
  const known = useScreenView((screen) => screen.drawn)
  const isDrawn = ({ id }: CallSection, index: number) => index === 0 || known.includes(id)
  const next = sections.find((section, index) => !isDrawn(section, index))?.id
  useLayoutEffect(() => draw(place), [draw, place])
  useEffect(() => {
    if (next === undefined) return undefined
    const timer = setTimeout(() => draw(next))
    return () => clearTimeout(timer)
  }, [draw, next])
  return sections.filter(isDrawn)
}

import { useCallback } from 'react'
import type { What } from '../../../domain/finding.ts'
import { useGoToPlace } from '../go-to-place.ts'
import { factsPlace } from '../screen.ts'

/** Where among the facts a finding is: the first of these that is there. */
const spotsOf = (what: What): string[] => {
  const fact = (id: string) => `[data-fact="${CSS.escape(id)}"] :is(input, select, button)`
  const row = (id: string, rest: string) => `[data-partner="${CSS.escape(id)}"] ${rest}`
  switch (what.name) {
    case 'fact-missing':
    case 'fact-wrong':
      return what.partner === null ? [fact(what.field.id)] : [row(what.partner.id, '[aria-expanded]')]
    case 'fact-disputed':
      return what.partner === null
        ? [`[data-fact="${CSS.escape(what.field.id)}"] button[data-rival]`, fact(what.field.id)]
        : [row(what.partner.id, 'button[data-rival]'), row(what.partner.id, '[aria-expanded]')]
    case 'partner-nameless':
      return [row(what.partner.id, 'input')]
    case 'partner-without-side':
      return [row(what.partner.id, 'select')]
    case 'nobody-leads':
    case 'several-lead':
      return ['[data-partner] input[type=radio]']
    case 'sector-missing':
    case 'partners-too-few':
      return ['[aria-labelledby="partner-titel"] form input']
    default:
      return []
  }
}

/** Brings the place of a finding into view and the focus to where something can be done about it. */
export const useGoToFinding = (): ((what: What) => void) => {
  const goTo = useGoToPlace()
  return useCallback(
    (what) => {
      if ('section' in what) return goTo(what.section.id)
      goTo(factsPlace, { focus: false })
      // Twice, because the facts may be folded and are drawn first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const spot = spotsOf(what)
            .map((selector) => document.querySelector<HTMLElement>(selector))
            .find((element) => element !== null)
          spot?.scrollIntoView({ block: 'center' })
          spot?.focus({ preventScroll: true })
        }),
      )
    },
    [goTo],
  )
}

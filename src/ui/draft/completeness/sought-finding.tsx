import { useEffect } from 'react'
import { evaluateCompleteness } from '../../../domain/completeness.ts'
import { useDraft } from '../draft-context.ts'
import { useOpenCheck } from '../frame/use-open-check.ts'
import { useScreen } from '../screen.ts'
import { isFragmentOf, leadsToFinding } from './finding-mark.ts'
import { useGoToFinding } from './go-to-finding.ts'

/** Goes where the page's fragment leads, once; nowhere when there is nothing to do there any more. */
export const SoughtFinding = () => {
  const { view } = useDraft()
  const screen = useScreen()
  const goTo = useGoToFinding()
  const openCheck = useOpenCheck()
  useEffect(() => {
    const { hash, pathname, search } = location
    if (!leadsToFinding(hash)) return
    history.replaceState(history.state, '', pathname + search)
    const { checks } = evaluateCompleteness(view.getState().call, view.getState(), Date.now())
    for (const { name, findings } of checks) {
      const what = findings.find((finding) => isFragmentOf(hash, finding.what))?.what
      if (!what) continue
      if (what.name === 'not-ticked') openCheck(name)
      // The page has only begun to be drawn.
      else if ('section' in what) void screen.whenPlaced(what.section.id).then(() => goTo(what))
      else goTo(what)
    }
  }, [view, screen, goTo, openCheck])
  return null
}

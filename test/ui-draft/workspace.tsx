import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach } from 'vitest'
import { accepted } from '../../src/domain/refusal.ts'
import { Workspace } from '../../src/ui/draft/workspace.tsx'
// Parts that are first read in the middle of a test take longer on a slow machine than tests wait.
import '../../src/ui/draft/facts/fact-rivals.tsx'
import '../../src/ui/draft/facts/partner-more.tsx'
import '../../src/ui/draft/facts/partner-rivals.tsx'
import '../../src/ui/team/leading-parts.tsx'
import '../../src/ui/team/team-dialog.tsx'
import '../../src/ui/team/team-page.tsx'
import '../../src/ui/work/work-line.tsx'
import { createMemoryApp } from '../ui/memory-app.ts'
import { show } from '../ui/page.tsx'
import { allCalls } from '../world/calls.ts'
import type { OpenDraft } from '../../src/state/opened-draft.ts'

/** For tests that must hold whatever a call's file says. */
export const everyCall = allCalls.map((call) => [call.shortTitle, call] as const)

export type Width = 'phone' | 'tablet' | 'desktop' | 'wide'

const rems: Record<Width, number> = { phone: 24, tablet: 48, desktop: 64, wide: 80 }
let width: Width = 'wide'
const queries: EventTarget[] = []

/** jsdom has no layout: queries are answered from the width a test names, and every element lies at the top. */
beforeEach(() => {
  width = 'wide'
  queries.length = 0
  window.matchMedia = (query) => {
    const least = Number(/min-width: ([\d.]+)rem/.exec(query)?.[1] ?? Infinity)
    const answer = Object.assign(new EventTarget(), { matches: rems[width] >= least, media: query }) as MediaQueryList
    queries.push(answer)
    return answer
  }
  Element.prototype.scrollIntoView = () => undefined
  const nowhere = () => ({ x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0 })
  Range.prototype.getBoundingClientRect = () => ({ ...nowhere(), toJSON: nowhere })
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
})

/** Opens the workspace of a draft, as wide as said. */
export const openWorkspace = (draft: OpenDraft, on: Width = 'wide') => {
  width = on
  const app = { ...createMemoryApp(), openDraft: () => Promise.resolve(accepted(draft)) }
  return show(<Workspace draftId={draft.view.getState().draftId} />, app)
}

/** The device is turned, or the window drawn to another width. */
export const turnTo = (next: Width): void => {
  width = next
  act(() => {
    for (const query of queries.splice(0)) query.dispatchEvent(new Event('change'))
  })
}

/** Opens what is still to do, beside the text. */
export const openPanel = async () => {
  const tabs = within(await screen.findByRole('tablist'))
  await userEvent.click(tabs.getByRole('tab', { name: 'Prüfung' }))
  return within(await screen.findByRole('tabpanel', { name: 'Prüfung' }))
}

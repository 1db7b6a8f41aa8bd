import { isDraftId } from './domain/draft-id.ts'
import { openAppState } from './state/app-state.ts'

/** What the screens are about. Made before anything of React is evaluated, which takes longer than reading the device. */
export const state = openAppState()

const [, room, draftId] = location.pathname.split('/')

if (room === 'entwurf' && isDraftId(draftId)) {
  state.readAhead(draftId)
  // A part that does not come is asked for again, and missed aloud, by the page itself.
  Promise.all([import('./ui/draft/workspace.tsx'), import('./state/open-draft.ts')]).catch(() => null)
}

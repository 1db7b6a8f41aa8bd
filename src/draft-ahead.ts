import { isDraftId, type DraftId } from './domain/draft-id.ts'

const [, room, id] = location.pathname.split('/')

/** The draft the address asks for when the page is loaded, or null. */
export const draftAhead: DraftId | null = room === 'entwurf' && isDraftId(id) ? id : null

// Imported first by main.tsx: what a draft needs is fetched while the app's first part is still being evaluated. A part
// that does not come is asked for again, and missed aloud, by the page itself.
if (draftAhead !== null) {
  Promise.all([import('./ui/draft/workspace.tsx'), import('./state/open-draft.ts')]).catch(() => null)
}

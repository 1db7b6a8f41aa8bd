import { isDraftId } from './domain/draft-id.ts'
import { openAppState } from './state/app-state.ts'

/** What the screens are about. Made before anything of React is evaluated, which takes longer than reading the device. */
export const state = openAppState()

const [, room, draftId] = location.pathname.split('/')

/** Resolves when the draft this page is about is open, at once when it is about none. */
export const draftAhead = room === 'entwurf' && isDraftId(draftId) ? state.openAhead(draftId) : Promise.resolve()

import type { Context } from 'hono'
import { isDraftId } from '../../src/domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { findMembership } from '../access/membership.ts'
import type { AccessStore, KnownMembership } from '../store/access-store.ts'
import type { Variables } from './session.ts'

export type Env = { Variables: Variables }

/** Who asks, in the draft of the path, and with what session. */
export interface Asking {
  me: KnownMembership
  sessionId: string
}

/** Without a session `signed-out`, whatever the draft. */
export const findMember = async (store: AccessStore, c: Context<Env>): Promise<Outcome<Asking>> => {
  const [sessionId, draftId] = [c.get('sessionId'), c.req.param('draftId')]
  if (sessionId === null) return refused('signed-out')
  if (!isDraftId(draftId)) return refused('absent')
  const found = await findMembership(store, sessionId, draftId)
  return found.ok ? accepted({ me: found.value, sessionId }) : found
}

/** As `findMember`, also for those whose membership waits or has ended. */
export const findAnyone = async (store: AccessStore, c: Context<Env>): Promise<Outcome<Asking>> => {
  const [sessionId, draftId] = [c.get('sessionId'), c.req.param('draftId')]
  if (sessionId === null) return refused('signed-out')
  const me = isDraftId(draftId) ? await store.findMembership(sessionId, draftId) : null
  return me ? accepted({ me, sessionId }) : refused('absent')
}

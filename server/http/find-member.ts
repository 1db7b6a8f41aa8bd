import type { Context } from 'hono'
import { isDraftId } from '../../src/domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { findMembership } from '../access/membership.ts'
import type { AccessStore, KnownMembership } from '../store/access-store.ts'
import { refuse } from './answers.ts'
import type { Variables } from './session.ts'

export type Env = { Variables: Variables }

/** Who asks, in the draft of the path, and with what session. */
export interface Asking {
  me: KnownMembership
  sessionId: string
}

/** Without a session `signed-out`, whatever the draft. */
const findMember = async (store: AccessStore, c: Context<Env>): Promise<Outcome<Asking>> => {
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

/** Answers a member of the path's draft with what `work` comes to, 204 for null, and anyone else with why not. */
export const answerMembers =
  (store: AccessStore) =>
  async <T extends object | null>(
    c: Context<Env>,
    work: (asking: Asking) => Promise<Outcome<T>>,
    status: 200 | 201 = 200,
  ): Promise<Response> => {
    const asking = await findMember(store, c)
    const done = asking.ok ? await work(asking.value) : asking
    if (!done.ok) return refuse(c, done.refusal)
    return done.value === null ? c.body(null, 204) : c.json(done.value, status)
  }

import type { AccessStore, Session } from '../store/access-store.ts'
import { hashToken, isToken } from './tokens.ts'

const dayMs = 86_400_000

/** A session ends this long after it was last seen. */
export const sessionLifeMs = 30 * dayMs

/** On a device that belongs to several people a session is never prolonged and ends this long after it began. */
export const sharedSessionLifeMs = 12 * 3_600_000

/** However often it is seen, a session ends this long after it began. */
const longestLifeMs = 180 * dayMs

/** How often being seen is worth a write and a fresh cookie. */
const renewAfterMs = dayMs

/** What a browser's token stands for. `unknown` tokens may still become sessions, `expired` ones never again. */
export type FoundSession = { name: 'live'; session: Session; renewed: boolean } | { name: 'unknown' | 'expired' }

/** Looks a presented token up and, once a day, prolongs its session. */
export const findSession = async (store: AccessStore, token: unknown, now: number): Promise<FoundSession> => {
  if (!isToken(token)) return { name: 'expired' }
  const session = await store.findSession(hashToken(token))
  if (!session) return { name: 'unknown' }
  if (session.expiresAt <= now) return { name: 'expired' }
  if (now - session.seenAt < renewAfterMs) return { name: 'live', session, renewed: false }
  const renewed = { ...session, seenAt: now, expiresAt: endOf(session.createdAt, now) }
  await store.writeSession(renewed)
  return { name: 'live', session: renewed, renewed: true }
}

/** Makes the token a session from now on; its id. `label` lets its person tell it from their other ones. */
export const beginSession = async (
  store: AccessStore,
  token: string,
  now: number,
  label = '',
  isShared = false,
): Promise<string> => {
  const id = hashToken(token)
  const expiresAt = isShared ? now + sharedSessionLifeMs : endOf(now, now)
  await store.writeSession({ id, createdAt: now, seenAt: now, expiresAt }, label)
  return id
}

const endOf = (createdAt: number, now: number): number => Math.min(now + sessionLifeMs, createdAt + longestLifeMs)

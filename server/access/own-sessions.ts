import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import type { ListedSession, TeamStore } from '../store/team-store.ts'
import type { AccessChanges } from './access-changes.ts'

/** The sessions of the people this session speaks for, and how they end them. */
export interface OwnSessions {
  list(sessionId: string, now: number): Promise<ListedSession[]>
  /** `absent` when none of one's own has that public id. */
  end(sessionId: string, publicId: string, now: number): Promise<Outcome<null>>
  /** All but this one. */
  endOthers(sessionId: string, now: number): Promise<void>
}

export const createOwnSessions = (store: TeamStore, changes: AccessChanges): OwnSessions => {
  const list = async (sessionId: string, now: number): Promise<ListedSession[]> =>
    (await store.listSessions(sessionId)).filter(({ expiresAt }) => expiresAt > now)

  const end = async (sessions: readonly ListedSession[], now: number): Promise<void> => {
    const ids = sessions.map(({ id }) => id)
    await store.endSessions(ids, now)
    for (const sessionId of ids) changes.announce({ name: 'session-ended', sessionId })
  }

  return {
    list,
    end: async (sessionId, publicId, now) => {
      const chosen = (await list(sessionId, now)).filter((each) => each.publicId === publicId)
      if (chosen.length === 0) return refused('absent')
      await end(chosen, now)
      return accepted(null)
    },
    endOthers: async (sessionId, now) =>
      end(
        (await list(sessionId, now)).filter(({ id }) => id !== sessionId),
        now,
      ),
  }
}

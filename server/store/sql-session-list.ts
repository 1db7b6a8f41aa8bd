import type { Kysely } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { appendAudit } from './audit-chain.ts'
import type { Tables } from './tables.ts'
import type { ListedSession, TeamStore } from './team-store.ts'

/** Sessions as their own people see them, and their end. */
export const createSqlSessionList = (db: Kysely<Tables>): Pick<TeamStore, 'listSessions' | 'endSessions'> => ({
  listSessions: async (sessionId) => {
    const rows = await db
      .selectFrom('session_members as mine')
      .innerJoin('session_members as theirs', 'theirs.member_id', 'mine.member_id')
      .innerJoin('sessions', 'sessions.token_hash', 'theirs.token_hash')
      .where('mine.token_hash', '=', sessionId)
      .selectAll('sessions')
      .select('theirs.draft_id')
      .orderBy('sessions.seen_at', 'desc')
      .execute()
    const sessions = new Map<string, ListedSession & { draftIds: DraftId[] }>()
    for (const row of rows) {
      const known = sessions.get(row.token_hash)
      const session = known ?? {
        id: row.token_hash,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        seenAt: row.seen_at,
        publicId: row.public_id,
        label: row.label,
        draftIds: [],
      }
      session.draftIds.push(row.draft_id as DraftId)
      sessions.set(row.token_hash, session)
    }
    return [...sessions.values()]
  },

  endSessions: (sessionIds, at) =>
    db.transaction().execute(async (transaction) => {
      if (sessionIds.length === 0) return
      const links = await transaction
        .selectFrom('session_members')
        .select(['draft_id', 'member_id'])
        .where('token_hash', 'in', sessionIds)
        .execute()
      await transaction.deleteFrom('sessions').where('token_hash', 'in', sessionIds).execute()
      for (const { draft_id, member_id } of links) {
        const note = { event: 'session-ended', actorId: member_id, at } as const
        await appendAudit(transaction, draft_id as DraftId, note)
      }
    }),
})

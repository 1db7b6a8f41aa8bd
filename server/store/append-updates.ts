import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { draftOf, isDiscussion } from '../../src/domain/document-id.ts'
import { tables, type DocumentTables } from './document-tables.ts'
import type { NewUpdate } from './draft-store.ts'

/**
 * The draft store's `append` for a connection that nobody else has, straight to SQLite: at a commit every 3 ms the way
 * through Kysely costs as much as the commit. No transaction may be open on it. Throws, and nothing is written, when one row is refused.
 */
export const appendTo = (database: DatabaseSyncInstance): ((updates: readonly NewUpdate[]) => void) => {
  const begin = database.prepare('begin immediate')
  const prepare = ({ updates, clientIds }: DocumentTables) => ({
    addUpdate: database.prepare(`insert into ${updates} (draft_id, seq, bytes, at, member_id) values (?, ?, ?, ?, ?)`),
    addClaim: database.prepare(
      `insert into ${clientIds} (draft_id, client_id, member_id, session_id, at) values (?, ?, ?, ?, ?)`,
    ),
  })
  const ofContent = prepare(tables.content)
  const ofDiscussion = prepare(tables.discussion)
  const commit = database.prepare('commit')
  const rollBack = database.prepare('rollback')

  return (updates) => {
    begin.run()
    try {
      for (const { documentId, seq, bytes, at, memberId, sessionId, claims } of updates) {
        const draftId = draftOf(documentId)
        const { addUpdate, addClaim } = isDiscussion(documentId) ? ofDiscussion : ofContent
        addUpdate.run(draftId, seq, bytes, at, memberId)
        for (const clientId of claims) addClaim.run(draftId, clientId, memberId, sessionId, at)
      }
      commit.run()
    } catch (error) {
      // SQLite ends a transaction itself when the disk is full.
      if (database.isTransaction) rollBack.run()
      throw error
    }
  }
}

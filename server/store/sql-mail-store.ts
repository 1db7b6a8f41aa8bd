import { sql, type Kysely } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { MailStore } from './mail-store.ts'
import type { Tables } from './tables.ts'

/** The mail store in any SQL database Kysely speaks to. */
export const createSqlMailStore = (db: Kysely<Tables>): MailStore => {
  const change = (memberId: string) => db.updateTable('mail_wishes').where('member_id', '=', memberId)
  const begun = {
    told_at: sql<number>`sending_at`,
    told_vector: sql<Uint8Array>`sending_vector`,
    sending_at: null,
    sending_vector: null,
    failures: 0,
  }
  return {
    find: async (memberId) => {
      const row = await db
        .selectFrom('mail_wishes')
        .select(['address', 'confirmed_at'])
        .where('member_id', '=', memberId)
        .executeTakeFirst()
      return row ? { address: row.address, isConfirmed: row.confirmed_at !== null } : null
    },

    ask: ({ memberId, draftId, address, language, confirmHash, endToken, at }) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('mail_wishes').where('member_id', '=', memberId).execute()
        await transaction
          .insertInto('mail_wishes')
          .values({
            member_id: memberId,
            draft_id: draftId,
            address,
            language,
            asked_at: at,
            confirm_hash: confirmHash,
            confirmed_at: null,
            end_token: endToken,
            told_at: at,
            told_vector: null,
            sending_at: null,
            sending_vector: null,
            failures: 0,
            retry_at: 0,
          })
          .execute()
      }),

    findAsked: async (confirmHash, since) => {
      const row = await db
        .selectFrom('mail_wishes')
        .select(['member_id', 'draft_id'])
        .where('confirm_hash', '=', confirmHash)
        .where('confirmed_at', 'is', null)
        .where('asked_at', '>=', since)
        .executeTakeFirst()
      return row ? { memberId: row.member_id, draftId: row.draft_id as DraftId } : null
    },

    confirm: async (memberId, vector, at) => {
      await change(memberId).set({ confirmed_at: at, told_at: at, told_vector: vector }).execute()
    },

    remove: async (memberId) => {
      await db.deleteFrom('mail_wishes').where('member_id', '=', memberId).execute()
    },

    removeByToken: async (endToken) => {
      const { numDeletedRows } = await db
        .deleteFrom('mail_wishes')
        .where('end_token', '=', endToken)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    removeUnconfirmedBefore: async (at) => {
      await db.deleteFrom('mail_wishes').where('confirmed_at', 'is', null).where('asked_at', '<', at).execute()
    },

    listDue: async (toldBefore, now) => {
      const rows = await db
        .selectFrom('mail_wishes')
        .innerJoin('members', 'members.id', 'mail_wishes.member_id')
        .innerJoin('drafts', 'drafts.id', 'mail_wishes.draft_id')
        .selectAll('mail_wishes')
        .select(['members.organisation', 'drafts.call_id'])
        .select(
          sql<number | null>`(select max(seen_at) from sessions s join session_members m on m.token_hash = s.token_hash
            where m.member_id = mail_wishes.member_id)`.as('seen_at'),
        )
        .select(
          sql<number>`max(coalesce((select max(at) from discussion_updates u where u.draft_id = mail_wishes.draft_id), 0),
            coalesce((select max(at) from discussion_snapshots s where s.draft_id = mail_wishes.draft_id), 0))`.as(
            'said_at',
          ),
        )
        .where('confirmed_at', 'is not', null)
        .where('sending_at', 'is', null)
        .where('told_at', '<', toldBefore)
        .where('retry_at', '<=', now)
        .where('members.removed_at', 'is', null)
        .where('members.is_pending', '=', 0)
        .execute()
      return rows
        .filter(({ said_at, told_at, seen_at }) => said_at > Math.max(told_at, seen_at ?? 0))
        .map((row) => ({
          memberId: row.member_id,
          organisation: row.organisation,
          draftId: row.draft_id as DraftId,
          callId: row.call_id,
          address: row.address,
          language: row.language,
          endToken: row.end_token,
          vector: row.told_vector,
          failures: row.failures,
        }))
    },

    begin: async (memberId, vector, at) => {
      await change(memberId).set({ sending_at: at, sending_vector: vector }).execute()
    },

    finish: async (memberId) => {
      await change(memberId).where('sending_at', 'is not', null).set(begun).execute()
    },

    postpone: async (memberId, retryAt) => {
      const again = { sending_at: null, sending_vector: null, retry_at: retryAt }
      await change(memberId)
        .set({ ...again, failures: sql<number>`failures + 1` })
        .execute()
    },

    noteTold: async (memberId, vector, at) => {
      await change(memberId).set({ told_at: at, told_vector: vector }).execute()
    },

    finishAll: async () => {
      await db.updateTable('mail_wishes').where('sending_at', 'is not', null).set(begun).execute()
    },
  }
}

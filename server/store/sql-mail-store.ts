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
        .leftJoin('mail_new_addresses as anew', 'anew.member_id', 'mail_wishes.member_id')
        .select(['mail_wishes.address', 'confirmed_at', 'anew.address as newAddress'])
        .where('mail_wishes.member_id', '=', memberId)
        .executeTakeFirst()
      return row ? { address: row.address, isConfirmed: row.confirmed_at !== null, newAddress: row.newAddress } : null
    },

    ask: ({ memberId, draftId, address, language, confirmHash, endToken, at }) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('mail_new_addresses').where('member_id', '=', memberId).execute()
        const asked = { member_id: memberId, address, language, asked_at: at, confirm_hash: confirmHash }
        const wish = await transaction
          .selectFrom('mail_wishes')
          .select('confirmed_at')
          .where('member_id', '=', memberId)
          .executeTakeFirst()
        if (typeof wish?.confirmed_at === 'number') {
          const anew = { ...asked, end_token: endToken }
          await transaction.insertInto('mail_new_addresses').values(anew).execute()
          return
        }
        await transaction.deleteFrom('mail_wishes').where('member_id', '=', memberId).execute()
        await transaction
          .insertInto('mail_wishes')
          .values({
            ...asked,
            draft_id: draftId,
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
      const found =
        row ??
        (await db
          .selectFrom('mail_new_addresses as anew')
          .innerJoin('mail_wishes', 'mail_wishes.member_id', 'anew.member_id')
          .select(['anew.member_id', 'mail_wishes.draft_id'])
          .where('anew.confirm_hash', '=', confirmHash)
          .where('anew.asked_at', '>=', since)
          .executeTakeFirst())
      return found ? { memberId: found.member_id, draftId: found.draft_id as DraftId } : null
    },

    takeBack: async (confirmHash) => {
      await db.deleteFrom('mail_new_addresses').where('confirm_hash', '=', confirmHash).execute()
      await db
        .deleteFrom('mail_wishes')
        .where('confirm_hash', '=', confirmHash)
        .where('confirmed_at', 'is', null)
        .execute()
    },

    confirm: (memberId, vector, at) =>
      db.transaction().execute(async (transaction) => {
        const wish = transaction.updateTable('mail_wishes').where('member_id', '=', memberId)
        const anew = await transaction
          .deleteFrom('mail_new_addresses')
          .where('member_id', '=', memberId)
          .returningAll()
          .executeTakeFirst()
        const changed = anew
          ? { ...anew, confirmed_at: at, failures: 0, retry_at: 0 }
          : { confirmed_at: at, told_at: at, told_vector: vector }
        await wish.set(changed).execute()
      }),

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
      await db.deleteFrom('mail_new_addresses').where('asked_at', '<', at).execute()
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

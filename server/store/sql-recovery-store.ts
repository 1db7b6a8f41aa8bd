import type { Kysely, Selectable, Transaction } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Membership } from './access-store.ts'
import { appendAudit } from './audit-chain.ts'
import { toMember } from './member-rows.ts'
import type { Passkey, RecoveryStore } from './recovery-store.ts'
import type { Tables } from './tables.ts'

type Db = Transaction<Tables>

/** The recovery store in any SQL database Kysely speaks to. */
export const createSqlRecoveryStore = (db: Kysely<Tables>): RecoveryStore => {
  const change = <T>(work: (transaction: Db) => Promise<T>): Promise<T> => db.transaction().execute(work)

  return {
    codeMadeAt: async (memberId) => {
      const row = await db
        .selectFrom('recovery_codes')
        .select('created_at')
        .where('member_id', '=', memberId)
        .executeTakeFirst()
      return row?.created_at ?? null
    },

    writeCode: (draftId, memberId, codeHash, at) =>
      change(async (transaction) => {
        await dropCode(transaction, memberId)
        await transaction
          .insertInto('recovery_codes')
          .values({ member_id: memberId, code_hash: codeHash, created_at: at })
          .execute()
        await appendAudit(transaction, draftId, { event: 'recovery-made', actorId: memberId, at })
      }),

    hasCode: async (codeHash) =>
      (await db
        .selectFrom('recovery_codes')
        .select('member_id')
        .where('code_hash', '=', codeHash)
        .executeTakeFirst()) !== undefined,

    useCode: (codeHash, sessionId, at) =>
      change(async (transaction) => {
        const code = await transaction
          .selectFrom('recovery_codes')
          .select('member_id')
          .where('code_hash', '=', codeHash)
          .executeTakeFirst()
        const back = code && (await letIn(transaction, code.member_id, sessionId))
        if (!back) return null
        await dropCode(transaction, back.member.id)
        await appendAudit(transaction, back.draftId, { event: 'recovery-used', actorId: back.member.id, at })
        return back
      }),

    listPasskeys: async (memberId) => {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('member_id', '=', memberId)
        .orderBy('created_at')
        .execute()
      return rows.map(toPasskey)
    },

    addPasskey: (draftId, memberId, passkey) =>
      change(async (transaction) => {
        const added = await transaction
          .insertInto('passkeys')
          .values({
            id: passkey.id,
            member_id: memberId,
            credential_id: passkey.credentialId,
            public_key: passkey.publicKey,
            counter: passkey.counter,
            label: passkey.label,
            created_at: passkey.createdAt,
            used_at: null,
          })
          .onConflict((conflict) => conflict.column('credential_id').doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows !== 1n) return false
        const note = { event: 'passkey-made', actorId: memberId, at: passkey.createdAt } as const
        await appendAudit(transaction, draftId, note)
        return true
      }),

    removePasskey: (draftId, memberId, id, at) =>
      change(async (transaction) => {
        const removed = await transaction
          .deleteFrom('passkeys')
          .where('id', '=', id)
          .where('member_id', '=', memberId)
          .executeTakeFirst()
        if (removed.numDeletedRows !== 1n) return false
        await appendAudit(transaction, draftId, { event: 'passkey-removed', actorId: memberId, at })
        return true
      }),

    findPasskey: async (credentialId) => {
      const row = await owners(db)
        .innerJoin('passkeys', 'passkeys.member_id', 'members.id')
        .where('passkeys.credential_id', '=', credentialId)
        .selectAll('passkeys')
        .executeTakeFirst()
      return row ? { passkey: toPasskey(row), memberId: row.member_id } : null
    },

    usePasskey: ({ credentialId, counter: before }, counter, sessionId, at) =>
      change(async (transaction) => {
        const used = await transaction
          .updateTable('passkeys')
          .set({ counter, used_at: at })
          .where('credential_id', '=', credentialId)
          .where('counter', '=', before)
          .returning('member_id')
          .executeTakeFirst()
        const back = used && (await letIn(transaction, used.member_id, sessionId))
        if (!back) return null
        await appendAudit(transaction, back.draftId, { event: 'passkey-used', actorId: back.member.id, at })
        return back
      }),
  }
}

/** Whoever no longer leads has no way back of an owner. */
export const dropWaysBack = async (db: Kysely<Tables>, memberId: string): Promise<void> => {
  await dropCode(db, memberId)
  await db.deleteFrom('passkeys').where('member_id', '=', memberId).execute()
}

const dropCode = async (db: Kysely<Tables>, memberId: string): Promise<void> => {
  await db.deleteFrom('recovery_codes').where('member_id', '=', memberId).execute()
}

/** Those who lead a draft now. */
const owners = (db: Kysely<Tables>) =>
  db
    .selectFrom('members')
    .where('members.role', '=', 'owner')
    .where('members.removed_at', 'is', null)
    .where('members.is_pending', '=', 0)

/** Makes the session speak for this member, if they lead their draft. */
const letIn = async (db: Db, memberId: string, sessionId: string): Promise<Membership | null> => {
  const row = await owners(db)
    .innerJoin('drafts', 'drafts.id', 'members.draft_id')
    .where('members.id', '=', memberId)
    .selectAll('members')
    .select('drafts.call_id')
    .executeTakeFirst()
  if (!row) return null
  const link = { member_id: row.id, told_epoch: row.epoch }
  await db
    .insertInto('session_members')
    .values({ token_hash: sessionId, draft_id: row.draft_id, ...link })
    .onConflict((conflict) => conflict.columns(['token_hash', 'draft_id']).doUpdateSet(link))
    .execute()
  return { draftId: row.draft_id as DraftId, callId: row.call_id, member: toMember(row) }
}

const toPasskey = (row: Selectable<Tables['passkeys']>): Passkey => ({
  id: row.id,
  credentialId: row.credential_id,
  publicKey: new Uint8Array(row.public_key),
  counter: row.counter,
  label: row.label,
  createdAt: row.created_at,
  usedAt: row.used_at,
})

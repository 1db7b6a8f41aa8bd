import { sql, type Kysely, type Transaction } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import { appendAudit } from './audit-chain.ts'
import { toMember } from './member-rows.ts'
import { dropWaysBack } from './sql-recovery-store.ts'
import { createSqlSessionList } from './sql-session-list.ts'
import type { Tables } from './tables.ts'
import type { TeamStore } from './team-store.ts'

type Db = Transaction<Tables>

/** The team store in any SQL database Kysely speaks to. */
export const createSqlTeamStore = (db: Kysely<Tables>): TeamStore => {
  const change = <T>(work: (transaction: Db) => Promise<T>): Promise<T> => db.transaction().execute(work)

  return {
    ...createSqlSessionList(db),

    listPending: async (draftId) => {
      const rows = await db
        .selectFrom('members')
        .selectAll()
        .where('draft_id', '=', draftId)
        .where('is_pending', '=', 1)
        .where('removed_at', 'is', null)
        .orderBy('joined_at')
        .execute()
      return rows.map(toMember)
    },

    listReceipts: async (draftId) => {
      const rows = await db
        .selectFrom('members')
        .select(['id', 'has_at'])
        .where('draft_id', '=', draftId)
        .where('removed_at', 'is', null)
        .where('has_at', 'is not', null)
        .execute()
      return rows.map(({ id, has_at: at }) => ({ memberId: id, at: at ?? 0 }))
    },

    noteReceipt: async (draftId, { memberId, at }) => {
      await db
        .updateTable('members')
        .set({ has_at: at })
        .where('draft_id', '=', draftId)
        .where('id', '=', memberId)
        .where((member) => member.or([member('has_at', 'is', null), member('has_at', '<', at)]))
        .execute()
    },

    confirmsWriters: async (draftId) => {
      const row = await db
        .selectFrom('drafts')
        .select('confirms_writers')
        .where('id', '=', draftId)
        .executeTakeFirstOrThrow()
      return row.confirms_writers === 1
    },

    setConfirmsWriters: (draftId, confirms, by, at) =>
      change(async (transaction) => {
        await transaction
          .updateTable('drafts')
          .set({ confirms_writers: confirms ? 1 : 0 })
          .where('id', '=', draftId)
          .execute()
        const detail = confirms ? 'confirms-writers' : 'confirms-nobody'
        await appendAudit(transaction, draftId, { event: 'settings-changed', actorId: by, detail, at })
      }),

    confirm: (draftId, memberId, by, at) =>
      change(async (transaction) => {
        const member = await findPresent(transaction, draftId, memberId)
        if (member?.is_pending !== 1) return refused('absent')
        await transaction.updateTable('members').set({ is_pending: 0 }).where('id', '=', memberId).execute()
        const { role } = member
        await appendAudit(transaction, draftId, {
          event: 'confirmed',
          actorId: by,
          subjectId: memberId,
          detail: role,
          at,
        })
        return accepted(null)
      }),

    changeRole: (draftId, memberId, role, by, at) =>
      change(async (transaction) => {
        const member = await findPresent(transaction, draftId, memberId)
        if (!member || member.is_pending === 1) return refused('absent')
        if (member.role === role) return accepted(null)
        if (member.role === 'owner' && (await isLastOwner(transaction, draftId))) return refused('last-owner')
        const losesWriting = may(member.role, 'write-content') && !may(role, 'write-content')
        await transaction
          .updateTable('members')
          .set({ role, epoch: sql`epoch + 1`, ...(losesWriting && lossAt(at)) })
          .where('id', '=', memberId)
          .execute()
        if (role !== 'owner') await dropWaysBack(transaction, memberId)
        const note = { event: 'role-changed', actorId: by, subjectId: memberId, detail: role, at } as const
        await appendAudit(transaction, draftId, note)
        return accepted(null)
      }),

    changeSigning: (draftId, memberId, signing, by, at) =>
      change(async (transaction) => {
        const member = await findPresent(transaction, draftId, memberId)
        if (!member || member.is_pending === 1) return refused('absent')
        if (member.signing === signing) return accepted(null)
        await transaction.updateTable('members').set({ signing }).where('id', '=', memberId).execute()
        const note = { event: 'signing-changed', actorId: by, subjectId: memberId, at } as const
        await appendAudit(transaction, draftId, { ...note, detail: signing ?? 'none' })
        return accepted(null)
      }),

    remove: (draftId, memberId, by, at) =>
      change(async (transaction): Promise<Outcome<null>> => {
        const member = await findPresent(transaction, draftId, memberId)
        if (!member) return refused('absent')
        const isMember = member.is_pending === 0
        if (isMember && member.role === 'owner' && (await isLastOwner(transaction, draftId)))
          return refused('last-owner')
        const losesWriting = isMember && may(member.role, 'write-content')
        await transaction
          .updateTable('members')
          .set({ removed_at: at, epoch: sql`epoch + 1`, ...(losesWriting && lossAt(at)) })
          .where('id', '=', memberId)
          .execute()
        await dropWaysBack(transaction, memberId)
        const event = !isMember ? 'declined' : by === memberId ? 'left' : 'removed'
        await appendAudit(transaction, draftId, { event, actorId: by, subjectId: memberId, at })
        return accepted(null)
      }),
  }
}

/** What marks that the right to write ended with this change. */
const lossAt = (at: number) => ({ lost_epoch: sql<number>`epoch + 1`, lost_at: at })

const findPresent = (db: Db, draftId: DraftId, memberId: string) =>
  db
    .selectFrom('members')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('id', '=', memberId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

const isLastOwner = async (db: Db, draftId: DraftId): Promise<boolean> => {
  const owners = await db
    .selectFrom('members')
    .select('id')
    .where('draft_id', '=', draftId)
    .where('role', '=', 'owner')
    .where('is_pending', '=', 0)
    .where('removed_at', 'is', null)
    .limit(2)
    .execute()
  return owners.length < 2
}

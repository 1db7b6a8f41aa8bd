import type { Kysely, Selectable } from 'kysely'
import type { Invitation } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { may } from '../../src/domain/role.ts'
import type { AccessStore } from './access-store.ts'
import { appendAudit } from './audit-chain.ts'
import { addMember, toMember } from './member-rows.ts'
import type { Tables } from './tables.ts'

type Invitations =
  | 'addInvitation'
  | 'listInvitations'
  | 'findInvitation'
  | 'withdrawInvitation'
  | 'redeemInvitation'
  | 'noteRefusedInvitation'

const hourMs = 3_600_000

/** Members of a draft, those who wait for an owner, and open invitations. */
const maxPeople = 200

/** The invitations of the access store. */
export const createSqlInvitations = (db: Kysely<Tables>): Pick<AccessStore, Invitations> => {
  const openInvitations = (draftId: DraftId, now: number) => openIn(db, draftId, now).selectAll('invitations')

  return {
    addInvitation: (draftId, inviterId, { createdAt, expiresAt, ...invitation }, secretHash) =>
      db.transaction().execute(async (transaction) => {
        if ((await countPeople(transaction, draftId, createdAt)) >= maxPeople) return false
        await transaction
          .insertInto('invitations')
          .values({
            ...invitation,
            draft_id: draftId,
            inviter_id: inviterId,
            secret_hash: secretHash,
            created_at: createdAt,
            expires_at: expiresAt,
          })
          .execute()
        const { id, role, signing } = invitation
        await appendAudit(transaction, draftId, {
          event: 'invitation-made',
          actorId: inviterId,
          subjectId: id,
          detail: role,
          at: createdAt,
        })
        if (signing === undefined) return true
        const note = { event: 'signing-changed', actorId: inviterId, subjectId: id, detail: signing } as const
        await appendAudit(transaction, draftId, { ...note, at: createdAt })
        return true
      }),

    listInvitations: async (draftId, now) => {
      const rows = await openInvitations(draftId, now).orderBy('created_at').orderBy('id').execute()
      return rows.map(toInvitation)
    },

    findInvitation: async (draftId, secretHash, now) => {
      const row = await openInvitations(draftId, now).where('secret_hash', '=', secretHash).executeTakeFirst()
      if (!row) return null
      const inviter = await db
        .selectFrom('members')
        .innerJoin('drafts', 'drafts.id', 'members.draft_id')
        .selectAll('members')
        .select('drafts.call_id')
        .where('members.id', '=', row.inviter_id)
        .executeTakeFirstOrThrow()
      return { invitation: toInvitation(row), callId: inviter.call_id, inviter: toMember(inviter) }
    },

    withdrawInvitation: (draftId, invitationId, by, now) =>
      db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('invitations')
          .set({ withdrawn_at: now })
          .where('id', '=', invitationId)
          .where('draft_id', '=', draftId)
          .where('redeemed_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', now)
          .executeTakeFirst()
        if (result.numUpdatedRows !== 1n) return false
        await appendAudit(transaction, draftId, {
          event: 'invitation-withdrawn',
          actorId: by,
          subjectId: invitationId,
          at: now,
        })
        return true
      }),

    redeemInvitation: (draftId, invitationId, member, sessionId) =>
      db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('invitations')
          .set({ redeemed_at: member.joinedAt })
          .where('id', '=', invitationId)
          .where('draft_id', '=', draftId)
          .where('redeemed_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', member.joinedAt)
          .executeTakeFirst()
        if (result.numUpdatedRows !== 1n) return null
        const draft = await transaction
          .selectFrom('drafts')
          .select('confirms_writers')
          .where('id', '=', draftId)
          .executeTakeFirstOrThrow()
        const isPending = draft.confirms_writers === 1 && may(member.role, 'write-content')
        await addMember(transaction, draftId, member, sessionId, isPending)
        await transaction
          .updateTable('invitations')
          .set({ redeemed_by: member.id })
          .where('id', '=', invitationId)
          .execute()
        const { id: actorId, role, joinedAt: at } = member
        await appendAudit(transaction, draftId, { event: 'invitation-used', actorId, subjectId: invitationId, at })
        await appendAudit(transaction, draftId, { event: 'joined', actorId, detail: role, at })
        return isPending ? 'pending' : 'member'
      }),

    noteRefusedInvitation: (draftId, secretHash, now) =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('invitations')
          .select('id')
          .where('draft_id', '=', draftId)
          .where('secret_hash', '=', secretHash)
          .executeTakeFirst()
        if (!known) return
        const lately = await transaction
          .selectFrom('audit')
          .select('seq')
          .where('draft_id', '=', draftId)
          .where('event', '=', 'invitation-refused')
          .where('subject_id', '=', known.id)
          .where('at', '>', now - hourMs)
          .executeTakeFirst()
        if (lately) return
        await appendAudit(transaction, draftId, {
          event: 'invitation-refused',
          actorId: null,
          subjectId: known.id,
          at: now,
        })
      }),
  }
}

const openIn = (db: Kysely<Tables>, draftId: DraftId, now: number) =>
  db
    .selectFrom('invitations')
    .where('invitations.draft_id', '=', draftId)
    .where('invitations.redeemed_at', 'is', null)
    .where('invitations.withdrawn_at', 'is', null)
    .where('invitations.expires_at', '>', now)

const countPeople = async (db: Kysely<Tables>, draftId: DraftId, now: number): Promise<number> => {
  const invited = await openIn(db, draftId, now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const members = await db
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('draft_id', '=', draftId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return invited.count + members.count
}

const toInvitation = (row: Selectable<Tables['invitations']>): Invitation => ({
  id: row.id,
  name: row.name,
  organisation: row.organisation,
  sector: row.sector,
  role: row.role,
  ...(row.signing !== null && { signing: row.signing }),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

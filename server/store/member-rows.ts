import type { Kysely, Selectable } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Member } from '../../src/domain/person.ts'
import type { Tables } from './tables.ts'

/** Adds a member with the session that speaks for them; a session speaks for one at a time in a draft. */
export const addMember = async (
  db: Kysely<Tables>,
  draftId: DraftId,
  { joinedAt, ...member }: Member,
  sessionId: string,
  isPending = false,
): Promise<void> => {
  await db
    .insertInto('members')
    .values({ ...member, draft_id: draftId, joined_at: joinedAt, is_pending: isPending ? 1 : 0 })
    .execute()
  const link = { member_id: member.id, told_epoch: 0 }
  await db
    .insertInto('session_members')
    .values({ token_hash: sessionId, draft_id: draftId, ...link })
    .onConflict((conflict) => conflict.columns(['token_hash', 'draft_id']).doUpdateSet(link))
    .execute()
}

export const toMember = ({
  id,
  name,
  organisation,
  sector,
  role,
  signing,
  joined_at,
}: Selectable<Tables['members']>): Member => ({
  id,
  name,
  organisation,
  sector,
  role,
  joinedAt: joined_at,
  ...(signing !== null && { signing }),
})

import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { AuditEntry, AuditEvent } from '../../src/domain/audit.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Tables } from './tables.ts'

/** What happened, before it has its place in the chain. */
export interface AuditNote {
  event: AuditEvent
  actorId: string | null
  subjectId?: string | null
  /** A word of ours: a role, a refusal. Never text of a person. */
  detail?: string
  /** ms since 1970 */
  at: number
}

type Row = Selectable<Tables['audit']>

/** What the first line of a draft's chain builds on. */
const noHash = ''

const hashOf = (row: Omit<Row, 'hash'>, before: string): string =>
  createHash('sha256')
    .update(
      JSON.stringify([before, row.draft_id, row.seq, row.at, row.event, row.actor_id, row.subject_id, row.detail]),
    )
    .digest('hex')

/** Adds a line to a draft's chain, in the transaction of what it tells. */
export const appendAudit = async (transaction: Kysely<Tables>, draftId: DraftId, note: AuditNote): Promise<void> => {
  const last = await transaction
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('draft_id', '=', draftId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    draft_id: draftId,
    seq: (last?.seq ?? 0) + 1,
    at: note.at,
    event: note.event,
    actor_id: note.actorId,
    subject_id: note.subjectId ?? null,
    detail: note.detail ?? '',
  }
  await transaction
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row, last?.hash ?? noHash) })
    .execute()
}

/** The lines in their order; `brokenAt` is the first that does not build on the one before, null when all do. */
export const checkChain = (rows: readonly Row[]): { entries: AuditEntry[]; brokenAt: number | null } => {
  let before = noHash
  let brokenAt: number | null = null
  const entries = rows.map((row, index) => {
    if (row.seq !== index + 1 || row.hash !== hashOf(row, before)) brokenAt ??= index + 1
    before = row.hash
    const { seq, at, event, actor_id, subject_id, detail, hash } = row
    return { seq, at, event, actorId: actor_id, subjectId: subject_id, detail, hash }
  })
  return { entries, brokenAt }
}

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

/**
 * Removes the lines before `keepFrom` and says so in a new one, which names the last of them by its hash: what is left
 * still builds on it. Called once for a draft whose oldest line is old enough.
 */
export const shortenTrail = async (
  transaction: Kysely<Tables>,
  draftId: DraftId,
  keepFrom: number,
  now: number,
): Promise<void> => {
  const trail = transaction.selectFrom('audit').where('draft_id', '=', draftId)
  // By their order: a clock that was once wrong must not take younger lines along.
  const kept = await trail.select('seq').where('at', '>=', keepFrom).orderBy('seq').limit(1).executeTakeFirst()
  const last = await trail
    .select(['seq', 'hash'])
    .where('seq', '<', kept?.seq ?? Number.MAX_SAFE_INTEGER)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return
  const detail = `${last.seq} ${last.hash}`
  await appendAudit(transaction, draftId, { event: 'trail-shortened', actorId: null, detail, at: now })
  await transaction.deleteFrom('audit').where('draft_id', '=', draftId).where('seq', '<=', last.seq).execute()
}

/** The hash of the line before the first that is left, as a line that is left names it; null when none does. */
const hashBefore = (rows: readonly Row[]): string | null => {
  const seq = (rows[0]?.seq ?? 1) - 1
  if (seq === 0) return noHash
  const told = rows.find(({ event, detail }) => event === 'trail-shortened' && detail.startsWith(`${seq} `))
  return told?.detail.slice(`${seq} `.length) ?? null
}

/** The lines in their order; `brokenAt` is the first that does not build on the one before, null when all do. */
export const checkChain = (rows: readonly Row[]): { entries: AuditEntry[]; brokenAt: number | null } => {
  let before = hashBefore(rows)
  let brokenAt: number | null = null
  const firstSeq = rows[0]?.seq ?? 1
  const entries = rows.map((row, index) => {
    const isNext = row.seq === firstSeq + index && before !== null && row.hash === hashOf(row, before)
    if (!isNext) brokenAt ??= firstSeq + index
    before = row.hash
    const { seq, at, event, actor_id, subject_id, detail, hash } = row
    return { seq, at, event, actorId: actor_id, subjectId: subject_id, detail, hash }
  })
  return { entries, brokenAt }
}

import type { Kysely, Selectable } from 'kysely'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Member } from '../../src/domain/person.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { signOffKinds, type SignOff } from '../../src/domain/sign-off.ts'
import { freezeOf, packageActKinds, type PackageAct } from '../../src/domain/submission.ts'
import type { AgreementStore } from './agreement-store.ts'
import { appendAudit, type AuditNote } from './audit-chain.ts'
import { toMember } from './member-rows.ts'
import type { Tables } from './tables.ts'

type Row = Selectable<Tables['agreement_acts']> & { name: string; organisation: string }
type Said = Omit<Row, 'draft_id' | 'seq' | 'member_id' | 'at' | 'name' | 'organisation'>

/** The agreement store in any SQL database Kysely speaks to. */
export const createSqlAgreementStore = (db: Kysely<Tables>): AgreementStore => {
  const rowsOf = (from: Kysely<Tables>, draftId: DraftId) =>
    from
      .selectFrom('agreement_acts')
      .innerJoin('members', 'members.id', 'agreement_acts.member_id')
      .selectAll('agreement_acts')
      .select(['members.name', 'members.organisation'])
      .where('agreement_acts.draft_id', '=', draftId)
      .orderBy('seq')
      .execute()

  /** Writes what a member said, once, in one step with what it is judged by. */
  const add = (
    by: { draftId: DraftId; memberId: string; at: number },
    id: string,
    judge: (rows: readonly Row[], member: Member) => Outcome<Said>,
    note: Pick<AuditNote, 'event' | 'detail'>,
  ): Promise<Outcome<Row>> =>
    db.transaction().execute(async (transaction) => {
      const { draftId, memberId, at } = by
      const found = await transaction
        .selectFrom('members')
        .selectAll()
        .where('draft_id', '=', draftId)
        .where('id', '=', memberId)
        .where('removed_at', 'is', null)
        .where('is_pending', '=', 0)
        .executeTakeFirst()
      if (!found) return refused('removed')
      const member = toMember(found)
      const rows = await rowsOf(transaction, draftId)
      const before = rows.find((row) => row.id === id)
      if (before) return before.member_id === memberId ? accepted(before) : refused('invalid')
      const judged = judge(rows, member)
      if (!judged.ok) return judged
      const row = { ...judged.value, draft_id: draftId, seq: (rows.at(-1)?.seq ?? 0) + 1, member_id: memberId, at }
      await transaction.insertInto('agreement_acts').values(row).execute()
      await appendAudit(transaction, draftId, { ...note, actorId: memberId, at })
      return accepted({ ...row, name: member.name, organisation: member.organisation })
    })

  const read = async (draftId: DraftId) => {
    const rows = await rowsOf(db, draftId)
    return { signOffs: rows.flatMap(toSignOff), acts: rows.flatMap(toPackageAct) }
  }

  return {
    read,

    readState: async (draftId) => {
      const { signOffs, acts } = await read(draftId)
      const freeze = freezeOf(acts)
      const frozen = freeze && { versionId: freeze.versionId, name: freeze.name, at: freeze.at }
      return { acts: signOffs.length + acts.length, frozen }
    },

    addSignOff: async (draftId, memberId, said, at, judge) => {
      const { id, kind, reason, versionId, sectionId, fingerprint, saidAt } = said
      const what = { id, kind, version_id: versionId, fingerprint, section_id: sectionId, said_at: saidAt }
      const judged = (rows: readonly Row[], member: Member): Outcome<Said> => {
        const right = judge({ member, acts: rows.flatMap(toSignOff) })
        if (!right.ok) return right
        return accepted({ ...what, signing: right.value, words: reason, place: '', submitted_at: null })
      }
      const done = await add({ draftId, memberId, at }, id, judged, { event: 'signed-off', detail: kind })
      return asSaid(done, toSignOff, (act) => act.kind === kind && act.fingerprint === fingerprint)
    },

    addPackageAct: async (draftId, memberId, said, at, judge) => {
      const { id, kind, versionId, fingerprint, saidAt } = said
      const what = { id, kind, version_id: versionId, fingerprint, section_id: null, said_at: saidAt, signing: null }
      const receipt = said.kind === 'submit' ? said : { where: '', note: '', submittedAt: null }
      const judged = (rows: readonly Row[], member: Member): Outcome<Said> => {
        const right = judge({ member, acts: rows.flatMap(toPackageAct) })
        if (!right.ok) return right
        return accepted({ ...what, words: receipt.note, place: receipt.where, submitted_at: receipt.submittedAt })
      }
      const done = await add({ draftId, memberId, at }, id, judged, { event: eventOf[kind] })
      return asSaid(done, toPackageAct, (act) => act.kind === kind && act.versionId === versionId)
    },
  }
}

const eventOf = { freeze: 'frozen', reopen: 'reopened', submit: 'submitted' } as const

/** An id that was used before for something else is nobody's double. */
const asSaid = <Act>(done: Outcome<Row>, read: (row: Row) => Act[], isSame: (act: Act) => boolean): Outcome<Act> => {
  if (!done.ok) return done
  const act = read(done.value).find(isSame)
  return act === undefined ? refused('invalid') : accepted(act)
}

const shared = ({ id, seq, version_id, fingerprint, member_id, name, organisation, said_at, at }: Row) => ({
  id,
  seq,
  versionId: version_id,
  fingerprint,
  memberId: member_id,
  name,
  organisation,
  saidAt: said_at,
  at,
})

const toSignOff = (row: Row): SignOff[] => {
  const kind = signOffKinds.find((each) => each === row.kind)
  if (kind === undefined || row.signing === null) return []
  return [{ ...shared(row), kind, reason: row.words, sectionId: row.section_id, signing: row.signing }]
}

const toPackageAct = (row: Row): PackageAct[] => {
  const kind = packageActKinds.find((each) => each === row.kind)
  if (kind === undefined) return []
  return [{ ...shared(row), kind, where: row.place, note: row.words, submittedAt: row.submitted_at }]
}

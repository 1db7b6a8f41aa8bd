import * as v from 'valibot'
import { refusals } from '../../domain/refusal.ts'
import { sentSignOffSchema } from '../../domain/sign-off.ts'
import { agreementSchema, saidPackageActSchema, type Agreement } from '../../domain/submission.ts'

const refusal = v.nullable(v.picklist(refusals))

/** Something said on this device that the server has not taken: why not, or null while it waits. */
const ownActSchema = v.variant('about', [
  v.object({ about: v.literal('wording'), said: sentSignOffSchema, refusal }),
  v.object({ about: v.literal('package'), said: saidPackageActSchema, refusal }),
])
export type OwnAct = v.InferOutput<typeof ownActSchema>

/** What this device keeps: the server's record as it last was, and its own acts on their way, oldest first. */
const keptAgreementSchema = v.object({ record: agreementSchema, own: v.array(ownActSchema) })
export type KeptAgreement = v.InferOutput<typeof keptAgreementSchema>

/** Reads what was stored; nothing where it is none of ours. */
export const readKeptAgreement = (stored: unknown): KeptAgreement => {
  const parsed = v.safeParse(keptAgreementSchema, stored)
  return parsed.success ? parsed.output : { record: { signOffs: [], acts: [] }, own: [] }
}

export const isWaiting = (act: OwnAct): boolean => act.refusal === null

/** What was typed with an act: why somebody agrees only with a reservation, where a package went. */
export const wordsOf = ({ said }: OwnAct): string[] => {
  const typed = 'reason' in said ? [said.reason] : 'where' in said ? [said.where, said.note] : []
  return typed.filter((words) => words !== '')
}

/** Whether something said here about the whole (`sectionId` null) or a section still waits. */
export const waitsFor = (own: readonly OwnAct[], sectionId: string | null): boolean =>
  own.some((act) => act.about === 'wording' && isWaiting(act) && act.said.sectionId === sectionId)

/**
 * What is kept once the server has told its record. A server that was restored from a backup lacks what it had taken: this
 * person's own acts are told again, in their order.
 */
export const withRecord = (kept: KeptAgreement, told: Agreement, me: string | null): KeptAgreement => {
  const known = new Set([...told.signOffs, ...told.acts].map(({ id }) => id))
  const own = kept.own.filter(({ said }) => !known.has(said.id))
  const lost = kept.record.signOffs.filter(
    ({ id, memberId }) => memberId === me && !known.has(id) && !own.some(({ said }) => said.id === id),
  )
  const again = lost.map(({ id, kind, reason, versionId, sectionId, fingerprint, saidAt }, index): OwnAct => {
    const before = lost.slice(0, index).findLast((act) => act.sectionId === sectionId)
    const said = { id, kind, reason, versionId, sectionId, fingerprint, saidAt, after: before?.id ?? null }
    return { about: 'wording', said, refusal: null }
  })
  return { record: told, own: [...again, ...own] }
}

import * as v from 'valibot'
import { actId, fingerprintHex, signOffSchema } from './sign-off.ts'

/** `freeze` makes one version the package, `reopen` ends that, `submit` is the receipt: where it went, and when. */
export const packageActKinds = ['freeze', 'reopen', 'submit'] as const

const versionId = v.pipe(v.string(), v.maxLength(64))
const said = { id: actId, versionId, saidAt: v.number() }

/** What somebody says of the package; times in ms since 1970. */
export const saidPackageActSchema = v.variant('kind', [
  v.object({ ...said, kind: v.literal('freeze') }),
  v.object({ ...said, kind: v.literal('reopen') }),
  v.object({
    ...said,
    kind: v.literal('submit'),
    /** Such as the sponsor's form, an address, a desk. */
    where: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
    /** A reference number, or whatever else should be kept. */
    note: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
    submittedAt: v.number(),
  }),
])
export type SaidPackageAct = v.InferOutput<typeof saidPackageActSchema>

/** As the server vouches for it. `where`, `note` and `submittedAt` are a receipt's. */
export const packageActSchema = v.object({
  ...said,
  seq: v.number(),
  kind: v.picklist(packageActKinds),
  fingerprint: fingerprintHex,
  memberId: v.string(),
  name: v.string(),
  organisation: v.string(),
  where: v.string(),
  note: v.string(),
  submittedAt: v.nullable(v.number()),
  at: v.number(),
})
export type PackageAct = v.InferOutput<typeof packageActSchema>

/** Everything the server vouches for of agreement and package, oldest first. */
export const agreementSchema = v.object({ signOffs: v.array(signOffSchema), acts: v.array(packageActSchema) })
export type Agreement = v.InferOutput<typeof agreementSchema>

/** The act by which the package is frozen now; null while it is open. */
export const freezeOf = (acts: readonly PackageAct[]): PackageAct | null => {
  const last = acts.findLast(({ kind }) => kind !== 'submit')
  return last?.kind === 'freeze' ? last : null
}

/** What of the package every page must know at once. */
export const packageStateSchema = v.object({
  /** How many acts the record has: a page whose copy has another number asks for it. */
  acts: v.number(),
  frozen: v.nullable(v.object({ versionId, name: v.string(), at: v.number() })),
})
export type PackageState = v.InferOutput<typeof packageStateSchema>

import * as v from 'valibot'
import { isSameName, submittersOf, type Partner } from './partner.ts'
import type { Member } from './person.ts'
import type { Sector } from './sector.ts'
import { signings } from './signing.ts'

/** `reserve` agrees with a reservation; `decline` says no, and takes back what was agreed to before. */
export const signOffKinds = ['agree', 'reserve', 'decline'] as const
export type SignOffKind = (typeof signOffKinds)[number]

/** Made by the device, so that saying it twice is saying it once. */
export const actId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/))
export const fingerprintHex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** What somebody says for their organisation about one exact wording; times in ms since 1970. */
const saidSignOff = {
  id: actId,
  kind: v.picklist(signOffKinds),
  /** Why not, or the reservation; empty for a plain yes. */
  reason: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
  versionId: v.pipe(v.string(), v.maxLength(64)),
  /** Null for the whole. */
  sectionId: v.nullable(v.pipe(v.string(), v.maxLength(60))),
  fingerprint: fingerprintHex,
  /** By the device's clock, which nobody vouches for. */
  saidAt: v.number(),
}

/** On its way to the server: `after` is the last that the device knew the organisation to have said of the same. */
export const sentSignOffSchema = v.object({ ...saidSignOff, after: v.nullable(actId) })
export type SentSignOff = v.InferOutput<typeof sentSignOffSchema>

/** As the server vouches for it: who said it, for whom, with what right, and when it arrived. */
export const signOffSchema = v.object({
  ...saidSignOff,
  /** Numbers the acts of a draft. */
  seq: v.number(),
  memberId: v.string(),
  name: v.string(),
  organisation: v.string(),
  signing: v.picklist(signings),
  at: v.number(),
})
export type SignOff = v.InferOutput<typeof signOffSchema>

/** What is agreed to: the whole (`sectionId` null) or one section, known by the fingerprint of its wording. */
export interface Scope {
  sectionId: string | null
  fingerprint: string
}

/** How an organisation stands to a wording. `lapsed`: it agreed to another one than there is now. */
export type Standing =
  | { name: 'open' }
  | { name: 'agreed'; act: SignOff }
  | { name: 'lapsed'; act: SignOff }
  | { name: 'declined'; act: SignOff; isOfThis: boolean }

/** The last that an organisation said about the whole or about a section. */
export const lastActOf = (acts: readonly SignOff[], organisation: string, sectionId: string | null): SignOff | null =>
  acts
    .filter((act) => act.sectionId === sectionId && isSameName(act.organisation, organisation))
    .reduce<SignOff | null>((last, act) => (last === null || act.seq > last.seq ? act : last), null)

/** Only the same fingerprint is the same wording: an agreement holds for nothing else. */
export const standingOf = (acts: readonly SignOff[], organisation: string, scope: Scope): Standing => {
  const act = lastActOf(acts, organisation, scope.sectionId)
  if (act === null) return { name: 'open' }
  const isOfThis = act.fingerprint === scope.fingerprint
  if (act.kind === 'decline') return { name: 'declined', act, isOfThis }
  return { name: isOfThis ? 'agreed' : 'lapsed', act }
}

/** An organisation whose agreement counts, or that somebody may give. */
export interface Signatory {
  name: string
  sector: Sector | null
  /** It submits: the application is not agreed to without it. */
  isRequired: boolean
  /** Who may agree for it; who stands for it comes first. */
  signers: readonly Signer[]
}

type Signer = Pick<Member, 'id' | 'name' | 'organisation' | 'sector' | 'signing'>

/** Those who submit, in their order; then others that somebody may agree for. */
export const signatoriesOf = (
  partners: readonly Pick<Partner, 'name' | 'sector' | 'lead' | 'supports'>[],
  members: readonly Signer[],
): Signatory[] => {
  const signers = members.filter(({ signing }) => signing !== undefined)
  const named = [
    ...submittersOf(partners).map(({ name, sector }) => ({ name: name.trim(), sector, isRequired: true })),
    ...signers.map(({ organisation, sector }) => ({ name: organisation.trim(), sector, isRequired: false })),
  ]
  return named
    .filter(({ name }, index) => named.findIndex((each) => isSameName(each.name, name)) === index)
    .map((signatory) => ({
      ...signatory,
      signers: signers
        .filter(({ organisation }) => isSameName(organisation, signatory.name))
        .sort((a, b) => signings.indexOf(a.signing ?? 'deputy') - signings.indexOf(b.signing ?? 'deputy')),
    }))
}

/** Whose agreement to the whole is missing. */
export const missingAgreements = (
  acts: readonly SignOff[],
  signatories: readonly Signatory[],
  fingerprint: string,
): Signatory[] =>
  signatories.filter(
    ({ name, isRequired }) => isRequired && standingOf(acts, name, { sectionId: null, fingerprint }).name !== 'agreed',
  )

import { accepted, refused, type Outcome } from './refusal.ts'
import { lastActOf, type SentSignOff, type SignOff } from './sign-off.ts'
import type { Signing } from './signing.ts'
import { freezeOf, type PackageAct, type SaidPackageAct } from './submission.ts'

/** What the server knows when an act arrives. */
export interface Known<Act> {
  /** The draft's acts of this kind, oldest first. */
  acts: readonly Act[]
  /** Of the wording the act is about, by the version it names; null when the server has no such version. */
  fingerprint: string | null
}

/**
 * Whether somebody may say this for their organisation, as things stand when it arrives. `overtaken`: the organisation
 * has said something else since, of which this device did not know.
 */
export const judgeSignOff = (
  said: SentSignOff,
  { organisation, signing }: { organisation: string; signing?: Signing | undefined },
  { acts, fingerprint }: Known<SignOff>,
): Outcome<Signing> => {
  if (signing === undefined) return refused('may-not-sign')
  if (said.kind !== 'agree' && said.reason === '') return refused('invalid')
  if (fingerprint === null) return refused('unknown-version')
  if (fingerprint !== said.fingerprint) return refused('other-wording')
  const last = lastActOf(acts, organisation, said.sectionId)
  const saysTheSame = last?.kind === said.kind && last.fingerprint === said.fingerprint
  return last === null || last.id === said.after || saysTheSame ? accepted(signing) : refused('overtaken')
}

/** The same for the package: who leads freezes and reopens, who writes notes where it went. */
export const judgePackageAct = (
  said: SaidPackageAct,
  { mayLead, mayWrite }: { mayLead: boolean; mayWrite: boolean },
  { acts, fingerprint }: Known<PackageAct>,
): Outcome<null> => {
  if (!(said.kind === 'submit' ? mayWrite : mayLead)) return refused('not-allowed')
  if (fingerprint === null) return refused('unknown-version')
  const frozen = freezeOf(acts)
  switch (said.kind) {
    case 'freeze':
      return frozen === null || frozen.versionId === said.versionId ? accepted(null) : refused('overtaken')
    case 'reopen':
      return frozen?.versionId === said.versionId ? accepted(null) : refused('overtaken')
    default: {
      const wasFrozen = acts.some(({ kind, versionId }) => kind === 'freeze' && versionId === said.versionId)
      return wasFrozen ? accepted(null) : refused('unknown-version')
    }
  }
}

import type { DraftId } from '../../src/domain/draft-id.ts'
import { fingerprintOfSectionIn } from '../../src/domain/fingerprint.ts'
import { judgePackageAct, judgeSignOff } from '../../src/domain/judge-act.ts'
import { refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import type { SentSignOff, SignOff } from '../../src/domain/sign-off.ts'
import type { Agreement, PackageAct, SaidPackageAct } from '../../src/domain/submission.ts'
import type { Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'

/** Who agreed to what, and what became of the package, as this server vouches for it. */
export interface AgreementRecord {
  read(me: Membership): Promise<Agreement>
  signOff(me: Membership, said: SentSignOff): Promise<Outcome<SignOff>>
  act(me: Membership, said: SaidPackageAct): Promise<Outcome<PackageAct>>
}

/** Everything is judged as things stand when it arrives; `announce` tells those who are in the draft. */
export const createAgreementRecord = (
  { agreement, versions }: Pick<Store, 'agreement' | 'versions'>,
  announce: (draftId: DraftId) => void,
  now: () => number = Date.now,
): AgreementRecord => {
  /** Of a version's whole (`sectionId` null) or one of its sections; null when there is none, or what it said is erased. */
  const readFingerprint = async (draftId: DraftId, versionId: string, sectionId: string | null) => {
    const found = await versions.find(draftId, versionId)
    // An automatic one does not stay.
    if (!found || found.version.kind === 'automatic') return null
    if (sectionId === null) return found.version.fingerprint
    return found.content === null ? null : fingerprintOfSectionIn(found.content, sectionId)
  }
  const told = <T>(draftId: DraftId, done: Outcome<T>): Outcome<T> => {
    if (done.ok) announce(draftId)
    return done
  }
  return {
    read: ({ draftId }) => agreement.read(draftId),

    signOff: async ({ draftId, member: { id } }, said) => {
      const fingerprint = await readFingerprint(draftId, said.versionId, said.sectionId)
      const written = await agreement.addSignOff(draftId, id, said, now(), ({ member, acts }) =>
        judgeSignOff(said, member, { acts, fingerprint }),
      )
      return told(draftId, written)
    },

    act: async ({ draftId, member: { id } }, said) => {
      const fingerprint = await readFingerprint(draftId, said.versionId, null)
      if (fingerprint === null) return refused('unknown-version')
      const written = await agreement.addPackageAct(
        draftId,
        id,
        { ...said, fingerprint },
        now(),
        ({ member, acts }) => {
          const can = { mayLead: may(member.role, 'lead'), mayWrite: may(member.role, 'write-content') }
          return judgePackageAct(said, can, { acts, fingerprint })
        },
      )
      return told(draftId, written)
    },
  }
}

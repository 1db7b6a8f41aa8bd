import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Member } from '../../src/domain/person.ts'
import type { Outcome } from '../../src/domain/refusal.ts'
import type { SentSignOff, SignOff } from '../../src/domain/sign-off.ts'
import type { Signing } from '../../src/domain/signing.ts'
import type { Agreement, PackageAct, PackageState, SaidPackageAct } from '../../src/domain/submission.ts'

/** What an act is judged by: its author and the draft's acts of its kind, at the moment it is written. */
export interface AtThatMoment<Act> {
  member: Member
  acts: readonly Act[]
}

/**
 * Keeps who agreed to what and what became of the package. Nothing here is changed or taken away. Each act stands in the
 * audit trail before its promise resolves, in the same transaction.
 */
export interface AgreementStore {
  read(draftId: DraftId): Promise<Agreement>
  readState(draftId: DraftId): Promise<PackageState>
  /**
   * Writes what a member said unless `judge` refuses it; `removed` when they are none any more. The same act again, by
   * its id, changes nothing and is answered like the first time; `invalid` when the id was used for something else.
   */
  addSignOff(
    draftId: DraftId,
    memberId: string,
    said: SentSignOff,
    at: number,
    judge: (known: AtThatMoment<SignOff>) => Outcome<Signing>,
  ): Promise<Outcome<SignOff>>
  addPackageAct(
    draftId: DraftId,
    memberId: string,
    said: SaidPackageAct & { fingerprint: string },
    at: number,
    judge: (known: AtThatMoment<PackageAct>) => Outcome<null>,
  ): Promise<Outcome<PackageAct>>
}

import type { DraftId } from '../domain/draft-id.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { SentSignOff, SignOff } from '../domain/sign-off.ts'
import type { Agreement, PackageAct, SaidPackageAct } from '../domain/submission.ts'
import { agreementAnswerSchema, packageActAnswerSchema, signOffAnswerSchema } from '../protocol/agreement-http.ts'
import type { Ask } from './ask.ts'

/** What the server vouches for of agreement and package. Refusals and silence as everywhere in `HttpApi`. */
export interface AgreementApi {
  read(draftId: DraftId): Promise<Outcome<Agreement>>
  /** The same act once more changes nothing. */
  signOff(draftId: DraftId, said: SentSignOff): Promise<Outcome<SignOff>>
  act(draftId: DraftId, said: SaidPackageAct): Promise<Outcome<PackageAct>>
}

export const createAgreementApi = (ask: Ask): AgreementApi => ({
  read: (draftId) => ask(agreementAnswerSchema, 'GET', `drafts/${draftId}/agreement`),
  signOff: (draftId, said) => ask(signOffAnswerSchema, 'POST', `drafts/${draftId}/agreement/sign-offs`, said),
  act: (draftId, said) => ask(packageActAnswerSchema, 'POST', `drafts/${draftId}/agreement/package`, said),
})

import { agreementSheet } from '../../domain/agreement-sheet.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { accepted, type Outcome } from '../../domain/refusal.ts'
import { freezeOf } from '../../domain/submission.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import type { TakenAlong } from './discussion-choice.tsx'
import type { DocumentSource } from './make-document.ts'

/**
 * What documents are made of: the frozen package, else the draft as it stands, with who agreed to it. `unreachable` where
 * the package reads otherwise than the draft and is neither here nor to be had.
 */
export const readSource = async (draft: OpenDraft, taken: TakenAlong = 'nothing'): Promise<Outcome<DocumentSource>> => {
  const agreement = await draft.agreement()
  const { record } = agreement.view.getState()
  const frozen = freezeOf(record.acts)
  const kept = await agreement.readPackage()
  if (kept?.ok === false) return kept
  const application = kept?.value ?? draft.application()
  const sheet = agreementSheet(application, record, frozen?.fingerprint ?? fingerprint(application))
  const discussion = taken === 'nothing' ? null : await draft.discussionFor(application, taken === 'all')
  return accepted({
    application,
    sheet,
    discussion,
    madeAt: (frozen ?? draft.view.getState().frozen)?.at ?? Date.now(),
  })
}

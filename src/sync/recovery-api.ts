import * as v from 'valibot'
import { draftAccessSchema, type DraftAccess } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import {
  passkeyOfferSchema,
  passkeyQuestionSchema,
  type PasskeyOffer,
  type PasskeyProof,
  type PasskeyVow,
} from '../protocol/passkey-http.ts'
import { readRecoveryCode } from '../protocol/recovery-code.ts'
import { madeRecoveryCodeSchema, waysBackSchema, type WaysBack } from '../protocol/recovery-http.ts'
import type { Ask } from './ask.ts'

export type { WaysBack } from '../protocol/recovery-http.ts'

/** How owners come back who have no signed-in device left. Refusals and silence as everywhere in `HttpApi`. */
export interface RecoveryApi {
  readWaysBack(draftId: DraftId): Promise<Outcome<WaysBack>>
  /** Shown this once; an older code is of no use from then on. */
  makeCode(draftId: DraftId): Promise<Outcome<string>>
  /** `invalid` without asking anybody when no code is written that way, `invitation-unusable` when it fits nothing. */
  useCode(typed: string): Promise<Outcome<DraftAccess>>
  /** What a browser needs to make a passkey. */
  offerPasskey(draftId: DraftId): Promise<Outcome<PasskeyOffer>>
  addPasskey(draftId: DraftId, vow: PasskeyVow): Promise<Outcome<null>>
  removePasskey(draftId: DraftId, id: string): Promise<Outcome<null>>
  /** The challenge to sign for coming in. */
  askForPasskey(): Promise<Outcome<string>>
  /** `invitation-unusable` when it is nobody's passkey here. */
  usePasskey(proof: PasskeyProof): Promise<Outcome<DraftAccess>>
}

export const createRecoveryApi = (ask: Ask): RecoveryApi => ({
  readWaysBack: (draftId) => ask(waysBackSchema, 'GET', `drafts/${draftId}/ways-back`),
  makeCode: async (draftId) => {
    const made = await ask(madeRecoveryCodeSchema, 'POST', `drafts/${draftId}/recovery-code`)
    return made.ok ? accepted(made.value.code) : made
  },
  useCode: async (typed) => {
    const code = readRecoveryCode(typed)
    return code === null ? refused('invalid') : ask(draftAccessSchema, 'POST', 'recovery', { code })
  },
  offerPasskey: (draftId) => ask(passkeyOfferSchema, 'POST', `drafts/${draftId}/passkeys/offer`),
  addPasskey: (draftId, vow) => ask(v.null(), 'POST', `drafts/${draftId}/passkeys`, vow),
  removePasskey: (draftId, id) => ask(v.null(), 'DELETE', `drafts/${draftId}/passkeys/${encodeURIComponent(id)}`),
  askForPasskey: async () => {
    const asked = await ask(passkeyQuestionSchema, 'POST', 'recovery/passkey/question')
    return asked.ok ? accepted(asked.value.challenge) : asked
  },
  usePasskey: (proof) => ask(draftAccessSchema, 'POST', 'recovery/passkey', proof),
})

import { draftAccessSchema, type DraftAccess } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
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
})

import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Membership } from './access-store.ts'

/** What an authenticator and the server agreed on. `id` names it to people; `credentialId` is the authenticator's name. */
export interface Passkey {
  id: string
  credentialId: string
  /** COSE, as the authenticator gave it. */
  publicKey: Uint8Array<ArrayBuffer>
  /** How often it was used, where the authenticator counts; 0 where not. */
  counter: number
  /** Browser and system it was made with, in a few words. */
  label: string
  createdAt: number
  usedAt: number | null
}

/**
 * Keeps the ways back for owners who have no signed-in device left. Each change stands in the draft's audit trail before
 * its promise resolves; `at` in ms since 1970. Both ways end with the member's role as owner or their removal.
 */
export interface RecoveryStore {
  /** When the member's present code was made; null without one. */
  codeMadeAt(memberId: string): Promise<number | null>
  /** Puts the member's code in the place of an older one. */
  writeCode(draftId: DraftId, memberId: string, codeHash: string, at: number): Promise<void>
  hasCode(codeHash: string): Promise<boolean>
  /** Uses the code up and lets the session in as its owner; null when no owner has such a code. */
  useCode(codeHash: string, sessionId: string, at: number): Promise<Membership | null>

  listPasskeys(memberId: string): Promise<Passkey[]>
  /** False when the credential is known already. */
  addPasskey(draftId: DraftId, memberId: string, passkey: Passkey): Promise<boolean>
  /** False when the member has none of that id. */
  removePasskey(draftId: DraftId, memberId: string, id: string, at: number): Promise<boolean>
  /** The passkey and whose it is; null unless an owner's. */
  findPasskey(credentialId: string): Promise<{ passkey: Passkey; memberId: string } | null>
  /** Lets the session in as the passkey's owner; null when it is no longer one's, or was used with this counter meanwhile. */
  usePasskey(passkey: Passkey, counter: number, sessionId: string, at: number): Promise<Membership | null>
}

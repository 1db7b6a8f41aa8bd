import type { DraftId } from '../../src/domain/draft-id.ts'
import type { MailLanguage } from '../../src/protocol/mail-http.ts'

/** Somebody who would like to be told, and proved that the address is theirs. */
export interface Told {
  memberId: string
  organisation: string
  draftId: DraftId
  callId: string
  address: string
  language: MailLanguage
  /** Ends it, in every mail; it opens nothing else, which is why it is kept as it is. */
  endToken: string
  /** What of the discussion they were told of: a Yjs state vector. */
  vector: Uint8Array | null
  failures: number
}

/** Addresses that members left. Times in ms since 1970. */
export interface MailStore {
  /** `newAddress` was asked for in place of a confirmed one and is not confirmed yet. */
  find(memberId: string): Promise<{ address: string; isConfirmed: boolean; newAddress: string | null } | null>
  /** In place of what the member asked before; a confirmed address stays until this one is confirmed. */
  ask(wish: {
    memberId: string
    draftId: DraftId
    address: string
    language: MailLanguage
    confirmHash: string
    endToken: string
    at: number
  }): Promise<void>
  /** Whose address it is, and in which draft; null where nobody asked since then. */
  findAsked(confirmHash: string, since: number): Promise<{ memberId: string; draftId: DraftId } | null>
  /** As if it had never been asked for; what was confirmed before stays. */
  takeBack(confirmHash: string): Promise<void>
  /** What was asked for last counts from now on. `vector` is where telling begins, for who was told nothing before. */
  confirm(memberId: string, vector: Uint8Array, at: number): Promise<void>
  remove(memberId: string): Promise<void>
  /** Whether there was one. */
  removeByToken(endToken: string): Promise<boolean>
  removeUnconfirmedBefore(at: number): Promise<void>
  /** Those who were last told before then, in whose draft something was said since and who were not there after it. */
  listDue(toldBefore: number, now: number): Promise<Told[]>
  /** Notes that a mail is about to be sent. A mail that was once begun counts as sent, whatever becomes of this process. */
  begin(memberId: string, vector: Uint8Array, at: number): Promise<void>
  /** The mail that was begun has been sent. */
  finish(memberId: string): Promise<void>
  /** It has certainly not: tried again from then on. */
  postpone(memberId: string, retryAt: number): Promise<void>
  /** There was nothing to tell. */
  noteTold(memberId: string, vector: Uint8Array, at: number): Promise<void>
  /** What an earlier process had begun. */
  finishAll(): Promise<void>
}

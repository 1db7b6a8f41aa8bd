import type { Refusal } from '../domain/refusal.ts'
import { closeCode } from '../protocol/messages.ts'

/** Why the server ended the line for good, from a final close code (4400–4499). */
export const closeRefusal = (code: number): Refusal => {
  switch (code) {
    case closeCode.signedOut:
      return 'signed-out'
    case closeCode.notAllowed:
      return 'not-allowed'
    case closeCode.absent:
      return 'absent'
    case closeCode.tooLarge:
      return 'too-large'
    case closeCode.draftFull:
      return 'draft-full'
    case closeCode.takenId:
    // As with ids: what is unsent here was said by an earlier member, or has come to the server another way.
    case closeCode.forged:
    case closeCode.writtenAgain:
      return 'taken-id'
    case closeCode.tooMany:
      return 'too-many-entries'
    case closeCode.appTooOld:
      return 'app-too-old'
    default:
      return 'invalid'
  }
}

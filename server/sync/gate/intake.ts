import type { Role } from '../../../src/domain/role.ts'
import { closeCode, encodeStored, syncType } from '../../../src/protocol/messages.ts'
import type { Guest, LiveRoom } from '../live-room.ts'
import type { WhyRefused } from './gate.ts'

/** How often a socket that builds on what the draft lacks is asked for everything it has, before it is closed. */
const maxRetries = 3

/** One socket's updates and marks on their way into the room. */
export interface Intake {
  /** `kind` is the sync message the update came in. */
  receive(kind: number, bytes: Uint8Array): void
  /** Answers `stored n` when everything that came before is on disk, and whole. */
  mark(n: number): void
}

const closeCodeOf: Record<WhyRefused, number> = {
  malformed: closeCode.malformed,
  'not-allowed': closeCode.notAllowed,
  'taken-id': closeCode.takenId,
  'too-large': closeCode.tooLarge,
  'draft-full': closeCode.draftFull,
  unfit: closeCode.unfit,
  gap: closeCode.incomplete,
  forged: closeCode.forged,
  'written-again': closeCode.writtenAgain,
  'too-many': closeCode.tooMany,
  'talk-full': closeCode.draftFull,
}

/**
 * Passes updates through the room's gate. A page may write before it has answered the server's step 1, and a server that
 * was restored from a backup may lack what a page builds on: such an update is left out, and what brings it is the
 * answer to a step 1, sent again up to three times. Until then no mark is answered. `onRefused` hears why the socket is
 * closed for an update.
 */
export const openIntake = (
  guest: Guest,
  roleOf: () => Role,
  room: LiveRoom,
  onRefused: (why: WhyRefused) => void,
): Intake => {
  /** A step 1 of ours is on the way or unanswered, from the first one at joining. */
  let asked = true
  let retries = 0
  let incomplete = false
  let heldMark: number | null = null

  const answer = (n: number): void => {
    room.whenStored().then(
      () => guest.send(encodeStored(n)),
      // Nothing is acknowledged; the room sends its guests away itself.
      () => {},
    )
  }

  const refuse = (why: WhyRefused): void => {
    guest.close(closeCodeOf[why])
    onRefused(why)
  }

  const askAgain = (): void => {
    if (asked) return
    if (retries === maxRetries) return refuse('gap')
    retries += 1
    asked = true
    room.ask(guest)
  }

  return {
    receive: (kind, bytes) => {
      const why = room.receive(guest, bytes, { role: roleOf(), isLive: kind === syncType.update })
      if (kind === syncType.step2) asked = false
      if (why === 'gap') {
        incomplete = true
        askAgain()
      } else if (why === 'not-yet') {
        incomplete = true
        guest.close(closeCode.tryLater)
      } else if (why !== null) {
        refuse(why)
      } else if (kind === syncType.step2) {
        incomplete = false
        if (heldMark !== null) answer(heldMark)
        heldMark = null
      }
    },

    mark: (n) => {
      if (incomplete) heldMark = n
      else answer(n)
    },
  }
}

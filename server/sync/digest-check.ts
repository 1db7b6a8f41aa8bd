import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { DigestReport } from '../../src/protocol/digest.ts'
import { encodeReload, encodeSayDigest } from '../../src/protocol/messages.ts'
import type { Guest } from './live-room.ts'
import type { RoomContent } from './room-content.ts'
import type { Workshop } from './workshop.ts'

/** A page is heard this often without being asked; it reports once a minute. */
export const reportPauseMs = 30_000

/** Without a question the content is built at most this often. */
export const buildPauseMs = 10_000

/** Compares what pages read with what is stored (rule 19 of protocol/README). */
export interface DigestCheck {
  receive(guest: Guest, report: DigestReport): void
  /** Asks at once what this page reads: it may have lost the right to write at the moment it wrote. */
  doubt(guest: Guest): void
}

/**
 * Two who know the same insertions may differ for a moment, while a deletion is on its way. So a page that differs is
 * asked once more, and its answer counts only when nothing was written between question and answer.
 */
export const createDigestCheck = (
  content: RoomContent,
  room: { lastSeq(): number; stateVector(): Uint8Array; whenStored(): Promise<void> },
  workshop: Pick<Workshop, 'digest'>,
  log: Logger,
  onDiverged: () => void,
): DigestCheck => {
  const heardAt = new WeakMap<Guest, number>()
  const doubtedAt = new WeakMap<Guest, number>()
  const questions = new WeakMap<Guest, { number: number; seq: number }>()
  let built: { seq: number; at: number; digest: Promise<string> } | null = null
  let lastQuestion = 0

  /** Null when it was built too lately for another state. */
  const digestNow = (isQuestion: boolean): Promise<string> | null => {
    const seq = content.seq()
    const now = performance.now()
    if (built?.seq !== seq) {
      if (!isQuestion && built && now - built.at < buildPauseMs) return null
      built = { seq, at: now, digest: workshop.digest(content.log()) }
    }
    return built.digest
  }

  const ask = (guest: Guest): void => {
    // What is still on its way to the disk would reach the page after the question.
    if (room.lastSeq() !== content.seq()) return
    lastQuestion += 1
    questions.set(guest, { number: lastQuestion, seq: content.seq() })
    guest.send(encodeSayDigest(lastQuestion))
  }

  const compare = async (guest: Guest, report: DigestReport, isAnswer: boolean): Promise<void> => {
    await room.whenStored()
    // What came in meanwhile is judged and not yet written: it will be compared the next time.
    if (room.lastSeq() !== content.seq() || !isSameVector(report.stateVector, room.stateVector())) return
    const digest = await digestNow(isAnswer)
    if (digest === null || digest === report.digest) return
    if (!isAnswer) return ask(guest)
    onDiverged()
    log.error({ memberId: guest.member.id, seq: content.seq() }, 'a page reads differently from what is stored')
    guest.send(encodeReload())
  }

  /** Notes the time, unless that was done for this guest so short a time ago. */
  const hasPassed = (pauseMs: number, times: WeakMap<Guest, number>, guest: Guest): boolean => {
    const now = performance.now()
    if (now - (times.get(guest) ?? -Infinity) < pauseMs) return false
    times.set(guest, now)
    return true
  }

  const isLatestAnswer = (guest: Guest, { answers }: DigestReport): boolean => {
    const question = questions.get(guest)
    questions.delete(guest)
    return question?.number === answers && question.seq === room.lastSeq()
  }

  return {
    receive: (guest, report) => {
      const isAnswer = report.answers > 0
      if (!(isAnswer ? isLatestAnswer(guest, report) : hasPassed(reportPauseMs, heardAt, guest))) return
      // A room that was given up, or a workshop that has closed: the next minute asks again.
      compare(guest, report, isAnswer).catch((error: unknown) => log.debug({ err: error }, 'no digest to compare with'))
    },
    doubt: (guest) => {
      if (!hasPassed(buildPauseMs, doubtedAt, guest)) return
      // A room that was given up sends the page away.
      room.whenStored().then(
        () => ask(guest),
        () => undefined,
      )
    },
  }
}

/** Throws when the first is malformed. */
const isSameVector = (reported: Uint8Array, own: Uint8Array): boolean => {
  const [a, b] = [Y.decodeStateVector(reported), Y.decodeStateVector(own)]
  return a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock)
}

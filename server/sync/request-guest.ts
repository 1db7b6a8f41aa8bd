import type { Member } from '../../src/domain/person.ts'
import { leftCode, maxPacketBytes, noBytes, type LinePacket } from '../../src/protocol/line-packet.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { createByteBacklog } from './byte-backlog.ts'
import type { LineGuest } from './entrance.ts'
import { maxUnsentBytes } from './socket-guest.ts'
import { encodeVolley } from './volley.ts'

/** Somebody is answered at most once in this time: what is said in between comes together. */
const answerPauseMs = 50

/** Somebody on a line by requests. What is said to them waits until they ask for it. */
export interface RequestGuest extends LineGuest {
  /** The code with which the line has ended; null while it is open. */
  ended(): number | null
  /**
   * Everything from this place on, at once or as soon as there is something; `hungUp` ends the waiting. Whoever asks again
   * is answered in the place of the question before.
   */
  ask(offset: number, hungUp: AbortSignal): Promise<LinePacket>
}

/** `onEnded` is called once. */
export const createRequestGuest = (
  member: Member,
  sessionId: string,
  onEnded: (code: number) => void,
): RequestGuest => {
  const backlog = createByteBacklog()
  let ended: number | null = null
  let answeredAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: ((packet: LinePacket) => void) | null = null

  const settle = (packet: LinePacket): void => {
    waiting?.(packet)
    waiting = null
  }

  const nothingNew = (offset: number): LinePacket => ({ line: '', closed: 0, offset, bytes: noBytes })

  const answer = (): void => {
    timer = null
    if (waiting === null) return
    const { offset, bytes } = backlog.next(maxPacketBytes)
    const isAll = bytes.length === backlog.length()
    if (isAll && bytes.length === 0 && ended === null) return
    answeredAt = performance.now()
    settle({ line: '', closed: isAll ? (ended ?? 0) : 0, offset, bytes })
  }

  const answerSoon = (): void => {
    if (waiting === null || timer !== null) return
    timer = setTimeout(answer, Math.max(0, answeredAt + answerPauseMs - performance.now()))
  }

  const close = (code: number): void => {
    if (ended !== null) return
    ended = code
    // Whoever does not read, or has left, has no use for the rest.
    if (code === closeCode.tryLater || code === leftCode) backlog.clear()
    answer()
    onEnded(code)
  }

  const write = (...frames: readonly Uint8Array[]): void => {
    if (ended !== null) return
    if (backlog.length() > maxUnsentBytes) return close(closeCode.tryLater)
    for (const frame of frames) backlog.push(frame)
    answerSoon()
  }

  return {
    member,
    sessionId,
    write,
    send: (message) => write(encodeVolley([message]).bytes),
    close,
    isSentAway: () => ended !== null,
    ended: () => ended,
    ask: (offset, hungUp) => {
      settle(nothingNew(offset))
      if (!backlog.forget(offset)) close(closeCode.malformed)
      return new Promise((resolve) => {
        waiting = resolve
        if (hungUp.aborted) settle(nothingNew(offset))
        hungUp.addEventListener('abort', () => {
          if (waiting === resolve) settle(nothingNew(offset))
        })
        if (ended !== null) answer()
        else if (backlog.length() > 0) answerSoon()
      })
    },
  }
}
